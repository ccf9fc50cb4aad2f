// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.io.InputStream;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.gilan.federation.ServiceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a request comes in: it is read whole, handed to its route, and what goes wrong on the way
 * becomes an answer.
 */
final class Gate extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
  private static final byte[] NOTHING = new byte[0];

  private final Routes routes;
  private final int bodyBytes;
  private final HostNames names;

  Gate(Routes routes, Settings settings) {
    this.routes = routes;
    this.bodyBytes = settings.bodyBytes();
    this.names = new HostNames(settings);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Headers.common(request, response);
    if (Headers.isPreflight(request) && names.allow(request)) {
      Headers.answerPreflight(request, response, callback);
      return true;
    }
    Reply reply = new Reply(request, response, callback);
    String path = Aliases.of(request.getHttpURI().getDecodedPath());
    Exchange exchange = new Exchange(request, reply, path, NOTHING);
    try {
      names.check(request);
      byte[] body = body(request, response);
      exchange = body.length == 0 ? exchange : new Exchange(request, reply, path, body);
      routes.of(exchange).answer(exchange);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      fail(exchange, e);
    }
    return true;
  }

  /** Reads all that the client sends, wanted or not: its next request comes after it. */
  private byte[] body(Request request, Response response) throws IOException {
    HttpField encoding = request.getHeaders().getField(HttpHeader.CONTENT_ENCODING);
    boolean isCompressed = encoding != null && !encoding.getValue().equalsIgnoreCase("identity");
    byte[] body = NOTHING;
    if (request.getHeaders().contains(HttpHeader.CONTENT_LENGTH)
        || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
      if (request.getLength() > bodyBytes) {
        throw tooLarge(response);
      }
      InputStream in = Content.Source.asInputStream(request);
      body = in.readNBytes(bodyBytes + 1);
      if (body.length > bodyBytes) {
        throw tooLarge(response);
      }
    }
    if (isCompressed) {
      throw new Problem(
          415, "Compressed requests are not read", "Send the body without Content-Encoding.");
    }
    return body;
  }

  private Problem tooLarge(Response response) {
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    return new Problem(
        413,
        "The request is too large",
        "This server reads at most " + bodyBytes + " bytes of a query or of shapes.");
  }

  private static void fail(Exchange exchange, Throwable failure) {
    Reply reply = exchange.reply();
    if (reply.isCommitted() || failure instanceof IOException) {
      reply.breakOff();
      return;
    }
    ProblemPage.send(exchange, problem(failure));
  }

  private static Problem problem(Throwable failure) {
    if (failure instanceof Problem problem) {
      return problem;
    }
    if (failure instanceof ServiceException service) {
      return new Problem(service.getStatusCode(), service.getMessage(), "");
    }
    if (failure instanceof QueryCancelledException) {
      return new Problem(
          503, "Query timed out", "Let it ask for less: a narrower pattern, or a LIMIT.");
    }
    if (failure instanceof QueryException) {
      return Problem.badRequest("The query cannot be run", String.valueOf(failure.getMessage()));
    }
    LOG.error("a request failed", failure);
    return new Problem(
        500, "Something went wrong here", "It is our fault and in the log of the server.");
  }
}

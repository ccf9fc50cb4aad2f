// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.gilan.federation.ServiceException;
import org.gilan.query.BusyException;
import org.gilan.remote.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a request comes in: it is read whole, handed to its route, and what goes wrong on the way
 * becomes an answer.
 */
final class Gate extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
  private static final byte[] NOTHING = new byte[0];
  private static final Pattern DOTS = Pattern.compile("/\\.\\.?(?:/|$)");

  private final Supplier<Routes> routes;
  private final int bodyBytes;
  private final String caching;
  private final long answerBytes;
  private final HostNames names;
  private final Clients clients;
  private final Room bodies;
  private final Room unread;

  Gate(Supplier<Routes> routes, Settings settings) {
    this.routes = routes;
    this.bodyBytes = settings.bodyBytes();
    this.caching = settings.caching();
    this.answerBytes = settings.queries().bytes();
    this.names = new HostNames(settings);
    this.clients = new Clients(settings);
    this.bodies = new Room(settings.queries().memory() / Settings.WAITING);
    this.unread = new Room(settings.queries().memory() / Settings.WAITING);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Headers.common(request, response);
    if (Headers.isPreflight(request) && names.allow(request)) {
      Headers.answerPreflight(request, response, callback);
      return true;
    }
    Reply reply = new Reply(request, response, callback, caching, answerBytes, unread);
    String path = Aliases.of(request.getHttpURI().getDecodedPath());
    Exchange bare = new Exchange(request, reply, path, NOTHING);
    try {
      names.check(request);
      requireShort(bare.address());
    } catch (Problem e) {
      fail(bare, e);
      return true;
    }
    if (Intake.isAnnounced(request)) {
      // All that the client sends is read, wanted or not: its next request comes after it.
      new Intake(
              request,
              bodyBytes,
              body -> answer(request, new Exchange(request, reply, path, body)),
              failure -> failToRead(bare, failure),
              bodies)
          .run();
    } else {
      answer(request, bare);
    }
    return true;
  }

  private void answer(Request request, Exchange exchange) {
    // A connection is not idle while its answer is worked on; what bounds that is its time limit.
    request.addIdleTimeoutListener(timeout -> false);
    Runnable leave = () -> {};
    try {
      leave = clients.enter(request);
      requirePlain(request);
      routes.get().of(exchange).answer(exchange);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      fail(exchange, e);
    } finally {
      leave.run();
    }
  }

  /** Links and redirections lead up again through each folder that an address names. */
  private static void requireShort(String address) {
    if (address.length() > Settings.PATH) {
      throw new Problem(
          414,
          "The address is too long",
          "Without a query, none here has more than " + Settings.PATH + " characters.");
    }
    if (DOTS.matcher(address).find()) {
      throw Problem.badRequest("The address has . or .. for a folder", "Ask for where it leads.");
    }
  }

  private static void requirePlain(Request request) {
    HttpField encoding = request.getHeaders().getField(HttpHeader.CONTENT_ENCODING);
    if (encoding != null && !encoding.getValue().equalsIgnoreCase("identity")) {
      throw new Problem(
          415, "Compressed requests are not read", "Send the body without Content-Encoding.");
    }
    // RFC 9112 section 6.1: what was packed for its way, too; Jetty undoes the chunks and no more.
    if (!request.getHeaders().getCSV(HttpHeader.TRANSFER_ENCODING, false).stream()
        .allMatch("chunked"::equalsIgnoreCase)) {
      throw new Problem(
          501, "Compressed requests are not read", "There is no Transfer-Encoding but chunked.");
    }
  }

  /** Answers what did not come in whole, and reads no further: where it ends is not known. */
  private static void failToRead(Exchange exchange, Throwable failure) {
    exchange.reply().header(HttpHeader.CONNECTION.asString(), "close");
    fail(
        exchange,
        failure instanceof TimeoutException
            ? new Problem(408, "The request did not arrive", "Nothing came for half a minute.")
            : failure);
  }

  private static void fail(Exchange exchange, Throwable failure) {
    Reply reply = exchange.reply();
    if (reply.isCommitted() || reply.isAbandoned() || failure instanceof IOException) {
      reply.breakOff();
      return;
    }
    ProblemPage.send(exchange, problem(exchange, failure));
  }

  private static Problem problem(Exchange exchange, Throwable failure) {
    if (failure instanceof Problem problem) {
      return problem;
    }
    if (failure instanceof ServiceException service) {
      return new Problem(service.getStatusCode(), service.getMessage(), "");
    }
    if (failure instanceof StoreException store) {
      return new Problem(
          store.getStatusCode(),
          store.getMessage(),
          "",
          store.passes() ? BusyException.SECONDS : 0);
    }
    if (failure instanceof QueryCancelledException) {
      return new Problem(
          503, "Query timed out", "Let it ask for less: a narrower pattern, or a LIMIT.");
    }
    if (failure instanceof BusyException) {
      return new Problem(
          503,
          failure.getMessage(),
          "Try again in a while, or ask for less: a narrower pattern, or a LIMIT.",
          BusyException.SECONDS);
    }
    if (failure instanceof StackOverflowError) {
      return new Problem(
          422,
          "This goes too deep",
          "A path through the graph, or what the query makes of it, has more levels than can be"
              + " followed.");
    }
    if (failure instanceof QueryException) {
      return Problem.badRequest("The query cannot be run", String.valueOf(failure.getMessage()));
    }
    if (failure instanceof HttpException http && http.getCode() < 500) {
      return Problem.badRequest("The request is no well-formed HTTP", http.getReason());
    }
    LOG.error("request {} failed", exchange.id(), failure);
    return new Problem(
        500,
        "Something went wrong here",
        "It is our fault and in the log of the server, as request " + exchange.id() + ".");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JsonObject;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.gilan.format.Negotiation;
import org.gilan.format.ResultFormat;
import org.gilan.page.PlainPages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what went wrong and what to do: as a page to browsers, as RFC 9457 has it to those who ask
 * for JSON, in two lines of text to others; also for what Jetty refuses before it comes to us.
 */
final class ProblemPage extends ErrorHandler {
  /** The header with the id of the request. */
  static final String ID = "X-Request-Id";

  private static final Logger LOG = LoggerFactory.getLogger(ProblemPage.class);
  private static final String TEXT = "text/plain";
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";
  private static final int TOO_LONG = 414;

  /** Sends a problem as the answer. */
  static void send(Exchange exchange, Problem problem) {
    Reply reply = exchange.reply();
    reply.header(HttpHeader.ETAG.asString(), null);
    reply.header("Content-Location", null);
    reply.noStore();
    reply.varyByAccept();
    reply.header(ID, exchange.id());
    if (problem.retryAfter() > 0) {
      reply.header(HttpHeader.RETRY_AFTER.asString(), String.valueOf(problem.retryAfter()));
    }
    String title = problem.title();
    String detail = problem.detail();
    if (exchange.isBrowser()) {
      send(
          reply,
          problem,
          ResultFormat.HTML.contentType(),
          PlainPages.problem(exchange.asked(), title, detail));
    } else if (wantsJson(exchange.accepted())) {
      send(reply, problem, PROBLEM, json(problem, exchange.id()) + "\n");
    } else {
      send(reply, problem, TEXT + "; charset=utf-8", text(title, detail));
    }
  }

  private static void send(Reply reply, Problem problem, String contentType, String body) {
    reply.whole(problem.status(), contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean wantsJson(Negotiation accepted) {
    return Math.max(accepted.quality(PROBLEM), accepted.quality(JSON)) > accepted.quality(TEXT);
  }

  private static JsonObject json(Problem problem, String id) {
    JsonObject json = new JsonObject();
    json.put("title", problem.title());
    json.put("status", problem.status());
    json.put("detail", problem.detail());
    json.put("id", id);
    return json;
  }

  private static String text(String title, String detail) {
    return detail.isEmpty() ? title + "\n" : title + "\n" + detail + "\n";
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (request.getAttribute(ERROR_EXCEPTION) instanceof EofException gone) {
      response.setStatus(Reply.LEFT);
      callback.failed(gone); // nobody is there to read an answer
      return true;
    }
    int status = response.getStatus();
    Headers.common(request, response);
    Problem problem = new Problem(status, title(status), detail(status));
    Exchange exchange =
        new Exchange(request, new Reply(request, response, callback), "/", new byte[0]);
    Object failure = request.getAttribute(ERROR_EXCEPTION);
    if (status >= 500 && !(failure instanceof HttpException)) { // 501 and 505 are the client's
      LOG.error("request {} failed", exchange.id(), failure);
    }
    send(exchange, problem);
    return true;
  }

  private static String title(int status) {
    return status == TOO_LONG ? "The address is too long" : HttpStatus.getMessage(status);
  }

  private static String detail(int status) {
    return switch (status) {
      case 400 -> "The request is no well-formed HTTP, or its address holds what none may.";
      case TOO_LONG, 431 ->
          "An address with all headers has at most "
              + Settings.HEAD_BYTES
              + " bytes here; send a long query by POST, as a form or as application/sparql-query.";
      default -> "";
    };
  }
}

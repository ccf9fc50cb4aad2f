// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.gilan.format.ResultFormat;
import org.gilan.page.PlainPages;

/**
 * Says what went wrong and what to do: as a page to browsers, in two lines of text to others; also
 * for what Jetty refuses before it comes to us.
 */
final class ProblemPage extends ErrorHandler {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int TOO_LONG = 414;

  /** Sends a problem as the answer. */
  static void send(Exchange exchange, Problem problem) {
    Reply reply = exchange.reply();
    reply.header(HttpHeader.ETAG.asString(), null);
    reply.header("Content-Location", null);
    reply.noStore();
    reply.varyByAccept();
    String title = problem.title();
    String detail = problem.detail();
    if (exchange.isBrowser()) {
      reply.whole(
          problem.status(),
          ResultFormat.HTML.contentType(),
          PlainPages.problem(exchange.path(), title, detail).getBytes(StandardCharsets.UTF_8));
    } else {
      reply.whole(problem.status(), TEXT, text(title, detail).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String text(String title, String detail) {
    return detail.isEmpty() ? title + "\n" : title + "\n" + detail + "\n";
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Headers.common(request, response);
    Problem problem = new Problem(status, title(status), detail(status));
    Reply reply = new Reply(request, response, callback);
    send(new Exchange(request, reply, "/", new byte[0]), problem);
    return true;
  }

  private static String title(int status) {
    return status == TOO_LONG ? "The address is too long" : HttpStatus.getMessage(status);
  }

  private static String detail(int status) {
    return switch (status) {
      case 400 -> "The request is no well-formed HTTP, or its address holds what none may.";
      case TOO_LONG, 431 -> "Send a long query by POST, as a form or as application/sparql-query.";
      default -> "";
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** A servlet that can only be read: GET and HEAD are answered alike, everything else is 405. */
abstract class ReadServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private static final Set<String> READ = Set.of("GET", "HEAD");

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (READ.contains(request.getMethod())) {
      read(request, response);
      return;
    }
    response.setHeader("Allow", "GET, HEAD, OPTIONS");
    if (request.getMethod().equals("OPTIONS")) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      Reply.problem(
          request,
          response,
          HttpServletResponse.SC_METHOD_NOT_ALLOWED,
          "Only reading here",
          request.getMethod() + " is not possible at this address; GET and HEAD are.");
    }
  }

  /** Answers a GET or HEAD. */
  abstract void read(HttpServletRequest request, HttpServletResponse response) throws IOException;

  /** {@return the decoded path of a request below its host} */
  static String path(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return rest == null ? request.getServletPath() : request.getServletPath() + rest;
  }
}

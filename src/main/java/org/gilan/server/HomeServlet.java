// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gilan.page.Media;
import org.gilan.page.Pages;

/** The first page, the search by name, and a clear word at every address where there is nothing. */
final class HomeServlet extends ReadServlet {
  private static final long serialVersionUID = 1;

  private final transient Pages pages;

  HomeServlet(Pages pages) {
    this.pages = pages;
  }

  @Override
  void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = path(request);
    switch (path) {
      case "/" -> {
        Reply.send(request, response, Media.HTML.contentType(), pages.home());
      }
      case "/find" -> find(request, response);
      case "/favicon.ico" ->
          BundledFile.send(request, response, "/web/assets/icon.svg", "max-age=86400");
      case "/index.html", "/ui" -> Reply.seeOther(response, "/ui/");
      default -> nothing(request, response, path);
    }
  }

  private void find(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String page = pages.find(parameter(request, "q"), parameter(request, "kind"));
    Reply.send(request, response, Media.HTML.contentType(), page);
  }

  private static String parameter(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  private static void nothing(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    String detail =
        path.startsWith("/$/")
            ? "This server has no administration; /$/server, /$/ping and /$/stats are all there is."
            : path.startsWith("/gilan")
                ? "The dataset answers at /gilan/sparql, /gilan/query, /gilan/data and"
                    + " /gilan/shacl."
                : "The first page, /, leads to everything there is.";
    Reply.problem(
        request, response, HttpServletResponse.SC_NOT_FOUND, "There is nothing at " + path, detail);
  }
}

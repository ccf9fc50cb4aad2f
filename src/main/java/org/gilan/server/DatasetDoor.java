// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.core.DatasetGraph;
import org.gilan.page.Media;
import org.gilan.page.UiLinks;

/**
 * Answers at the dataset's address what Fuseki would answer badly: browsers go to the UI instead of
 * getting the whole dataset, an endpoint asked nothing describes itself, attempts to write hear why
 * not, and HEAD works for queries.
 */
final class DatasetDoor extends HttpFilter {
  private static final long serialVersionUID = 1;

  private static final Set<String> QUERY =
      Set.of("/gilan", "/gilan/", "/gilan/sparql", "/gilan/query");
  private static final Set<String> WRITE = Set.of("/gilan/update", "/gilan/upload", "/gilan/patch");

  private final transient DatasetGraph dataset;

  DatasetDoor(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    if (WRITE.contains(path) || isUpdate(request)) {
      refuseToWrite(request, response);
    } else if (QUERY.contains(path) && isRead(request)) {
      read(request, response, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean asksNothing = request.getQueryString() == null;
    if (asksNothing && Reply.isBrowser(request)) {
      Reply.seeOther(response, UiLinks.editor());
    } else if (asksNothing && !request.getRequestURI().startsWith("/gilan/")) {
      chain.doFilter(request, response);
    } else if (asksNothing) {
      describe(request, response);
    } else {
      chain.doFilter(new Get(request), response);
    }
  }

  private void describe(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Media> media = Reply.accepted(request).choose(Media.rdf());
    if (media.isEmpty()) {
      Reply.problem(
          request,
          response,
          HttpServletResponse.SC_NOT_ACCEPTABLE,
          "No query, and no form of the service description that you accept",
          "Ask with ?query=…, or accept text/turtle for the description.");
      return;
    }
    Reply.graph(response, media.get(), ServiceDescription.of(dataset, Reply.host(request)));
  }

  private static void refuseToWrite(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Reply.problem(
        request,
        response,
        HttpServletResponse.SC_FORBIDDEN,
        "Gilan is read only",
        "There is no update and no upload here. The graph is edited as text files in its"
            + " repository.");
  }

  private static boolean isUpdate(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && type.toLowerCase(Locale.ROOT).startsWith("application/sparql-update")
        && request.getRequestURI().startsWith("/gilan");
  }

  private static boolean isRead(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  /** Shows HEAD as GET; the container still sends no body. */
  private static final class Get extends HttpServletRequestWrapper {
    Get(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "GET";
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.jena.sparql.core.DatasetGraph;
import org.gilan.page.Media;
import org.gilan.page.UiLinks;

/**
 * Answers at the dataset's addresses what Fuseki would answer badly: browsers go to the UI instead
 * of getting the whole dataset, an endpoint asked nothing describes itself, attempts to write hear
 * why not, other methods hear which there are, HEAD works everywhere, and who has an answer already
 * does not get it again.
 */
final class DatasetDoor extends HttpFilter {
  private static final long serialVersionUID = 1;

  private static final Set<String> DATASET = Set.of("/gilan", "/gilan/");
  private static final Set<String> QUERY =
      Set.of("/gilan", "/gilan/", "/gilan/sparql", "/gilan/query");
  private static final Set<String> GRAPHS = Set.of("/gilan/data", "/gilan/get");
  private static final Set<String> SHAPES = Set.of("/gilan/shacl");
  private static final Set<String> WRITE = Set.of("/gilan/update", "/gilan/upload", "/gilan/patch");

  private final transient DatasetGraph dataset;

  /** Tells this server from one with another graph, or of another make. */
  private final String run = UUID.randomUUID().toString();

  DatasetDoor(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    List<String> methods = methods(request.getRequestURI());
    if (methods.isEmpty()) {
      chain.doFilter(request, response);
    } else if (request.getMethod().equals("OPTIONS")) {
      response.setHeader("Allow", String.join(", ", methods));
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else if (isUpdate(request)) {
      refuseToWrite(request, response);
    } else if (!methods.contains(request.getMethod())) {
      refuseMethod(request, response, methods);
    } else if (methods.contains("GET") && !request.getMethod().equals("POST")) {
      read(request, response, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** {@return the methods at an address of the dataset; none for any other} */
  private static List<String> methods(String path) {
    if (QUERY.contains(path)) {
      return List.of("GET", "HEAD", "POST", "OPTIONS");
    }
    if (GRAPHS.contains(path)) {
      return List.of("GET", "HEAD", "OPTIONS");
    }
    return SHAPES.contains(path)
        ? List.of("POST", "OPTIONS")
        : WRITE.contains(path) ? List.of("OPTIONS") : List.of();
  }

  private void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean asksNothing = request.getQueryString() == null;
    if (asksNothing && QUERY.contains(request.getRequestURI())) {
      if (Reply.isBrowser(request)) {
        Reply.seeOther(response, UiLinks.editor());
        return;
      }
      if (request.getRequestURI().startsWith("/gilan/")) {
        describe(request, response);
        return;
      }
    }
    response.setHeader("Vary", "Accept, Accept-Encoding");
    String tag = EntityTag.of(request, run);
    if (EntityTag.isKnown(request, response, tag)) {
      return;
    }
    EntityTag.note(request, tag);
    chain.doFilter(new Get(request), response);
  }

  private void describe(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.addHeader("Vary", "Accept");
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
    Reply.graph(
        request, response, media.get(), ServiceDescription.of(dataset, Reply.host(request)));
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

  private static void refuseMethod(
      HttpServletRequest request, HttpServletResponse response, List<String> methods)
      throws IOException {
    response.setHeader("Allow", String.join(", ", methods));
    Reply.problem(
        request,
        response,
        HttpServletResponse.SC_METHOD_NOT_ALLOWED,
        "There is no " + request.getMethod() + " here",
        "There is " + String.join(", ", methods) + ". The graph is read only.");
  }

  /** {@return whether a request asks to write by POST, or in the address} */
  private static boolean isUpdate(HttpServletRequest request) {
    return WRITE.contains(request.getRequestURI())
        || request.getParameter("update") != null
        || hasType(request, "application/sparql-update")
        || isUpload(request);
  }

  /** {@return whether a request adds to a graph, as the graph store protocol has it} */
  private static boolean isUpload(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (!request.getMethod().equals("POST") || !QUERY.contains(path)) {
      return false;
    }
    boolean asks =
        request.getContentType() == null
            || hasType(request, "application/sparql-query")
            || hasType(request, "application/x-www-form-urlencoded");
    return request.getParameter("graph") != null
        || request.getParameter("default") != null
        || DATASET.contains(path) && !asks;
  }

  private static boolean hasType(HttpServletRequest request, String type) {
    String actual = request.getContentType();
    return actual != null && actual.toLowerCase(Locale.ROOT).startsWith(type);
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

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.gilan.page.Addresses;
import org.gilan.page.Media;
import org.gilan.page.Pages;

/**
 * Describes the things that the graph's IRIs name, in the form asked for: by extension ({@code
 * .ttl}), by {@code ?format=}, or by {@code Accept}, in this order.
 *
 * <p>The answer comes at once, with {@code Content-Location}, instead of by a redirection: the
 * redirection that tells a thing from its description is the one from w3id.org to here.
 */
final class PageServlet extends ReadServlet {
  private static final long serialVersionUID = 1;

  /** The addresses answered. */
  static final List<String> PATHS =
      List.of(
          "/id/*",
          "/document/*",
          "/claim/*",
          "/graph/*",
          "/query/*",
          "/ontology",
          "/ontology.html",
          "/ontology.ttl",
          "/ontology.nt",
          "/ontology.jsonld",
          "/ontology.rdf");

  private static final String QUERY = ".rq";

  private final transient Pages pages;

  PageServlet(Pages pages) {
    this.pages = pages;
  }

  @Override
  void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = path(request);
    if (path.startsWith("/query/") && path.endsWith(QUERY)) {
      query(request, response, path.substring(0, path.length() - QUERY.length()));
      return;
    }
    Optional<Media> extension =
        Stream.of(Media.values())
            .filter(media -> path.endsWith("." + media.extension()))
            .findFirst();
    String bare =
        extension
            .map(media -> path.substring(0, path.length() - media.extension().length() - 1))
            .orElse(path);
    String range = request.getParameter("char");
    if (range != null && bare.startsWith("/document/")) {
      passage(request, response, bare, range);
      return;
    }
    String iri = Addresses.iri(bare);
    Optional<Media> media = extension.isPresent() ? extension : asked(request);
    if (extension.isEmpty()) {
      response.addHeader("Vary", "Accept");
    }
    if (Addresses.path(iri).isEmpty()) {
      unknown(request, response, iri);
    } else if (media.isEmpty()) {
      notAcceptable(request, response);
    } else if (media.get() == Media.HTML) {
      html(request, response, iri, bare);
    } else {
      rdf(request, response, iri, media.get(), bare);
    }
  }

  /** Leads from the address that a passage had, {@code ?char=10,20}, to the one it has. */
  private static void passage(
      HttpServletRequest request, HttpServletResponse response, String bare, String range)
      throws IOException {
    String path = bare + "/" + range.replace(',', '-');
    if (Addresses.path(Addresses.iri(path)).isEmpty()) {
      unknown(request, response, Addresses.iri(path));
      return;
    }
    response.setHeader("Location", path);
    response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
  }

  /** Sends a question as SPARQL, for programs that ask it by name. */
  private void query(HttpServletRequest request, HttpServletResponse response, String bare)
      throws IOException {
    String iri = Addresses.iri(bare);
    Optional<String> sparql = pages.sparql(iri);
    if (sparql.isEmpty()) {
      unknown(request, response, iri);
      return;
    }
    Reply.send(request, response, "application/sparql-query;charset=utf-8", sparql.get());
  }

  private static Optional<Media> asked(HttpServletRequest request) {
    String format = request.getParameter("format");
    return format != null
        ? Media.named(format)
        : Reply.accepted(request).choose(List.of(Media.values()));
  }

  private void html(
      HttpServletRequest request, HttpServletResponse response, String iri, String bare)
      throws IOException {
    Optional<String> page = pages.html(iri);
    if (page.isEmpty()) {
      unknown(request, response, iri);
      return;
    }
    response.setHeader("Access-Control-Allow-Origin", null);
    locate(request, response, iri, Media.HTML, bare);
    Reply.send(request, response, Media.HTML.contentType(), page.get());
  }

  private void rdf(
      HttpServletRequest request,
      HttpServletResponse response,
      String iri,
      Media media,
      String bare)
      throws IOException {
    Optional<Graph> graph = pages.rdf(iri);
    if (graph.isEmpty()) {
      unknown(request, response, iri);
      return;
    }
    locate(request, response, iri, media, bare);
    Reply.graph(request, response, media, graph.get());
  }

  /** Says where this very form lives, and what it describes. */
  private static void locate(
      HttpServletRequest request,
      HttpServletResponse response,
      String iri,
      Media media,
      String bare) {
    response.setHeader("Content-Location", bare + "." + media.extension());
    response.setHeader("Link", "<" + iri + ">; rel=\"describes\"");
  }

  private static void unknown(HttpServletRequest request, HttpServletResponse response, String iri)
      throws IOException {
    Reply.problem(
        request,
        response,
        HttpServletResponse.SC_NOT_FOUND,
        "Nothing is known under this address",
        "The graph says nothing about " + iri + ".");
  }

  private static void notAcceptable(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Reply.problem(
        request,
        response,
        HttpServletResponse.SC_NOT_ACCEPTABLE,
        "Not in a form that you accept",
        "There are "
            + String.join(", ", Stream.of(Media.values()).map(Media::type).toList())
            + "; ?format= takes "
            + String.join(", ", Stream.of(Media.values()).map(Media::extension).toList())
            + ".");
  }
}

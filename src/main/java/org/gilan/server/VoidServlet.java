// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.page.Media;
import org.gilan.page.VoidDescription;

/** Describes the data set, in VoID. */
final class VoidServlet extends ReadServlet {
  private static final long serialVersionUID = 1;

  private final transient KnowledgeGraph graph;
  private transient volatile VoidDescription description;

  VoidServlet(KnowledgeGraph graph) {
    this.graph = graph;
  }

  @Override
  void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.addHeader("Vary", "Accept");
    String format = request.getParameter("format");
    Optional<Media> media =
        format == null
            ? Reply.accepted(request).choose(Media.rdf())
            : Media.named(format).filter(named -> named.format().isPresent());
    if (media.isEmpty() && (format != null || !Reply.isBrowser(request))) {
      Reply.problem(
          request,
          response,
          HttpServletResponse.SC_NOT_ACCEPTABLE,
          "Not in a form that you accept",
          "The description comes as Turtle, N-Triples, JSON-LD or RDF/XML.");
      return;
    }
    Reply.graph(
        request, response, media.orElse(Media.TURTLE), description().at(Reply.host(request)));
  }

  private VoidDescription description() {
    VoidDescription known = description;
    if (known == null) {
      known = VoidDescription.of(graph);
      description = known;
    }
    return known;
  }
}

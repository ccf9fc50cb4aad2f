// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.gilan.format.ResultFormat;
import org.gilan.vocab.Gilan;

/** The page that says how to cite the graph or a view of it, and how to cite a part of it. */
record CitePage(
    String title,
    boolean isWhole,
    Reference reference,
    List<Address.Download> references,
    String example) {
  /** The views of the whole graph, by the last part of their addresses. */
  private static final Map<String, String> VIEWS =
      Map.of(
          "timeline", "Timeline",
          "map", "Map",
          "letters", "Letters",
          "disputes", "Disputes",
          "archives", "Archives",
          "sources", "Sources",
          "questions", "Questions",
          "things", "People, bodies and everything else");

  /**
   * {@return how to cite the graph, or a view of it}
   *
   * @param of the last part of the view's address; anything else for the graph
   */
  static Reference reference(Site site, String of) {
    Edition edition = Edition.of(site.graph());
    String title = VIEWS.get(of);
    return title == null
        ? Reference.whole(edition)
        : new Reference(title, Gilan.BASE + of, "", edition);
  }

  static CitePage of(Site site, String of) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    String title = VIEWS.get(of);
    String query = title == null ? "" : "?of=" + of;
    return new CitePage(
        "How to cite " + (title == null ? "the graph" : "“" + title + "”"),
        title == null,
        reference(site, of),
        Address.downloads("/cite", ResultFormat.OF_REFERENCES).stream()
            .map(file -> new Address.Download(file.href() + query, file.type(), file.name()))
            .toList(),
        graph.stream(Node.ANY, RDF.type.asNode(), Gilan.Claim)
            .map(triple -> triple.getSubject().getURI())
            .min(String::compareTo)
            .flatMap(Addresses::path)
            .orElse("/"));
  }
}

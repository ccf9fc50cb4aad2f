// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

/**
 * Which things are described as parts of which page: passages of documents, terms of the ontology.
 */
final class Fragments {
  /** Of a graph on disk that has more parts, it knows so many. */
  private static final int MOST = 200_000;

  private final Map<String, List<Node>> byPage = new HashMap<>();

  /** Scans the typed things of the graph once. */
  Fragments(Graph graph) {
    graph.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
        .map(Triple::getSubject)
        .filter(node -> node.isURI() && page(node).isPresent())
        .distinct()
        .limit(MOST)
        .forEach(node -> parts(page(node).orElseThrow()).add(node));
    byPage.values().forEach(nodes -> nodes.sort(Claims.BY_PLACE));
  }

  private List<Node> parts(String page) {
    return byPage.computeIfAbsent(page, p -> new ArrayList<>());
  }

  private static Optional<String> page(Node node) {
    String iri = node.getURI();
    if (!iri.startsWith(Gilan.BASE)) {
      return Optional.empty();
    }
    int hash = iri.indexOf('#');
    return hash > 0
        ? Optional.of(iri.substring(0, hash))
        : Passage.parse(iri).map(Passage::document);
  }

  /** {@return the things that are parts of this page, in the order of the text} */
  List<Node> of(String page) {
    return byPage.getOrDefault(page, List.of());
  }

  /** {@return the thing that an IRI names, and what its fragments name} */
  List<Node> with(String iri) {
    List<Node> nodes = new ArrayList<>(List.of(NodeFactory.createURI(iri)));
    nodes.addAll(of(iri));
    return nodes;
  }
}

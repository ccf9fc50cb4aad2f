// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.gilan.vocab.Gilan;

/**
 * Which things are described as parts of which page: passages of documents, terms of ontologies.
 */
final class Fragments {
  private final Map<String, List<Node>> byPage = new HashMap<>();

  /** Scans the typed things of the graph once. */
  Fragments(Graph graph) {
    graph
        .find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .mapWith(Triple::getSubject)
        .filterKeep(node -> node.isURI() && node.getURI().startsWith(Gilan.BASE))
        .filterKeep(node -> node.getURI().indexOf('#') > 0)
        .toSet()
        .forEach(
            node ->
                byPage
                    .computeIfAbsent(
                        Addresses.withoutFragment(node.getURI()), page -> new ArrayList<>())
                    .add(node));
    byPage.values().forEach(nodes -> nodes.sort(Claims.BY_PLACE));
  }

  /** {@return the things whose IRI is this page's with a fragment, in the order of the text} */
  List<Node> of(String page) {
    return byPage.getOrDefault(page, List.of());
  }
}

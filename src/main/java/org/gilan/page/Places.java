// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

/**
 * Where passages stand in their documents: in which section or note, and which of the passages
 * there each is, in the order of the text, so that no two have the same name. Safe for use by many
 * threads.
 */
final class Places {
  private final Graph graph;
  private final Map<Node, Map<Node, Integer>> numbers = new ConcurrentHashMap<>();

  Places(Graph graph) {
    this.graph = graph;
  }

  /** {@return whether the node is a section or a note} */
  boolean isPart(Node node) {
    return graph.contains(node, RDF.type.asNode(), Gilan.Section)
        || graph.contains(node, RDF.type.asNode(), Gilan.Note);
  }

  /** {@return the note or else the section that a passage stands in; the document if in neither} */
  Node of(Passage passage) {
    Node node = NodeFactory.createURI(passage.iri());
    return isPart(node)
        ? node
        : G.iterSP(graph, node, Gilan.inPart).toList().stream()
            .filter(this::isPart)
            .min(Comparator.comparing(Places::length).thenComparing(Node::getURI))
            .orElseGet(() -> NodeFactory.createURI(passage.document()));
  }

  private static int length(Node part) {
    return Passage.parse(part.getURI()).map(p -> p.end() - p.begin()).orElse(Integer.MAX_VALUE);
  }

  /**
   * {@return which of the passages of its place it is, from 1; empty for the only one where nothing
   * rests on the place as a whole or is cited there, and for one that the graph does not know}
   */
  Optional<Integer> number(Passage passage) {
    Node place = of(passage);
    Map<Node, Integer> numbered = numbers.computeIfAbsent(place, this::number);
    return numbered.size() == 1 && !isSpokenOf(place)
        ? Optional.empty()
        : Optional.ofNullable(numbered.get(NodeFactory.createURI(passage.iri())));
  }

  private boolean isSpokenOf(Node place) {
    return graph.contains(Node.ANY, Vocabulary.DERIVED_FROM, place)
        || graph.contains(Node.ANY, Gilan.citedIn, place);
  }

  private Map<Node, Integer> number(Node place) {
    Node property = isPart(place) ? Gilan.inPart : Gilan.inDocument;
    List<Node> passages =
        G.iterPO(graph, property, place)
            .filterKeep(node -> node.isURI() && !isPart(node))
            .filterKeep(
                node -> Passage.parse(node.getURI()).filter(p -> of(p).equals(place)).isPresent())
            .toList()
            .stream()
            .sorted(Claims.BY_PLACE)
            .toList();
    Map<Node, Integer> numbered = new HashMap<>();
    passages.forEach(node -> numbered.put(node, numbered.size() + 1));
    return numbered;
  }
}

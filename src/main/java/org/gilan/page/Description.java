// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphFactory;

/** Gathers what the graph says about one thing, as a graph of its own. */
final class Description {
  private final Graph graph;
  private final Graph gathered = GraphFactory.createDefaultGraph();
  private final Set<Node> done = new HashSet<>();

  private Description(Graph graph, PrefixMapping prefixes) {
    this.graph = graph;
    gathered.getPrefixMapping().setNsPrefixes(prefixes);
  }

  /**
   * {@return the statements about the nodes and the claims behind them}
   *
   * <p>Blank nodes are followed. Statements in which a node is only the object are left out: they
   * belong to the description of their subject.
   */
  static Graph of(Graph graph, PrefixMapping prefixes, List<Node> nodes) {
    Description description = new Description(graph, prefixes);
    Claims claims = new Claims(graph);
    for (Node node : nodes) {
      description.add(node);
      claims.about(node).forEach(claim -> description.add(claim.node()));
      claims.on(node).forEach(claim -> description.add(claim.node()));
    }
    return description.gathered;
  }

  private void add(Node start) {
    List<Node> open = new ArrayList<>(List.of(start));
    while (!open.isEmpty()) {
      Node node = open.remove(open.size() - 1);
      if (done.add(node)) {
        graph
            .find(node, Node.ANY, Node.ANY)
            .forEach(
                triple -> {
                  gathered.add(triple);
                  if (triple.getObject().isBlank()) {
                    open.add(triple.getObject());
                  }
                });
      }
    }
  }
}

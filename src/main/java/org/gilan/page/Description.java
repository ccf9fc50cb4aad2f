// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.gilan.vocab.Gilan;

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
   * {@return the statements about the nodes and the claims behind them; of a dispute also its
   * positions, the claims that take or oppose them, and their passages}
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
      description.addDispute(node);
    }
    return description.gathered;
  }

  private void addDispute(Node dispute) {
    for (Node position : subjects(Gilan.positionIn, dispute)) {
      add(position);
      for (Node property : List.of(Gilan.takes, Gilan.opposes)) {
        for (Node claim : subjects(property, position)) {
          add(claim);
          graph.stream(claim, Vocabulary.DERIVED_FROM, null)
              .map(Triple::getObject)
              .forEach(this::add);
        }
      }
    }
  }

  private List<Node> subjects(Node property, Node object) {
    return graph.stream(null, property, object).map(Triple::getSubject).toList();
  }

  /**
   * {@return the statements about the terms of an ontology}
   *
   * <p>What the graph declares of others' terms that they are aligned with comes with them: a
   * reader of OWL that does not find a property declared takes it for an annotation.
   */
  static Graph ofOntology(Graph graph, PrefixMapping prefixes, List<Node> terms) {
    Graph described = of(graph, prefixes, terms);
    List<Triple> declarations =
        described.stream()
            .map(Triple::getObject)
            .filter(Node::isURI)
            .distinct()
            .flatMap(term -> graph.stream(term, RDF.type.asNode(), Node.ANY))
            .filter(type -> type.getObject().isURI())
            .filter(type -> type.getObject().getURI().startsWith(OWL2.NS))
            .toList();
    declarations.forEach(described::add);
    return described;
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

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.gilan.claim.Stance;
import org.gilan.claim.Standing;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

/** Finds the claims of one graph. Lists are ordered by the claims' IRIs. */
final class Claims {
  static final Node SUBJECT = RDF.subject.asNode();
  static final Node PREDICATE = RDF.predicate.asNode();
  static final Node OBJECT = RDF.object.asNode();

  /** Orders passages as a reader meets them. */
  static final Comparator<Node> BY_PLACE =
      Comparator.<Node, Passage>comparing(Claims::place).thenComparing(Node::getURI);

  /**
   * A claim as the pages need it.
   *
   * @param node the claim's own node
   * @param statement what it says
   * @param document the document that says it; null when not stated
   * @param passages where it is said, in the order of the text
   * @param standing whether the graph accepts it; null when not stated
   * @param stance how the document stands to it; null when not stated
   */
  record Claim(
      Node node, Triple statement, Node document, List<Node> passages, Node standing, Node stance) {
    /** {@return whether the graph states what the claim says on its word} */
    boolean isAccepted() {
      return standing == null || standing.equals(Standing.ACCEPTED.node());
    }

    /** {@return whether the source says it in its own voice} */
    boolean isAsserted() {
      return stance == null || stance.equals(Stance.ASSERTS.node());
    }
  }

  private final Graph graph;

  Claims(Graph graph) {
    this.graph = graph;
  }

  /** {@return what a claim says; empty for a node that is no claim} */
  static Optional<Triple> statement(Graph graph, Node claim) {
    Node subject = first(graph, claim, SUBJECT);
    Node predicate = first(graph, claim, PREDICATE);
    Node object = first(graph, claim, OBJECT);
    return subject == null || predicate == null || object == null
        ? Optional.empty()
        : Optional.of(Triple.create(subject, predicate, object));
  }

  /** {@return the claim with this node; empty for a node that is no claim} */
  Optional<Claim> read(Node node) {
    return statement(graph, node)
        .map(
            statement ->
                new Claim(
                    node,
                    statement,
                    first(graph, node, Gilan.inDocument),
                    passages(node),
                    first(graph, node, Gilan.standing),
                    first(graph, node, Gilan.stance)));
  }

  /** {@return the claims whose statement has this subject} */
  List<Claim> about(Node subject) {
    return with(SUBJECT, subject);
  }

  /** {@return the claims whose statement has this object} */
  List<Claim> naming(Node object) {
    return with(OBJECT, object);
  }

  /** {@return the claims that rest on this passage} */
  List<Claim> on(Node passage) {
    return with(Vocabulary.DERIVED_FROM, passage);
  }

  private List<Claim> with(Node property, Node value) {
    List<Claim> found = new ArrayList<>();
    G.iterPO(graph, property, value).forEach(node -> read(node).ifPresent(found::add));
    found.sort(Comparator.comparing(claim -> claim.node().toString()));
    return found;
  }

  private List<Node> passages(Node claim) {
    List<Node> found = new ArrayList<>();
    G.iterSP(graph, claim, Vocabulary.DERIVED_FROM).filterKeep(Node::isURI).forEach(found::add);
    found.sort(BY_PLACE);
    return found;
  }

  /** {@return how many claims a document makes} */
  int in(Node document) {
    return G.iterPO(graph, Gilan.inDocument, document)
        .filterKeep(node -> graph.contains(node, RDF.type.asNode(), Gilan.Claim))
        .toList()
        .size();
  }

  private static Passage place(Node node) {
    return Passage.parse(node.getURI())
        .orElseGet(() -> new Passage(Addresses.withoutFragment(node.getURI()), 0, 0));
  }

  private static Node first(Graph graph, Node subject, Node property) {
    return G.iterSP(graph, subject, property).toList().stream()
        .min(Comparator.comparing(Node::toString))
        .orElse(null);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.gilan.vocab.Gilan;

/**
 * Materialises what follows from the facts: the OWL 2 RL rules that the ontology uses, namely
 * cax-sco (subclass), prp-spo1 (subproperty), prp-spo2 (chains of two properties), prp-inv
 * (inverse), prp-symp (symmetric) and prp-trp (transitive). Domains and ranges are checked, not
 * inferred, so that a mistake shows as a mistake.
 */
final class Inference {
  private static final Node TYPE = RDF.type.asNode();

  private final Ontology ontology;
  private final Graph facts;
  private final Graph inferred = Assembly.emptyGraph();
  private final Deque<Triple> open = new ArrayDeque<>();
  private final Map<Node, Set<Node>> inverses = new HashMap<>();
  private final List<Chain> chains = new ArrayList<>();
  private final Set<Node> symmetric;
  private final Set<Node> transitive;

  /** A step of a chain: a property, or one read backwards. */
  private record Step(Node property, boolean backwards) {
    Node start(Triple t) {
      return backwards ? t.getObject() : t.getSubject();
    }

    Node end(Triple t) {
      return backwards ? t.getSubject() : t.getObject();
    }
  }

  /** Two steps that make a property. */
  private record Chain(Step first, Step second, Node property) {}

  private Inference(Ontology ontology, Graph facts) {
    this.ontology = ontology;
    this.facts = facts;
    readChains();
    this.symmetric = ontology.properties("SymmetricProperty");
    this.transitive = ontology.properties("TransitiveProperty");
    ontology.graph().stream(null, OWL2.inverseOf.asNode(), null)
        .filter(t -> t.getSubject().isURI() && t.getObject().isURI())
        .forEach(
            t -> {
              inverses.computeIfAbsent(t.getSubject(), k -> new HashSet<>()).add(t.getObject());
              inverses.computeIfAbsent(t.getObject(), k -> new HashSet<>()).add(t.getSubject());
            });
  }

  private void readChains() {
    Graph terms = ontology.graph();
    terms.stream(null, OWL2.propertyChainAxiom.asNode(), null)
        .forEach(
            t -> {
              List<Node> steps = GraphList.members(new GNode(terms, t.getObject()));
              chains.add(new Chain(step(steps.get(0)), step(steps.get(1)), t.getSubject()));
            });
  }

  private Step step(Node node) {
    return ontology.graph().stream(node, OWL2.inverseOf.asNode(), null)
        .filter(t -> node.isBlank())
        .map(t -> new Step(t.getObject(), true))
        .findFirst()
        .orElse(new Step(node, false));
  }

  /**
   * {@return the triples that follow from the facts and are not among them}
   *
   * @param ontology the terms
   * @param facts the asserted triples, left as they are
   */
  static Graph of(Ontology ontology, Graph facts) {
    Inference inference = new Inference(ontology, facts);
    facts.find().forEachRemaining(inference.open::add);
    while (!inference.open.isEmpty()) {
      inference.expand(inference.open.remove());
    }
    return inference.inferred;
  }

  private void expand(Triple t) {
    Node s = t.getSubject();
    Node p = t.getPredicate();
    Node o = t.getObject();
    if (p.equals(TYPE)) {
      ontology.superClasses(o).forEach(type -> add(s, TYPE, type));
      return;
    }
    ontology.superProperties(p).forEach(above -> add(s, above, o));
    if (o.isLiteral()) {
      return;
    }
    inverses.getOrDefault(p, Set.of()).forEach(inverse -> add(o, inverse, s));
    if (symmetric.contains(p)) {
      add(o, p, s);
    }
    chains.forEach(chain -> follow(chain, t));
    if (transitive.contains(p)) {
      for (Graph graph : new Graph[] {facts, inferred}) {
        graph.find(o, p, Node.ANY).toList().forEach(next -> add(s, p, next.getObject()));
        graph.find(Node.ANY, p, s).toList().forEach(last -> add(last.getSubject(), p, o));
      }
    }
  }

  private void follow(Chain chain, Triple t) {
    Node p = t.getPredicate();
    if (chain.first().property().equals(p)) {
      Step second = chain.second();
      known(second, chain.first().end(t), null)
          .forEach(next -> add(chain.first().start(t), chain.property(), second.end(next)));
    }
    if (chain.second().property().equals(p)) {
      Step first = chain.first();
      known(first, null, chain.second().start(t))
          .forEach(last -> add(first.start(last), chain.property(), chain.second().end(t)));
    }
  }

  /** The triples of a step that begin and end there; null for anywhere. */
  private List<Triple> known(Step step, Node start, Node end) {
    Node s = step.backwards() ? end : start;
    Node o = step.backwards() ? start : end;
    return Stream.of(facts, inferred)
        .flatMap(graph -> graph.stream(s, step.property(), o))
        .toList();
  }

  private void add(Node s, Node p, Node o) {
    boolean ours = p.equals(TYPE) || p.getURI().startsWith(Gilan.NS);
    Triple t = Triple.create(s, p, o);
    if (ours && !s.equals(o) && !facts.contains(t) && !inferred.contains(t)) {
      inferred.add(t);
      open.add(t);
    }
  }
}

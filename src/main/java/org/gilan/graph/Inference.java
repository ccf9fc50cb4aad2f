// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.gilan.vocab.Gilan;

/**
 * Materialises what follows from the facts: the OWL 2 RL rules that the ontology uses, namely
 * cax-sco (subclass), prp-spo1 (subproperty), prp-inv (inverse), prp-symp (symmetric) and prp-trp
 * (transitive). Domains and ranges are checked, not inferred, so that a mistake shows as a mistake.
 */
final class Inference {
  private static final Node TYPE = RDF.type.asNode();

  private final Ontology ontology;
  private final Graph facts;
  private final Graph inferred = Assembly.emptyGraph();
  private final Deque<Triple> open = new ArrayDeque<>();
  private final Map<Node, Set<Node>> inverses = new HashMap<>();
  private final Set<Node> symmetric;
  private final Set<Node> transitive;

  private Inference(Ontology ontology, Graph facts) {
    this.ontology = ontology;
    this.facts = facts;
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
    if (transitive.contains(p)) {
      for (Graph graph : new Graph[] {facts, inferred}) {
        graph.find(o, p, Node.ANY).toList().forEach(next -> add(s, p, next.getObject()));
        graph.find(Node.ANY, p, s).toList().forEach(last -> add(last.getSubject(), p, o));
      }
    }
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

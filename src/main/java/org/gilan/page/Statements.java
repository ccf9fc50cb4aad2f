// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.vocab.Gilan;

/**
 * The triples of a thing that are worth telling, with the claims that carry them. What no claim
 * carries is left out where it only repeats another triple with a wider property or the other way
 * round. Remembers what it has read of the ontology, so it serves one page.
 */
final class Statements {
  private static final Set<Node> ELSEWHERE =
      Set.of(
          RDF.type.asNode(),
          RDFS.label.asNode(),
          Vocabulary.ALT_LABEL,
          Vocabulary.DEFINITION,
          Vocabulary.HAS_GEOMETRY,
          Gilan.spelling,
          Gilan.earliest,
          Gilan.latest,
          Gilan.begunBy,
          Gilan.enduredTo);
  private static final Set<Node> BEHIND =
      Set.of(
          Claims.SUBJECT, Claims.PREDICATE, Claims.OBJECT, RDF.type.asNode(), Vocabulary.EXAMPLE);

  /** A page is the same in whatever order a store gives its triples. */
  private static final Comparator<Triple> IN_ORDER =
      Comparator.comparing((Triple triple) -> triple.getPredicate().toString())
          .thenComparing(triple -> triple.getObject().toString())
          .thenComparing(triple -> triple.getSubject().toString());

  private final Graph graph;
  private final Claims claims;
  private final Map<Node, Set<Node>> inverseProperties = new HashMap<>();
  private final Map<Node, Set<Node>> wider = new HashMap<>();

  Statements(Graph graph) {
    this.graph = graph;
    this.claims = new Claims(graph);
  }

  /** {@return what the graph states about the node, except its types, names and bounds} */
  List<Triple> of(Node node, Set<Triple> claimed) {
    List<Triple> found =
        graph
            .find(node, Node.ANY, Node.ANY)
            .filterDrop(triple -> ELSEWHERE.contains(triple.getPredicate()))
            .toList();
    found.sort(IN_ORDER);
    return unrepeated(found, claimed);
  }

  /** {@return what the graph states about others in terms of the node} */
  List<Triple> naming(Node node, Set<Triple> claimed) {
    List<Triple> found =
        graph
            .find(Node.ANY, Node.ANY, node)
            .filterDrop(triple -> BEHIND.contains(triple.getPredicate()))
            .filterDrop(triple -> inverses(triple).stream().anyMatch(graph::contains))
            .toList();
    found.sort(IN_ORDER);
    return unrepeated(found, claimed);
  }

  /** {@return the claims of which the node is subject or object, by what they say} */
  Map<Triple, List<Claims.Claim>> claims(Node node) {
    Map<Triple, List<Claims.Claim>> found = new LinkedHashMap<>();
    for (Claims.Claim claim : claims.about(node)) {
      add(found, claim.statement(), claim);
    }
    for (Claims.Claim claim : claims.naming(node)) {
      add(found, claim.statement(), claim);
      inverses(claim.statement()).forEach(inverse -> add(found, inverse, claim));
    }
    return found;
  }

  private static void add(
      Map<Triple, List<Claims.Claim>> found, Triple statement, Claims.Claim claim) {
    List<Claims.Claim> known = found.computeIfAbsent(statement, triple -> new ArrayList<>());
    if (!known.contains(claim)) {
      known.add(claim);
    }
  }

  /** {@return the node's classes, without those that follow from another of them} */
  List<Node> types(Node node) {
    Set<Node> types = new HashSet<>();
    graph
        .find(node, RDF.type.asNode(), Node.ANY)
        .mapWith(Triple::getObject)
        .filterDrop(type -> type.equals(OWL2.NamedIndividual.asNode()))
        .forEach(types::add);
    Set<Node> implied = new HashSet<>();
    types.forEach(type -> implied.addAll(above(type, RDFS.subClassOf.asNode())));
    types.removeAll(implied);
    return types.stream().sorted(Comparator.comparing(Node::toString)).toList();
  }

  /** {@return whether the node is of a class of ours, directly or by inference} */
  boolean isA(Node node, String type) {
    return graph.contains(node, RDF.type.asNode(), Gilan.term(type));
  }

  /** Drops what follows by a narrower property, unless somebody says it in these very terms. */
  private List<Triple> unrepeated(List<Triple> triples, Set<Triple> claimed) {
    Set<Triple> implied = new HashSet<>();
    for (Triple triple : triples) {
      for (Node wide : wider(triple.getPredicate())) {
        implied.add(Triple.create(triple.getSubject(), wide, triple.getObject()));
      }
    }
    implied.removeAll(claimed);
    return triples.stream().filter(triple -> !implied.contains(triple)).toList();
  }

  private Set<Node> wider(Node property) {
    Set<Node> known = wider.get(property);
    if (known == null) {
      known = above(property, RDFS.subPropertyOf.asNode());
      wider.put(property, known);
    }
    return known;
  }

  /** The same fact told from its other end. */
  private List<Triple> inverses(Triple triple) {
    if (triple.getObject().isLiteral()) {
      return List.of();
    }
    Set<Node> known = inverseProperties.get(triple.getPredicate());
    if (known == null) {
      known = inverseProperties(triple.getPredicate());
      inverseProperties.put(triple.getPredicate(), known);
    }
    return known.stream()
        .map(property -> Triple.create(triple.getObject(), property, triple.getSubject()))
        .toList();
  }

  private Set<Node> inverseProperties(Node property) {
    Node inverse = OWL2.inverseOf.asNode();
    Set<Node> found =
        graph
            .find(property, inverse, Node.ANY)
            .mapWith(Triple::getObject)
            .andThen(graph.find(Node.ANY, inverse, property).mapWith(Triple::getSubject))
            .toSet();
    if (graph.contains(property, RDF.type.asNode(), OWL2.SymmetricProperty.asNode())) {
      found.add(property);
    }
    return found;
  }

  /** Everything above a term, itself excluded even where the graph states it of itself. */
  private Set<Node> above(Node term, Node relation) {
    Set<Node> found = new HashSet<>();
    List<Node> open = new ArrayList<>(List.of(term));
    while (!open.isEmpty()) {
      graph
          .find(open.remove(open.size() - 1), relation, Node.ANY)
          .mapWith(Triple::getObject)
          .filterKeep(found::add)
          .forEach(open::add);
    }
    found.remove(term);
    return found;
  }
}

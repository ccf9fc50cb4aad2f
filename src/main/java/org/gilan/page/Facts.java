// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.vocab.Gilan;

/**
 * Lays the triples of a thing out as rows for people: grouped by property, each with the claims
 * that carry it. A triple that no claim carries is left out where it only repeats another one with
 * a wider property or the other way round.
 */
final class Facts {
  /** How many rows of one property a page shows before it points to a query for the rest. */
  static final int MOST = 60;

  private static final Set<Node> ELSEWHERE =
      Set.of(
          RDF.type.asNode(),
          RDFS.label.asNode(),
          Vocabulary.ALT_LABEL,
          Vocabulary.DEFINITION,
          Vocabulary.HAS_GEOMETRY,
          Gilan.earliest,
          Gilan.latest);
  private static final Set<Node> BEHIND =
      Set.of(
          Claims.SUBJECT, Claims.PREDICATE, Claims.OBJECT, RDF.type.asNode(), Vocabulary.EXAMPLE);

  /** What says enough by its subject alone: a passage, or a claim, which is a sentence itself. */
  private static final Set<Node> NAMED =
      Set.of(
          Vocabulary.MENTIONS, Gilan.attributedTo, Gilan.inDispute, Gilan.restsOn, Gilan.citation);

  /** The facts of one property. */
  record Group(Term property, List<Row> rows, int more, String query) {
    int span() {
      return rows.size();
    }

    boolean hasMore() {
      return more > 0;
    }
  }

  /**
   * One fact.
   *
   * @param pieces read together as a value or a sentence
   * @param evidence who says it
   * @param inferred whether nobody says it, because it follows from other facts
   */
  record Row(List<Term> pieces, List<Evidence> evidence, boolean inferred) {
    boolean hasEvidence() {
      return !evidence.isEmpty();
    }

    /** {@return what a claim says, with who says it} */
    static Row of(Claims.Claim claim, LinkedWording wording) {
      return new Row(
          wording.sentence(claim.statement()), List.of(Evidence.of(claim, wording)), false);
    }
  }

  private final Graph graph;
  private final Graph inferences;
  private final LinkedWording wording;
  private final Claims claims;
  private final Map<Node, Set<Node>> inverseProperties = new HashMap<>();

  Facts(Site site, LinkedWording wording) {
    this.graph = site.graph().dataset().getDefaultGraph();
    this.inferences = site.graph().dataset().getGraph(KnowledgeGraph.INFERENCES);
    this.wording = wording;
    this.claims = new Claims(graph);
  }

  /** {@return what the graph states about the node, except its types, names and those left out} */
  List<Group> about(Node node, Set<Node> without) {
    Map<Triple, List<Evidence>> evidence = new HashMap<>();
    for (Claims.Claim claim : claims.about(node)) {
      add(evidence, claim.statement(), claim);
    }
    for (Claims.Claim claim : claims.naming(node)) {
      inverses(claim.statement()).forEach(inverse -> add(evidence, inverse, claim));
    }
    List<Triple> found =
        graph
            .find(node, Node.ANY, Node.ANY)
            .filterDrop(triple -> ELSEWHERE.contains(triple.getPredicate()))
            .filterDrop(triple -> without.contains(triple.getPredicate()))
            .toList();
    return groups(
        unrepeated(found, evidence.keySet()),
        triple -> List.of(wording.term(triple.getObject())),
        evidence,
        property -> "SELECT ?value WHERE { <" + node + "> <" + property + "> ?value }");
  }

  /** {@return what sources say about the node that the graph does not state} */
  List<Row> unstated(Node node) {
    return claims.about(node).stream()
        .filter(claim -> !graph.contains(claim.statement()))
        .map(
            claim ->
                new Row(
                    wording.sentenceOn(node, claim.statement()),
                    List.of(Evidence.of(claim, wording)),
                    false))
        .toList();
  }

  /** {@return what the graph states about others in terms of the node, passages last} */
  List<Group> naming(Node node, Set<Node> without) {
    Map<Triple, List<Evidence>> evidence = new HashMap<>();
    for (Claims.Claim claim : claims.naming(node)) {
      add(evidence, claim.statement(), claim);
    }
    List<Triple> found =
        graph
            .find(Node.ANY, Node.ANY, node)
            .filterDrop(triple -> BEHIND.contains(triple.getPredicate()))
            .filterDrop(triple -> without.contains(triple.getPredicate()))
            .filterDrop(triple -> inverses(triple).stream().anyMatch(graph::contains))
            .toList();
    return groups(
        unrepeated(found, evidence.keySet()),
        triple ->
            NAMED.contains(triple.getPredicate())
                ? List.of(wording.term(triple.getSubject()))
                : wording.sentenceOn(node, triple),
        evidence,
        property -> "SELECT ?thing WHERE { ?thing <" + property + "> <" + node + "> }");
  }

  /** {@return the node's types, without those that follow from another of them} */
  List<Term> types(Node node) {
    Set<Node> types = new HashSet<>();
    graph
        .find(node, RDF.type.asNode(), Node.ANY)
        .mapWith(Triple::getObject)
        .filterDrop(type -> type.equals(OWL2.NamedIndividual.asNode()))
        .forEach(types::add);
    Set<Node> implied = new HashSet<>();
    types.forEach(type -> implied.addAll(above(type, RDFS.subClassOf.asNode())));
    types.removeAll(implied);
    return types.stream().map(wording::term).sorted(Comparator.comparing(Term::text)).toList();
  }

  private void add(Map<Triple, List<Evidence>> evidence, Triple statement, Claims.Claim claim) {
    evidence
        .computeIfAbsent(statement, triple -> new ArrayList<>())
        .add(Evidence.of(claim, wording));
  }

  private static List<Triple> unclaimed(List<Triple> triples, Set<Triple> claimed) {
    return triples.stream().filter(triple -> !claimed.contains(triple)).toList();
  }

  /** Drops what follows by a narrower property, unless somebody says it in these very terms. */
  private List<Triple> unrepeated(List<Triple> triples, Set<Triple> claimed) {
    Set<Triple> implied = new HashSet<>();
    for (Triple triple : triples) {
      for (Node wider : above(triple.getPredicate(), RDFS.subPropertyOf.asNode())) {
        implied.add(Triple.create(triple.getSubject(), wider, triple.getObject()));
      }
    }
    List<Triple> left = new ArrayList<>(triples);
    left.removeAll(unclaimed(List.copyOf(implied), claimed));
    return left;
  }

  /** The same fact told from its other end. */
  private List<Triple> inverses(Triple triple) {
    if (triple.getObject().isLiteral()) {
      return List.of();
    }
    return inverseProperties
        .computeIfAbsent(triple.getPredicate(), this::inverseProperties)
        .stream()
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

  private List<Group> groups(
      List<Triple> triples,
      Function<Triple, List<Term>> reading,
      Map<Triple, List<Evidence>> evidence,
      Function<Node, String> query) {
    Map<String, Group> ordered = new TreeMap<>();
    triples.stream()
        .collect(Collectors.groupingBy(Triple::getPredicate))
        .forEach(
            (property, found) -> {
              List<Row> rows =
                  found.stream()
                      .map(triple -> row(triple, reading.apply(triple), evidence))
                      .sorted(Comparator.comparing(Facts::text))
                      .toList();
              List<Row> shown = rows.subList(0, Math.min(MOST, rows.size()));
              ordered.put(
                  order(property),
                  new Group(
                      wording.property(property),
                      shown,
                      rows.size() - shown.size(),
                      UiLinks.query(query.apply(property))));
            });
    return List.copyOf(ordered.values());
  }

  private Row row(Triple triple, List<Term> pieces, Map<Triple, List<Evidence>> evidence) {
    List<Evidence> known =
        evidence.getOrDefault(
            triple,
            claims.read(triple.getSubject()).stream()
                .filter(claim -> NAMED.contains(triple.getPredicate()))
                .map(claim -> Evidence.of(claim, wording))
                .toList());
    return new Row(pieces, known, known.isEmpty() && inferences.contains(triple));
  }

  /** Our own properties first, by name; then other vocabularies; mentions last. */
  private String order(Node property) {
    String rank =
        property.equals(Vocabulary.MENTIONS)
            ? "3"
            : property.getURI().startsWith(Gilan.NS) ? "1" : "2";
    return rank + wording.property(property).text() + property.getURI();
  }

  private static String text(Row row) {
    return row.pieces().stream()
        .map(piece -> piece.exact() == null ? piece.text() : piece.exact())
        .collect(Collectors.joining());
  }
}

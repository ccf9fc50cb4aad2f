// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.gilan.catalogue.CatalogueGraph;
import org.gilan.claim.Claim;
import org.gilan.claim.DateRange;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;

/**
 * The graph put together from its sources, with all that the checks need to know: where each triple
 * and claim was written.
 *
 * @param sources the files
 * @param ontology the terms
 * @param positions the claims in the order of their keys, with the line of each
 * @param graph the result
 * @param wording says triples in English
 * @param findings what is wrong with the files as Turtle and the annotations as claims
 */
public record Assembly(
    Sources sources,
    Ontology ontology,
    Map<Claim, Position> positions,
    KnowledgeGraph graph,
    Wording wording,
    List<Finding> findings) {

  /**
   * Puts the graph together.
   *
   * @param sources the files
   * @param checksum names the result
   * @return the graph and how it came about
   */
  public static Assembly of(Sources sources, String checksum) {
    List<Finding> findings = new ArrayList<>(sources.findings());
    Ontology ontology = new Ontology(sources.terms());
    Map<Claim, Position> positions = ClaimReader.read(sources.data(), findings);
    Graph facts = facts(sources.data());
    leaveVaguerDates(ontology, facts);
    new Derivation(facts).addBounds();
    Citations.add(facts);
    Wording wording = new Wording(ontology.graph(), facts);
    List<Supplier<Map<Node, Graph>>> parts =
        List.of(
            () -> claims(sources, positions.keySet(), wording, facts),
            () -> Map.of(KnowledgeGraph.INFERENCES, inferences(ontology, facts)),
            () ->
                Map.of(
                    KnowledgeGraph.DISPUTES,
                    new Disputes(ontology, positions.keySet(), facts).graph(),
                    KnowledgeGraph.QUERIES,
                    queries(sources)));

    DatasetGraph dataset = emptyDataset();
    dataset.addGraph(KnowledgeGraph.ONTOLOGY, sources.terms());
    dataset.addGraph(KnowledgeGraph.FACTS, facts);
    dataset.addGraph(KnowledgeGraph.SHAPES, sources.shapes());
    // At once, for none needs another, and together they are half of the work.
    parts.parallelStream().map(Supplier::get).toList().forEach(p -> p.forEach(dataset::addGraph));
    Graph wikidata = WikidataFile.read(sources.home(), findings);
    if (!wikidata.isEmpty()) {
      dataset.addGraph(KnowledgeGraph.WIKIDATA, wikidata);
    }
    sources.prefixes().forEach(dataset.prefixes()::add);
    unite(dataset);
    KnowledgeGraph graph = new KnowledgeGraph(dataset, checksum);
    return new Assembly(sources, ontology, positions, graph, wording, findings);
  }

  private static Map<Node, Graph> claims(
      Sources sources, Collection<Claim> claims, Wording wording, Graph facts) {
    ClaimWriter writer = new ClaimWriter(wording, facts);
    claims.forEach(writer::write);
    Graph mentions = emptyGraph();
    sources.mentions().keySet().forEach(mentions::add);
    writer.passages(sources.mentions().keySet(), mentions);
    return Map.of(
        KnowledgeGraph.CLAIMS, writer.claims(),
        KnowledgeGraph.REIFIERS, writer.reifiers(),
        KnowledgeGraph.MENTIONS, mentions);
  }

  private static Graph inferences(Ontology ontology, Graph facts) {
    Graph inferences = Inference.of(ontology, facts);
    Geometries.add(facts, inferences);
    return inferences;
  }

  private static Graph queries(Sources sources) {
    Graph queries = emptyGraph();
    new CatalogueGraph(KnowledgeGraph.QUERIES, queries)
        .write(sources.catalogue(), sources.prefixes());
    return queries;
  }

  /** {@return an empty graph of the kind that reads fastest; terms match as they are written} */
  static Graph emptyGraph() {
    return new GraphMem2Fast();
  }

  /** {@return an empty dataset that links graphs and does not copy them} */
  static DatasetGraph emptyDataset() {
    return new DatasetGraphMapLink(emptyGraph());
  }

  /** Fills the default graph from the named graphs it unites. */
  private static void unite(DatasetGraph dataset) {
    Graph united = dataset.getDefaultGraph();
    dataset.prefixes().forEach(united.getPrefixMapping()::setNsPrefix);
    for (Node name : KnowledgeGraph.IN_DEFAULT) {
      dataset.getGraph(name).find().forEachRemaining(united::add);
    }
  }

  /**
   * Of accepted dates that all hold, the graph states the most exact; the claims keep the others.
   */
  private static void leaveVaguerDates(Ontology ontology, Graph facts) {
    List<Triple> vaguer =
        facts.stream()
            .filter(t -> ontology.isSingleValued(t.getPredicate()))
            .filter(t -> hasMoreExact(facts, t))
            .toList();
    vaguer.forEach(facts::delete);
  }

  private static boolean hasMoreExact(Graph facts, Triple t) {
    Optional<DateRange> date = DateRange.of(t.getObject());
    return date.isPresent()
        && facts.stream(t.getSubject(), t.getPredicate(), null)
            .flatMap(other -> DateRange.of(other.getObject()).stream())
            .anyMatch(other -> !other.equals(date.get()) && date.get().contains(other));
  }

  private static Graph facts(Map<Triple, Position> data) {
    Graph facts = emptyGraph();
    for (Triple t : data.keySet()) {
      if (!t.getSubject().isBlank() && !t.getPredicate().equals(Rdf12.REIFIES)) {
        facts.add(t);
      }
    }
    return facts;
  }

  /** {@return the claims in the order of their keys} */
  public Collection<Claim> claims() {
    return positions.keySet();
  }

  /**
   * {@return the line where a claim was written}
   *
   * @param claim one of these claims
   */
  public Position positionOf(Claim claim) {
    return positions.get(claim);
  }

  /**
   * {@return the line that states a triple; else one that states another value of the property;
   * else the line where the subject is first described; else nothing}
   *
   * @param subject a thing of the data
   * @param property a property, or null for any
   * @param object a value, or null for any
   */
  public Optional<Position> positionOf(Node subject, Node property, Node object) {
    List<Triple> about = sources.about(subject);
    Comparator<Triple> closest =
        Comparator.comparing((Triple t) -> t.getPredicate().equals(property))
            .thenComparing(t -> t.getObject().equals(object))
            .reversed();
    return about.stream().min(closest).map(sources.data()::get);
  }

  /**
   * {@return a triple as an English sentence, without a full stop}
   *
   * @param triple a triple of the data
   */
  public String inWords(Triple triple) {
    return wording.sentence(triple);
  }
}

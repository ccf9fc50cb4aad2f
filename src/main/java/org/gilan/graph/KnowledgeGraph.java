// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.document.DocumentRecord;
import org.gilan.vocab.Gilan;

/**
 * The whole graph, ready to be asked. Nobody writes to it once it is made, so any number of threads
 * may read.
 *
 * <p>The default graph is free of triple terms and holds everything else: ontology, facts,
 * inferences, claims, passages, questions. Each of these is also a named graph ({@code
 * https://w3id.org/gilan/graph/…}), and {@code graph/reifiers} has the facts with their claims as
 * RDF 1.2 reifiers.
 *
 * @param dataset the graphs
 * @param checksum the SHA-256 of what the graph was made from
 * @param counts gives the statistics of the default graph
 */
public record KnowledgeGraph(DatasetGraph dataset, String checksum, Supplier<Statistics> counts) {
  /** The terms and their alignments. */
  public static final Node ONTOLOGY = Gilan.graph("ontology");

  /** The accepted facts as written, and the descriptions of documents. */
  public static final Node FACTS = Gilan.graph("facts");

  /** What follows from the facts. */
  public static final Node INFERENCES = Gilan.graph("inferences");

  /** Claims and passages. */
  public static final Node CLAIMS = Gilan.graph("claims");

  /** What leads to disputes, and the disputes that follow from claims of contradicting values. */
  public static final Node DISPUTES = Gilan.graph("disputes");

  /** Which passages mention whom. */
  public static final Node MENTIONS = Gilan.graph("mentions");

  /** The questions of the catalogue, as SHACL SPARQL executables. */
  public static final Node QUERIES = Gilan.graph("queries");

  /** The facts with their claims as RDF 1.2 reifiers. */
  public static final Node REIFIERS = Gilan.graph("reifiers");

  /** The shapes; not part of the default graph. */
  public static final Node SHAPES = Gilan.graph("shapes");

  /** What Wikidata says of linked things, if it was fetched; not part of the default graph. */
  public static final Node WIKIDATA = Gilan.graph("wikidata");

  /** The graphs that the default graph unites. */
  public static final List<Node> IN_DEFAULT =
      List.of(ONTOLOGY, FACTS, INFERENCES, CLAIMS, DISPUTES, MENTIONS, QUERIES);

  /**
   * A graph that has been counted.
   *
   * @param dataset the graphs
   * @param checksum the SHA-256 of what the graph was made from
   * @param statistics of the default graph
   */
  public KnowledgeGraph(DatasetGraph dataset, String checksum, Statistics statistics) {
    this(dataset, checksum, () -> statistics);
  }

  /**
   * A graph that has not been counted yet, and is when somebody asks for the counts.
   *
   * @param dataset the graphs
   * @param checksum the SHA-256 of what the graph was made from
   */
  public KnowledgeGraph(DatasetGraph dataset, String checksum) {
    this(dataset, checksum, new Once<>(() -> Statistics.of(dataset)));
  }

  /** {@return the statistics of the default graph} */
  public Statistics statistics() {
    return counts.get();
  }

  /** {@return the documents that the graph was drawn from, ordered by IRI} */
  public List<DocumentRecord> documents() {
    return dataset.calculateRead(
        () ->
            dataset.getDefaultGraph().stream(null, RDF.type.asNode(), Gilan.Document)
                .map(t -> t.getSubject())
                .sorted((a, b) -> a.getURI().compareTo(b.getURI()))
                .map(this::document)
                .toList());
  }

  private DocumentRecord document(Node iri) {
    return new DocumentRecord(
        iri.getURI(),
        text(iri, RDFS.label.asNode()).orElse(iri.getURI()),
        text(iri, DCTerms.identifier.asNode()).orElse(""),
        text(iri, Gilan.sha256).orElse(""),
        text(iri, Gilan.length).map(Integer::valueOf).orElse(0));
  }

  private Optional<String> text(Node subject, Node property) {
    return dataset.getDefaultGraph().stream(subject, property, null)
        .map(t -> t.getObject())
        .filter(o -> o.isLiteral())
        .map(Node::getLiteralLexicalForm)
        .sorted()
        .findFirst();
  }
}

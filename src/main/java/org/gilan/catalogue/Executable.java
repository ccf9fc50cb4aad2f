// SPDX-License-Identifier: Apache-2.0
package org.gilan.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.vocab.Gilan;

/**
 * A question as the graph holds it: a SHACL SPARQL executable (SHACL Advanced Features, section 5),
 * described as the SIB collections of example queries are.
 *
 * @param name the last part of its IRI, {@code https://w3id.org/gilan/query/…}
 * @param title the question
 * @param description what a row means and what to mind
 * @param topic what it is about before all
 * @param keywords what it is about, in alphabetical order, the topic among them
 * @param sparql the query
 * @param form how it asks
 * @param endpoints the other endpoints that it asks by {@code SERVICE}
 */
public record Executable(
    String name,
    String title,
    String description,
    String topic,
    List<String> keywords,
    String sparql,
    Form form,
    List<String> endpoints) {

  /** The namespace of the SIB's vocabulary of example queries. */
  public static final String SPEX = "https://purl.expasy.org/sparql-examples/ontology#";

  /** Leads to an endpoint that is asked by {@code SERVICE}. */
  public static final Node FEDERATES_WITH = NodeFactory.createURI(SPEX + "federatesWith");

  static final Node TYPE = SHACL.SPARQLExecutable;
  static final Node KEYWORDS = NodeFactory.createURI("https://schema.org/keywords");
  static final Node CATEGORY = NodeFactory.createURI("https://schema.org/category");

  /**
   * {@return the questions in a graph, ordered by name}
   *
   * @param graph any graph
   */
  public static List<Executable> in(Graph graph) {
    return graph.stream(null, RDF.type.asNode(), TYPE)
        .map(Triple::getSubject)
        .flatMap(node -> of(graph, node).stream())
        .sorted(Comparator.comparing(Executable::name))
        .toList();
  }

  /**
   * {@return the question with this IRI; empty when the graph has no such question of ours}
   *
   * @param graph any graph
   * @param node the IRI
   */
  public static Optional<Executable> of(Graph graph, Node node) {
    if (!node.isURI() || !node.getURI().startsWith(Gilan.QUERY)) {
      return Optional.empty();
    }
    return Stream.of(Form.values())
        .filter(form -> graph.contains(node, RDF.type.asNode(), form.type()))
        .findFirst()
        .map(form -> read(graph, node, form));
  }

  private static Executable read(Graph graph, Node node, Form form) {
    return new Executable(
        node.getURI().substring(Gilan.QUERY.length()),
        text(graph, node, RDFS.label.asNode()),
        text(graph, node, DCTerms.description.asNode()),
        text(graph, node, CATEGORY),
        texts(graph, node, KEYWORDS),
        text(graph, node, form.property()),
        form,
        graph.stream(node, FEDERATES_WITH, null).map(t -> t.getObject().getURI()).toList());
  }

  /** {@return whether the answer has rows; else it is triples, or yes or no} */
  public boolean hasRows() {
    return form == Form.SELECT;
  }

  private static String text(Graph graph, Node subject, Node property) {
    return texts(graph, subject, property).stream().findFirst().orElse("");
  }

  private static List<String> texts(Graph graph, Node subject, Node property) {
    return graph.stream(subject, property, null)
        .map(Triple::getObject)
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .sorted()
        .toList();
  }
}

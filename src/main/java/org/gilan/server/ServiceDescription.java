// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.gilan.catalogue.Executable;
import org.gilan.format.ResultFormat;
import org.gilan.query.Functions;
import org.gilan.query.NameSearch;

/**
 * Describes the SPARQL endpoint, as SPARQL 1.2 Service Description asks, which names language and
 * version apart, and in the one word of SPARQL 1.1 for clients that look for that.
 */
final class ServiceDescription {
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String SPARQL = "http://www.w3.org/ns/sparql#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";

  private static final List<String> RESULTS =
      Stream.of(ResultFormat.OF_ROWS, ResultFormat.OF_GRAPHS)
          .flatMap(List::stream)
          .flatMap(format -> format.formatsName().stream())
          .distinct()
          .toList();

  /** Each is tried by a test; {@code basic} is a 1.2 without triple terms. */
  private static final List<String> VERSIONS = List.of("1.0", "1.1", "1.2", "1.2-basic");

  private final Graph graph = GraphFactory.createDefaultGraph();

  private ServiceDescription() {
    graph.getPrefixMapping().setNsPrefix("sd", SD).setNsPrefix("void", VOID.NS);
    graph.getPrefixMapping().setNsPrefix("format", FORMATS);
    graph.getPrefixMapping().setNsPrefix("sparql", SPARQL).setNsPrefix("spex", Executable.SPEX);
  }

  /**
   * {@return the description}
   *
   * @param dataset what is asked there
   * @param others the endpoints that queries may ask by {@code SERVICE}
   * @param host where, for instance {@code http://localhost:3030}
   */
  static Graph of(DatasetGraph dataset, Collection<String> others, String host) {
    ServiceDescription description = new ServiceDescription();
    Node endpoint = NodeFactory.createURI(host + "/gilan/sparql");
    description.add(endpoint, RDF.type.asNode(), sd("Service"));
    description.add(endpoint, sd("endpoint"), endpoint);
    description.add(endpoint, sd("supportedLanguage"), sd("SPARQLQuery"));
    description.add(endpoint, sd("supportedLanguage"), sd("SPARQL11Query"));
    for (String version : VERSIONS) {
      Node name = NodeFactory.createURI(SPARQL + "version-" + version);
      description.add(endpoint, sd("supportedVersion"), name);
    }
    others.forEach(other -> description.asks(endpoint, NodeFactory.createURI(other)));
    for (String format : RESULTS) {
      description.add(endpoint, sd("resultFormat"), NodeFactory.createURI(FORMATS + format));
    }
    Node search = NodeFactory.createURI(NameSearch.PROPERTY);
    description.add(endpoint, sd("propertyFeature"), search);
    description.add(search, RDF.type.asNode(), sd("Feature"));
    Functions.names().forEach(name -> description.function(endpoint, name));
    dataset.executeRead(() -> description.describe(endpoint, dataset));
    return description.graph;
  }

  private void asks(Node endpoint, Node other) {
    add(endpoint, sd("feature"), sd("BasicFederatedQuery"));
    add(endpoint, Executable.FEDERATES_WITH, other);
    add(other, RDF.type.asNode(), sd("Service"));
    add(other, sd("endpoint"), other);
  }

  private void function(Node endpoint, String name) {
    add(endpoint, sd("extensionFunction"), NodeFactory.createURI(name));
    add(NodeFactory.createURI(name), RDF.type.asNode(), sd("Function"));
  }

  private void describe(Node endpoint, DatasetGraph dataset) {
    Node all = part(endpoint, "defaultDataset", "Dataset");
    size(part(all, "defaultGraph", "Graph"), dataset.getDefaultGraph());
    dataset
        .listGraphNodes()
        .forEachRemaining(
            name -> {
              Node named = part(all, "namedGraph", "NamedGraph");
              add(named, sd("name"), name);
              size(part(named, "graph", "Graph"), dataset.getGraph(name));
            });
  }

  private Node part(Node whole, String relation, String type) {
    Node part = NodeFactory.createBlankNode();
    add(whole, sd(relation), part);
    add(part, RDF.type.asNode(), sd(type));
    return part;
  }

  private void size(Node node, Graph contents) {
    add(
        node,
        VOID.triples.asNode(),
        NodeFactory.createLiteralDT(Integer.toString(contents.size()), XSDDatatype.XSDinteger));
  }

  private void add(Node subject, Node predicate, Node object) {
    graph.add(subject, predicate, object);
  }

  private static Node sd(String name) {
    return NodeFactory.createURI(SD + name);
  }
}

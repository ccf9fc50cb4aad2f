// SPDX-License-Identifier: Apache-2.0
package org.gilan.catalogue;

import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.vocab.Gilan;

/**
 * Writes the catalogue into a graph, so that clients find the questions where they ask them. The
 * convention is that of the SIB collections of example queries: each a {@code sh:SPARQLExecutable}
 * with {@code rdfs:comment}, {@code schema:keywords}, {@code schema:target} and, where it asks
 * others too, {@code spex:federatesWith}.
 */
public final class CatalogueGraph {
  /** The endpoint that answers; a server passes requests on from there. */
  public static final String ENDPOINT = Gilan.BASE + "sparql";

  private static final Node TARGET = NodeFactory.createURI("https://schema.org/target");

  private final Node name;
  private final Graph graph;

  /**
   * Prepares to write.
   *
   * @param name names the graph; the prefixes are declared of it
   * @param graph receives the triples
   */
  public CatalogueGraph(Node name, Graph graph) {
    this.name = name;
    this.graph = graph;
  }

  /**
   * Writes.
   *
   * @param catalogue the questions
   * @param prefixes the prefixes of the project, with what they stand for
   */
  public void write(Catalogue catalogue, Map<String, String> prefixes) {
    graph.add(name, RDFS.label.asNode(), english("The catalogue of questions"));
    prefixes.forEach(this::declare);
    catalogue.questions().forEach(this::write);
  }

  /** Prefixes stand in blank nodes named after them: the same files give the same graph. */
  private void declare(String prefix, String namespace) {
    Node declaration = NodeFactory.createBlankNode("prefix-" + prefix);
    graph.add(name, SHACL.declare, declaration);
    graph.add(declaration, SHACL.prefix, NodeFactory.createLiteralString(prefix));
    graph.add(
        declaration,
        SHACL.namespace,
        NodeFactory.createLiteralDT(namespace, XSDDatatype.XSDanyURI));
  }

  private void write(Question question) {
    Node node = NodeFactory.createURI(Gilan.QUERY + question.name());
    Query query = question.query();
    graph.add(node, RDF.type.asNode(), Executable.TYPE);
    graph.add(node, RDFS.label.asNode(), english(question.summary()));
    graph.add(node, RDFS.comment.asNode(), english(question.summary()));
    graph.add(node, DCTerms.description.asNode(), english(question.description()));
    graph.add(node, Executable.CATEGORY, text(question.tags().get(0)));
    question.tags().forEach(tag -> graph.add(node, Executable.KEYWORDS, text(tag)));
    graph.add(node, TARGET, NodeFactory.createURI(ENDPOINT));
    graph.add(node, SHACL.prefixes, name);
    Form.of(query)
        .ifPresent(
            form -> {
              graph.add(node, RDF.type.asNode(), form.type());
              graph.add(node, form.property(), text(question.sparql()));
            });
    ElementWalker.walk(
        query.getQueryPattern(),
        new ElementVisitorBase() {
          @Override
          public void visit(ElementService service) {
            if (service.getServiceNode().isURI()) {
              graph.add(node, Executable.FEDERATES_WITH, service.getServiceNode());
            }
          }
        });
  }

  private static Node english(String text) {
    return NodeFactory.createLiteralLang(text, "en");
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }
}

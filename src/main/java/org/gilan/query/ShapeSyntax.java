// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.FmtUtils;

/**
 * Says what is wrong with shapes, by the shapes for shapes of SHACL's own Appendix C. Jena's reader
 * takes most of what is wrong, to fail when it is applied, or never to end.
 */
final class ShapeSyntax {
  private static final String OF_SHAPES = "http://www.w3.org/ns/shacl-shacl#";
  private static final int MOST_NAMED = 5;

  /** What Appendix C leaves out: a shape is an IRI or a blank node, SHACL section 2.1. */
  private static final String MORE =
      """
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      <urn:shapes> a sh:NodeShape ;
        sh:targetSubjectsOf sh:node, sh:not, sh:qualifiedValueShape, sh:and, sh:or, sh:xone ;
        sh:property [ sh:path sh:node ; sh:nodeKind sh:BlankNodeOrIRI ] ,
          [ sh:path sh:not ; sh:nodeKind sh:BlankNodeOrIRI ] ,
          [ sh:path sh:qualifiedValueShape ; sh:nodeKind sh:BlankNodeOrIRI ] ,
          [ sh:path ( sh:and [ sh:zeroOrMorePath rdf:rest ] rdf:first ) ; sh:nodeKind sh:BlankNodeOrIRI ] ,
          [ sh:path ( sh:or [ sh:zeroOrMorePath rdf:rest ] rdf:first ) ; sh:nodeKind sh:BlankNodeOrIRI ] ,
          [ sh:path ( sh:xone [ sh:zeroOrMorePath rdf:rest ] rdf:first ) ; sh:nodeKind sh:BlankNodeOrIRI ] .
      """;

  /** Read with the first shapes that are sent. */
  private static final class Rules {
    static final Shapes SHAPES = read();

    private static Shapes read() {
      Graph graph = GraphFactory.createDefaultGraph();
      RDFDataMgr.read(graph, Shapes.class.getResourceAsStream("/std/shacl-shacl.ttl"), Lang.TURTLE);
      RDFParser.fromString(MORE, Lang.TURTLE).parse(graph);
      return Shapes.parse(graph);
    }
  }

  private ShapeSyntax() {}

  /** Reads the rules. */
  static void prepare() {
    Rules.SHAPES.isEmpty();
  }

  /**
   * Looks through shapes.
   *
   * @throws IllFormedException saying what is wrong, and where
   */
  static void check(Graph graph) {
    ValidationContext context = ValidationContext.create(Rules.SHAPES, graph);
    for (Shape rule : Rules.SHAPES.getTargetShapes()) {
      VLib.focusNodes(graph, rule).forEach(node -> VLib.validateShape(context, graph, rule, node));
    }
    Collection<ReportEntry> wrong = context.generateReport().getEntries();
    if (!wrong.isEmpty()) {
      throw new IllFormedException(
          wrong.stream()
              .map(entry -> words(graph, entry))
              .distinct()
              .sorted(Comparator.comparingInt(String::length))
              .limit(MOST_NAMED)
              .collect(Collectors.joining(" ")));
    }
  }

  private static String words(Graph graph, ReportEntry entry) {
    Node node = entry.focusNode();
    if (entry.resultPath() == null) {
      boolean isProperty = graph.contains(node, SHACL.path, Node.ANY);
      Shape rule = rule(isProperty ? "PropertyShapeShape" : "NodeShapeShape");
      ValidationContext context = ValidationContext.create(Rules.SHAPES, graph);
      VLib.validateShape(context, graph, rule, node);
      String kind = isProperty ? "which has a path" : "which has no path";
      return context.generateReport().getEntries().stream()
          .filter(one -> one.resultPath() != null)
          .findFirst()
          .map(one -> name(graph, node) + ", " + kind + ", cannot have this " + value(one) + ".")
          .orElse(name(graph, node) + " is no shape.");
    }
    return name(graph, node) + " cannot have this " + value(entry) + ".";
  }

  private static String value(ReportEntry entry) {
    String path = entry.resultPath().toString().replace(SHACL.getURI(), "sh:");
    String value =
        entry.value() == null || entry.value().isBlank()
            ? ""
            : " " + FmtUtils.stringForNode(entry.value());
    return path.replaceAll("[<>]", "") + value;
  }

  private static String name(Graph graph, Node node) {
    if (!node.isBlank()) {
      return FmtUtils.stringForNode(node);
    }
    return graph.stream(node, SHACL.path, Node.ANY)
        .map(triple -> triple.getObject())
        .filter(path -> !path.isBlank())
        .findFirst()
        .map(path -> "The shape with sh:path " + FmtUtils.stringForNode(path))
        .orElse("A shape without a name");
  }

  private static Shape rule(String name) {
    return Rules.SHAPES.getShape(NodeFactory.createURI(OF_SHAPES + name));
  }
}

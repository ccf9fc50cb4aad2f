// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.claim.Claim;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;
import org.gilan.graph.Assembly;
import org.gilan.vocab.Gilan;

/** The shapes hold (SHACL 1.0 with SPARQL constraints), told with the file and line at fault. */
final class ShapeCheck {
  private final Assembly assembly;
  private final Graph shapes;
  private final Graph graph;

  ShapeCheck(Assembly assembly) {
    this.assembly = assembly;
    this.shapes = assembly.sources().shapes();
    this.graph = assembly.graph().dataset().getDefaultGraph();
  }

  List<Finding> findings() {
    Shapes parsed = Shapes.parse(shapes);
    return parsed.getTargetShapes().parallelStream()
        .flatMap(shape -> entries(parsed, shape))
        .map(this::finding)
        .toList();
  }

  private Stream<ReportEntry> entries(Shapes parsed, Shape shape) {
    ValidationContext context = ValidationContext.create(parsed, graph);
    VLib.focusNodes(graph, shape).forEach(node -> VLib.validateShape(context, graph, shape, node));
    return context.generateReport().getEntries().stream();
  }

  private Finding finding(ReportEntry entry) {
    Node focus = entry.focusNode();
    Node path = entry.resultPath() instanceof P_Link link ? link.getNode() : null;
    Position position =
        claim(focus)
            .map(assembly::positionOf)
            .or(() -> assembly.positionOf(focus, path, entry.value()))
            .orElse(new Position("data", 0));
    String value =
        entry.value() == null || entry.value().equals(focus) || entry.message().contains("{")
            ? ""
            : " (" + shorten(entry.value()) + ")";
    return new Finding(
        position, shorten(focus) + ": " + entry.message() + value, rule(entry.source()));
  }

  private Optional<Claim> claim(Node focus) {
    return assembly.claims().stream().filter(claim -> claim.iri().equals(focus)).findFirst();
  }

  /** The name of the shape that has a name: the property shapes inside it are blank nodes. */
  private String rule(Node shape) {
    Node named = shape;
    while (named != null && named.isBlank()) {
      Node inner = named;
      named =
          shapes.stream(null, SHACL.property, inner)
              .map(t -> t.getSubject())
              .findFirst()
              .orElse(null);
    }
    return named == null ? "shape" : shorten(named);
  }

  private String shorten(Node node) {
    if (node.isLiteral()) {
      return "«" + node.getLiteralLexicalForm() + "»";
    }
    if (!node.isURI()) {
      return node.toString();
    }
    if (node.getURI().startsWith(Gilan.CLAIM)) {
      return graph.stream(node, RDFS.label.asNode(), null)
          .findFirst()
          .map(t -> "the claim " + shorten(t.getObject()))
          .orElse(node.getURI());
    }
    return node.getURI()
        .replace(Gilan.NS, "gilan:")
        .replace(Gilan.ID, "id:")
        .replace(Gilan.BASE, "");
  }
}

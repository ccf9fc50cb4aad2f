// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.gilan.format.ResultFormat;

/**
 * Validates the graph against shapes that are sent, as Fuseki's own operation does ({@code
 * ?graph=}, {@code ?target=}, report in the format asked for), with three differences: there is a
 * time limit, formats that could make the server fetch something are not read, and a missing {@code
 * ?graph=} means the default graph.
 */
final class ShaclRoute implements Route {
  /** JSON-LD is missing on purpose: its contexts would be fetched. */
  private static final Map<String, Lang> READ =
      Map.of(
          "text/turtle", Lang.TURTLE,
          "application/n-triples", Lang.NTRIPLES,
          "application/rdf+xml", Lang.RDFXML,
          "text/shaclc", Lang.SHACLC);

  private final DatasetGraph dataset;
  private final Duration limit;

  ShaclRoute(DatasetGraph dataset, Duration limit) {
    this.dataset = dataset;
    this.limit = limit;
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    Graph data = new TimedGraph(GraphRoute.named(exchange, dataset), limit);
    ValidationReport report = report(shapes(exchange), data, exchange.parameter("target"));
    DatasetGraph sent = DatasetGraphFactory.wrap(report.getGraph());
    exchange.reply().noStore();
    GraphAnswer.send(exchange, GraphAnswer.chosen(exchange, sent, ResultFormat.OF_GRAPHS), sent);
  }

  private static Shapes shapes(Exchange exchange) {
    String type = exchange.bodyType().isEmpty() ? "text/turtle" : exchange.bodyType();
    Lang lang = READ.get(type);
    if (lang == null) {
      throw new Problem(
          415,
          "Shapes are not read as " + type,
          "Send them as text/turtle, application/n-triples, application/rdf+xml or text/shaclc.");
    }
    exchange.requireUtf8("A shape");
    try {
      return Shapes.parse(
          RDFParser.fromString(exchange.text("The text of the shapes"), lang)
              .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
              .toGraph());
    } catch (JenaException | ClassCastException e) {
      // The parser of shapes casts numbers without looking.
      throw Problem.badRequest("The shapes cannot be read", String.valueOf(e.getMessage()));
    }
  }

  private static ValidationReport report(Shapes shapes, Graph data, String target) {
    if (target == null) {
      return ShaclValidator.get().validate(shapes, data);
    }
    Node node = NodeFactory.createURI(data.getPrefixMapping().expandPrefix(target));
    return ShaclValidator.get().validate(shapes, data, node);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryException;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.gilan.format.Choice;
import org.gilan.format.ResultFormat;
import org.gilan.query.Capacity;
import org.gilan.query.IllFormedException;
import org.gilan.query.WatchedShapes;
import org.gilan.query.Work;

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

  private static final String UNREADABLE = "The shapes cannot be read";

  private final DatasetGraph dataset;
  private final Capacity capacity;

  ShaclRoute(DatasetGraph dataset, Capacity capacity) {
    this.dataset = dataset;
    this.capacity = capacity;
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    WatchedShapes.prepare();
    try {
      exchange.run(capacity, work -> answer(exchange, work));
    } catch (IllFormedException e) {
      throw Problem.badRequest(UNREADABLE, e.getMessage());
    } catch (StackOverflowError e) {
      throw Problem.badRequest(UNREADABLE, "They are nested too deep, or in a circle.");
    }
  }

  private void answer(Exchange exchange, Work work) throws IOException {
    Graph data = GraphRoute.named(exchange, work.watch(dataset));
    WatchedShapes shapes = new WatchedShapes(shapes(exchange, work), work);
    DatasetGraph sent =
        DatasetGraphFactory.wrap(shapes.report(data, target(exchange.parameter("target"), data)));
    exchange.reply().noStore();
    Choice choice = GraphAnswer.chosen(exchange, sent, ResultFormat.OF_GRAPHS);
    GraphAnswer.send(exchange, choice, sent, work);
  }

  private static Graph shapes(Exchange exchange, Work work) {
    String type = exchange.bodyType().isEmpty() ? "text/turtle" : exchange.bodyType();
    Lang lang = READ.get(type);
    if (lang == null) {
      throw new Problem(
          415,
          "Shapes are not read as " + type,
          "Send them as text/turtle, application/n-triples, application/rdf+xml or text/shaclc.");
    }
    exchange.requireUtf8("A shape");
    String text = exchange.text("The text of the shapes");
    try {
      return WatchedShapes.read(text, lang, work);
    } catch (QueryException e) { // ended
      throw e;
    } catch (RuntimeException e) { // SHACL-C has errors of its own
      throw Problem.badRequest(UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  private static Node target(String target, Graph data) {
    return target == null
        ? null
        : NodeFactory.createURI(data.getPrefixMapping().expandPrefix(target));
  }
}

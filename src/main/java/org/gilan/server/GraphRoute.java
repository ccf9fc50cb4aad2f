// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.gilan.format.Choice;
import org.gilan.format.ResultFormat;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.query.Capacity;
import org.gilan.query.Work;

/**
 * Hands out graphs whole, as the SPARQL graph store protocol asks ({@code ?default}, {@code
 * ?graph=}), and without either parameter the dataset.
 */
final class GraphRoute implements Route {
  private static final String GRAPH = "graph";
  private static final String DEFAULT = "default";

  private final KnowledgeGraph graph;
  private final Capacity capacity;

  GraphRoute(KnowledgeGraph graph, Capacity capacity) {
    this.graph = graph;
    this.capacity = capacity;
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    int named = exchange.parameters().all(GRAPH).size();
    int defaults = exchange.parameters().all(DEFAULT).size();
    if (named + defaults > 1) {
      throw Problem.badRequest("Two graphs are named", "Name one: ?default or one ?graph=.");
    }
    exchange.run(capacity, work -> answer(exchange, named + defaults == 0, work));
  }

  private void answer(Exchange exchange, boolean isWhole, Work work) throws IOException {
    DatasetGraph all = work.watch(graph.dataset());
    DatasetGraph sent =
        isWhole ? all : DatasetGraphFactory.wrap(new Prefixed(named(exchange, all), all));
    List<ResultFormat> offered = isWhole ? ResultFormat.OF_DATASETS : ResultFormat.OF_GRAPHS;
    Choice choice = GraphAnswer.chosen(exchange, sent, offered);
    String name = isWhole ? "" : String.valueOf(exchange.parameter(GRAPH));
    if (!exchange.reply().isKnown(EntityTag.of(graph.checksum(), "graphs", name, choice))) {
      GraphAnswer.send(exchange, choice, sent, work);
    }
  }

  /**
   * {@return the graph that {@code ?graph=} names, else the default graph}
   *
   * @throws Problem when there is none of that name
   */
  static Graph named(Exchange exchange, DatasetGraph dataset) {
    String name = exchange.parameter(GRAPH);
    if (name == null || name.equals(DEFAULT) || name.equals(Quad.defaultGraphIRI.getURI())) {
      return dataset.getDefaultGraph();
    }
    if (name.equals("union") || name.equals(Quad.unionGraph.getURI())) {
      return dataset.getUnionGraph();
    }
    Node iri = NodeFactory.createURI(name);
    if (!dataset.containsGraph(iri)) {
      throw new Problem(
          404,
          "There is no graph " + name,
          "The graphs are "
              + Iter.asStream(dataset.listGraphNodes())
                  .map(Node::getURI)
                  .sorted()
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return dataset.getGraph(iri);
  }

  /** A graph with the prefixes of its dataset, which a named graph does not have. */
  private static final class Prefixed extends GraphWrapper {
    private final PrefixMapping prefixes;

    Prefixed(Graph graph, DatasetGraph dataset) {
      super(graph);
      this.prefixes = dataset.getDefaultGraph().getPrefixMapping();
    }

    @Override
    public PrefixMapping getPrefixMapping() {
      return prefixes;
    }
  }
}

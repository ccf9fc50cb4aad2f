// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.util.Iterator;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.fuseki.servlets.GSP_R;
import org.apache.jena.fuseki.servlets.GraphTarget;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphWrapper;

/**
 * Hands out graphs whole, as the SPARQL graph store protocol asks ({@code ?default}, {@code
 * ?graph=}), and without either parameter the dataset. HEAD comes here as GET.
 */
final class GraphEndpoint extends GSP_R {
  @Override
  public void validate(HttpAction action) {
    int graphs = count(action, "graph");
    int defaults = count(action, "default");
    if (graphs + defaults > 1) {
      ServletOps.errorBadRequest("Name one graph: ?default or one ?graph=, not several.");
    }
  }

  private static int count(HttpAction action, String parameter) {
    String[] values = action.getRequest().getParameterValues(parameter);
    return values == null ? 0 : values.length;
  }

  @Override
  protected void doGet(HttpAction action) {
    action.beginRead();
    try {
      DatasetGraph dataset = decideDataset(action);
      if (count(action, "graph") + count(action, "default") == 0) {
        StreamedReply.send(action, dataset, Form.DATASETS);
      } else {
        StreamedReply.send(action, new Prefixed(graph(action, dataset), dataset));
      }
    } finally {
      action.endRead();
    }
  }

  /**
   * {@return the graph that {@code ?graph=} names; if there is none, the request fails with 404}
   */
  static Graph graph(HttpAction action, DatasetGraph dataset) {
    GraphTarget target = GraphTarget.determineTarget(dataset, action);
    if (target.graphName() != null && !dataset.containsGraph(target.graphName())) {
      Iterator<Node> names = dataset.listGraphNodes();
      ServletOps.errorNotFound(
          "There is no graph "
              + target.label()
              + ". The graphs are "
              + Iter.asStream(names).map(Node::getURI).sorted().collect(Collectors.joining(", "))
              + ".");
    }
    return target.graph();
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

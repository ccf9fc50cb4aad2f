// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.gilan.remote.Contents;

/** A dataset of {@link WatchedGraph}s. */
final class WatchedDataset extends DatasetGraphWrapper {
  private final Work work;
  private final Graph unnamed;

  WatchedDataset(DatasetGraph dataset, Work work) {
    super(Contents.of(dataset.getContext()) == null ? dataset : StoreGraph.all(dataset, work));
    this.work = work;
    this.unnamed = watched(super.getDefaultGraph());
  }

  private Graph watched(Graph graph) {
    return new WatchedGraph(graph, work);
  }

  @Override
  public Graph getDefaultGraph() {
    return unnamed;
  }

  @Override
  public Graph getUnionGraph() {
    return GraphView.createUnionGraph(this);
  }

  @Override
  public Graph getGraph(Node name) {
    // Jena makes a graph that there is not, which fails while graphs are only read.
    boolean isThere =
        Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) || super.containsGraph(name);
    return watched(isThere ? super.getGraph(name) : Graph.emptyGraph);
  }

  @Override
  public Iterator<Quad> find() {
    return watched(super.find());
  }

  @Override
  public Iterator<Quad> find(Quad quad) {
    return watched(super.find(quad));
  }

  @Override
  public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
    return watched(super.find(graph, subject, predicate, object));
  }

  @Override
  public Iterator<Quad> findNG(Node graph, Node subject, Node predicate, Node object) {
    return watched(super.findNG(graph, subject, predicate, object));
  }

  private Iterator<Quad> watched(Iterator<Quad> quads) {
    return Iter.map(
        quads,
        quad -> {
          work.step();
          return quad;
        });
  }
}

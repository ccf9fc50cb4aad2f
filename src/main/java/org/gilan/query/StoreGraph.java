// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.gilan.remote.Contents;
import org.gilan.remote.StoreException;

/**
 * A graph in another store, whose failure ends the work that reads it. The exception alone would
 * not: inside EXISTS it makes a row that is left out. The work's time is the store's.
 */
final class StoreGraph extends GraphWrapper {
  private final Work work;

  StoreGraph(Graph graph, Work work) {
    super(Contents.within(graph, work::left, work::step));
    this.work = work;
  }

  /** {@return all graphs of a store so, to be read as graphs or as quads} */
  static DatasetGraph all(DatasetGraph dataset, Work work) {
    DatasetGraph all = new DatasetGraphMapLink(new StoreGraph(dataset.getDefaultGraph(), work));
    dataset
        .listGraphNodes()
        .forEachRemaining(name -> all.addGraph(name, new StoreGraph(dataset.getGraph(name), work)));
    all.getContext().putAll(dataset.getContext());
    return all;
  }

  @Override
  public ExtendedIterator<Triple> find(Triple pattern) {
    return whole(() -> super.find(pattern));
  }

  @Override
  public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
    return whole(() -> super.find(subject, predicate, object));
  }

  @Override
  public ExtendedIterator<Triple> find() {
    return whole(super::find);
  }

  @Override
  public boolean contains(Triple triple) {
    return step(() -> super.contains(triple));
  }

  @Override
  public boolean contains(Node subject, Node predicate, Node object) {
    return step(() -> super.contains(subject, predicate, object));
  }

  private ExtendedIterator<Triple> whole(Supplier<ExtendedIterator<Triple>> find) {
    ExtendedIterator<Triple> triples = step(find);
    return new WrappedIterator<>(triples) {
      @Override
      public boolean hasNext() {
        return step(super::hasNext);
      }
    };
  }

  private <T> T step(Supplier<T> step) {
    try {
      return step.get();
    } catch (StoreException e) {
      throw work.fail(e);
    }
  }
}

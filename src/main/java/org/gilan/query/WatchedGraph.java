// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NiceIterator;

/**
 * A graph that takes a step of the work with each look-up and each triple: what reads it ends with
 * the work, in the middle of a pattern or a path, where the engine looks at no clock.
 */
final class WatchedGraph extends GraphWrapper {
  private final Work work;

  WatchedGraph(Graph graph, Work work) {
    super(graph);
    this.work = work;
  }

  Work work() {
    return work;
  }

  @Override
  public ExtendedIterator<Triple> find(Triple pattern) {
    return watched(super.find(pattern));
  }

  @Override
  public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
    return watched(super.find(subject, predicate, object));
  }

  @Override
  public ExtendedIterator<Triple> find() {
    return watched(super.find());
  }

  @Override
  public boolean contains(Triple triple) {
    work.step();
    return super.contains(triple);
  }

  @Override
  public boolean contains(Node subject, Node predicate, Node object) {
    work.step();
    return super.contains(subject, predicate, object);
  }

  private ExtendedIterator<Triple> watched(ExtendedIterator<Triple> triples) {
    work.step();
    return new NiceIterator<>() {
      @Override
      public boolean hasNext() {
        return triples.hasNext();
      }

      @Override
      public Triple next() {
        work.step();
        return triples.next();
      }

      @Override
      public void close() {
        triples.close();
      }
    };
  }

  /** {@return the same for what is no graph} */
  static <T> Iterator<T> watched(Iterator<T> things, Work work) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return things.hasNext();
      }

      @Override
      public T next() {
        work.step();
        return things.next();
      }
    };
  }
}

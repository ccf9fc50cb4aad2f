// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.time.Duration;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * A graph that can be read for a while. Afterwards every look-up and every step through its triples
 * fails, which ends whatever reads it; validation has no other brake.
 */
final class TimedGraph extends GraphWrapper {
  private final long end;

  TimedGraph(Graph graph, Duration limit) {
    super(graph);
    this.end = System.nanoTime() + limit.toNanos();
  }

  @Override
  public ExtendedIterator<Triple> find(Triple pattern) {
    return timed(super.find(pattern));
  }

  @Override
  public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
    return timed(super.find(subject, predicate, object));
  }

  @Override
  public ExtendedIterator<Triple> find() {
    return timed(super.find());
  }

  @Override
  public boolean contains(Triple triple) {
    check();
    return super.contains(triple);
  }

  @Override
  public boolean contains(Node subject, Node predicate, Node object) {
    check();
    return super.contains(subject, predicate, object);
  }

  private ExtendedIterator<Triple> timed(ExtendedIterator<Triple> triples) {
    check();
    return triples.mapWith(
        triple -> {
          check();
          return triple;
        });
  }

  private void check() {
    if (System.nanoTime() - end > 0) {
      throw new QueryCancelledException();
    }
  }
}

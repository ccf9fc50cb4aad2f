// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;

/** A graph that tells of each look-up in it, and of each triple that is found. */
class SeenGraph extends GraphWrapper {
  private final Runnable lookedUp;
  private final Runnable found;

  /**
   * Wraps a graph.
   *
   * @param lookedUp is run before each look-up; what it throws is thrown there
   * @param found is run for each triple; what it throws ends the search
   */
  SeenGraph(Graph graph, Runnable lookedUp, Runnable found) {
    super(graph);
    this.lookedUp = lookedUp;
    this.found = found;
  }

  @Override
  public ExtendedIterator<Triple> find(Triple pattern) {
    lookedUp.run();
    return seen(super.find(pattern));
  }

  @Override
  public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
    lookedUp.run();
    return seen(super.find(subject, predicate, object));
  }

  @Override
  public ExtendedIterator<Triple> find() {
    lookedUp.run();
    return seen(super.find());
  }

  @Override
  public boolean contains(Triple triple) {
    lookedUp.run();
    return super.contains(triple);
  }

  @Override
  public boolean contains(Node subject, Node predicate, Node object) {
    lookedUp.run();
    return super.contains(subject, predicate, object);
  }

  private ExtendedIterator<Triple> seen(ExtendedIterator<Triple> triples) {
    return triples.mapWith(
        triple -> {
          found.run();
          return triple;
        });
  }
}

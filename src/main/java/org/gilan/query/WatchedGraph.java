// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.graph.Graph;

/**
 * A graph that takes a step of the work with each look-up and each triple: what reads it ends with
 * the work, in the middle of a pattern or a path, where the engine looks at no clock.
 */
final class WatchedGraph extends SeenGraph {
  private final Work work;

  WatchedGraph(Graph graph, Work work) {
    super(graph, work::step, work::step);
    this.work = work;
  }

  Work work() {
    return work;
  }
}

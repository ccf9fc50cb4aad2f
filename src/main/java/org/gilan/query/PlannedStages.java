// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.StageGenerator;
import org.apache.jena.sparql.engine.main.solver.PatternMatchData;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.tdb2.solver.PatternMatchTDB2;
import org.apache.jena.tdb2.store.GraphTDB;
import org.apache.jena.tdb2.store.GraphViewSwitchable;

/**
 * Matches patterns in the order in which they stand: {@link Planner} has seen to it. In memory that
 * is done by {@link PatternRows}; a store on disk matches them by its numbers of nodes, and reads
 * the nodes themselves where they are needed.
 */
final class PlannedStages implements StageGenerator {
  @Override
  public QueryIterator execute(
      BasicPattern pattern, QueryIterator input, ExecutionContext context) {
    if (!(context.getActiveGraph() instanceof WatchedGraph watched)) {
      return PatternMatchData.execute(context.getActiveGraph(), pattern, input, null, context);
    }
    Work work = watched.work();
    work.step();
    if (stored(watched) instanceof GraphTDB onDisk) {
      return PatternMatchTDB2.execute(
          onDisk,
          pattern,
          input,
          quad -> {
            work.step();
            return true;
          },
          context);
    }
    return PatternRows.canMatch(pattern)
        ? PatternRows.of(pattern, watched, input, context)
        : PatternMatchData.execute(watched, pattern, input, null, context);
  }

  /** {@return the graph, if patterns on it are matched here} */
  static Optional<WatchedGraph> inMemory(Graph graph) {
    return graph instanceof WatchedGraph watched && !(stored(watched) instanceof GraphTDB)
        ? Optional.of(watched)
        : Optional.empty();
  }

  private static Graph stored(Graph graph) {
    Graph inner = graph;
    while (inner instanceof GraphWrapper wrapper) {
      inner = wrapper.get();
    }
    return inner instanceof GraphViewSwitchable view ? view.getBaseGraph() : inner;
  }
}

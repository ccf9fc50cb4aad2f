// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.StageGenerator;
import org.apache.jena.sparql.engine.main.solver.PatternMatchData;

/** Matches patterns in the order in which they stand: {@link Planner} has seen to it. */
final class PlannedStages implements StageGenerator {
  @Override
  public QueryIterator execute(
      BasicPattern pattern, QueryIterator input, ExecutionContext context) {
    return PatternMatchData.execute(context.getActiveGraph(), pattern, input, null, context);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.optimize.OptimizerStd;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.gilan.graph.Statistics;

/**
 * Plans how a query is matched: Jena's rewriting, with the order of the patterns by what the graph
 * really holds. Jena orders them while it runs, row by row, and knows nothing of the graph.
 */
public final class Planner {
  private final Statistics statistics;

  /**
   * Plans for a graph.
   *
   * @param statistics of that graph
   */
  public Planner(Statistics statistics) {
    this.statistics = statistics;
  }

  /** {@return a pattern in the order in which it is best matched, if there is time to find it} */
  Op plan(Op pattern, Work work) {
    Context context = new Asked(work);
    context.putAll(ARQ.getContext());
    context.set(ARQ.optReorderBGP, true);
    Functions.restrict(context);
    Ordering ordering = new Ordering(statistics, work);
    return new OptimizerStd(context) {
      @Override
      protected Op transformJoinStrategy(Op op) {
        return apply(new Joins(), op);
      }

      /** After the joins are chosen and before the filters are put among the patterns. */
      @Override
      protected Op transformReorder(Op op) {
        return ordering.order(op);
      }
    }.rewrite(Guarded.all(pattern, work));
  }

  /** Jena's optimiser looks here before each of its passes, and at no clock. */
  private static final class Asked extends Context {
    private final Work work;

    Asked(Work work) {
      this.work = work;
    }

    @Override
    public boolean isTrueOrUndef(Symbol symbol) {
      work.step();
      return super.isTrueOrUndef(symbol);
    }
  }
}

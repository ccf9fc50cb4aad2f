// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.function.FunctionEnv;

/** MIN or MAX by the order of ORDER BY, SPARQL 1.1 sections 18.5.1.5 and 18.5.1.6. */
final class Extreme extends AccumulatorExpr {
  private final boolean isMax;
  private SortKey most;

  Extreme(Expr expression, boolean isMax) {
    super(expression, false);
    this.isMax = isMax;
  }

  @Override
  protected void accumulate(NodeValue value, Binding row, FunctionEnv env) {
    SortKey key = SortKey.of(value);
    if (most == null || (isMax ? key.compareTo(most) : most.compareTo(key)) > 0) {
      most = key;
    }
  }

  @Override
  protected void accumulateError(Binding row, FunctionEnv env) {
    // Counted, and then the group has no value.
  }

  @Override
  protected NodeValue getAccValue() {
    return most == null ? null : most.value();
  }
}

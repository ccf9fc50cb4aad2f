// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggNull;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.aggregate.AggregatorBase;
import org.apache.jena.sparql.function.FunctionEnv;

/** An aggregate whose groups are held, and what it keeps of each row. */
final class HeldAggregator extends AggregatorBase {
  private static final long GROUP = 200;
  private static final long VALUE = 64;

  /** These keep no more than one value a group. */
  private static final List<String> SMALL = List.of("count", "sum", "avg", "min", "max", "sample");

  private final Aggregator inner;
  private final Held held;
  private final String name;
  private final boolean keepsAll;
  private final Expr text;

  private HeldAggregator(Aggregator inner, Held held) {
    super(inner.getName(), false, inner.getExprList());
    this.inner = inner;
    this.held = held;
    this.name = inner.getName().toLowerCase(Locale.ROOT);
    this.keepsAll =
        !(inner instanceof AggNull)
            && (!SMALL.contains(name) || inner.getClass().getSimpleName().endsWith("Distinct"));
    this.text = name.equals("group_concat") ? getExpr() : null;
  }

  /** {@return the same aggregates; one more, without a value, where there are none} */
  static List<ExprAggregator> all(List<ExprAggregator> aggregates, Held held) {
    if (aggregates.isEmpty()) {
      return List.of(
          new ExprAggregator(Var.alloc("*held"), new HeldAggregator(new AggNull(), held)));
    }
    return aggregates.stream()
        .map(one -> new ExprAggregator(one.getVar(), new HeldAggregator(one.getAggregator(), held)))
        .toList();
  }

  @Override
  public Accumulator createAccumulator() {
    held.add(GROUP);
    if (name.equals("min") || name.equals("max")) {
      return new Extreme(getExpr(), name.equals("max"));
    }
    Accumulator accumulator = inner.createAccumulator();
    return keepsAll ? new Counted(accumulator) : accumulator;
  }

  private final class Counted implements Accumulator {
    private final Accumulator accumulator;

    Counted(Accumulator accumulator) {
      this.accumulator = accumulator;
    }

    @Override
    public void accumulate(Binding row, FunctionEnv env) {
      NodeValue value = text == null ? null : ExprLib.evalOrNull(text, row, env);
      held.add(VALUE + (value == null ? 0 : 2L * value.asString().length()));
      accumulator.accumulate(row, env);
    }

    @Override
    public NodeValue getValue() {
      return accumulator.getValue();
    }
  }

  @Override
  public Node getValueEmpty() {
    return inner.getValueEmpty();
  }

  @Override
  public Aggregator copy(ExprList expressions) {
    return new HeldAggregator(inner.copy(expressions), held);
  }

  @Override
  public String key() {
    return inner.key();
  }

  @Override
  public boolean equals(Aggregator other, boolean bySyntax) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}

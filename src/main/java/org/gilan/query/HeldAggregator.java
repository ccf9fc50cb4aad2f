// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
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

  /** What a text takes while it is put together, for each of its bytes. */
  private static final int TOGETHER = 3;

  private final Aggregator inner;
  private final Held held;
  private final String name;
  private final VarExprList keys;
  private final boolean keepsAll;
  private final boolean isText;

  /** What the long text of the row takes that is looked at. */
  private long seen;

  private HeldAggregator(Aggregator inner, Held held, VarExprList keys) {
    super(inner.getName(), false, inner.getExprList());
    this.inner = getExprList() == null ? inner : inner.copy(seen(getExprList()));
    this.held = held;
    this.keys = keys;
    this.name = inner.getName().toLowerCase(Locale.ROOT);
    this.keepsAll =
        !(inner instanceof AggNull)
            && (!SMALL.contains(name) || inner.getClass().getSimpleName().endsWith("Distinct"));
    this.isText = name.equals("group_concat");
  }

  private ExprList seen(ExprList expressions) {
    ExprList seen = new ExprList();
    expressions.forEach(one -> seen.add(new Seen(one)));
    return seen;
  }

  /**
   * {@return the same aggregates; one more, without a value, where there are none}
   *
   * @param keys by which rows are grouped
   */
  static List<ExprAggregator> all(List<ExprAggregator> aggregates, Held held, VarExprList keys) {
    if (aggregates.isEmpty()) {
      return List.of(
          new ExprAggregator(Var.alloc("*held"), new HeldAggregator(new AggNull(), held, keys)));
    }
    List<ExprAggregator> all = new ArrayList<>();
    for (ExprAggregator one : aggregates) {
      VarExprList first = all.isEmpty() ? keys : new VarExprList();
      all.add(
          new ExprAggregator(one.getVar(), new HeldAggregator(one.getAggregator(), held, first)));
    }
    return all;
  }

  @Override
  public Accumulator createAccumulator() {
    boolean isExtreme = name.equals("min") || name.equals("max");
    return new Counted(
        isExtreme
            ? new Extreme(inner.getExprList().get(0), name.equals("max"))
            : inner.createAccumulator());
  }

  private final class Counted implements Accumulator {
    private final Accumulator accumulator;
    private boolean isNew = true;
    private long largest;

    Counted(Accumulator accumulator) {
      this.accumulator = accumulator;
    }

    @Override
    public void accumulate(Binding row, FunctionEnv env) {
      if (isNew) {
        isNew = false;
        held.add(GROUP + key(row, env));
      }
      seen = getExprList() == null && keepsAll ? Size.of(row) : 0;
      accumulator.accumulate(row, env);
      if (keepsAll) {
        held.add(VALUE + (isText ? TOGETHER * (seen + separator()) : seen));
      } else if (seen > largest) {
        held.add(seen - largest);
        largest = seen;
      }
    }

    private long key(Binding row, FunctionEnv env) {
      long size = 0;
      for (Var name : keys.getVars()) {
        Node value = keys.get(name, row, env);
        size += value == null ? 0 : Size.of(value);
      }
      return size;
    }

    @Override
    public NodeValue getValue() {
      return accumulator.getValue();
    }
  }

  private long separator() {
    String between =
        inner instanceof AggGroupConcat plain
            ? plain.getSeparator()
            : inner instanceof AggGroupConcatDistinct distinct ? distinct.getSeparator() : null;
    return between == null ? 0 : 2L * between.length();
  }

  /** An expression whose value is looked at. */
  private final class Seen extends ExprFunction1 {
    Seen(Expr original) {
      super(original, "seen");
    }

    @Override
    public NodeValue eval(NodeValue value) {
      seen += isText ? 2L * value.asString().length() : Size.of(value.asNode());
      return value;
    }

    @Override
    public Expr copy(Expr other) {
      return new Seen(other);
    }
  }

  @Override
  public Node getValueEmpty() {
    return inner.getValueEmpty();
  }

  @Override
  public Aggregator copy(ExprList expressions) {
    return new HeldAggregator(inner.copy(expressions), held, keys);
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

// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterGroup;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.iterator.QueryIterTopN;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.expr.ExprList;
import org.gilan.federation.BulkExecutor;

/**
 * Counts the rows that a query holds: those it sorts, groups, tells apart, or joins by a table.
 * Everything else flows.
 */
final class HoldingExecutor extends BulkExecutor {
  /** What one node takes that a path has reached. */
  private static final long REACHED = 48;

  private final Work work;

  HoldingExecutor(ExecutionContext context) {
    super(context);
    this.work = Work.of(context.getContext());
  }

  @Override
  protected QueryIterator execute(OpOrder order, QueryIterator input) {
    Held held = new Held(work);
    RowOrder rows = new RowOrder(order.getConditions(), execCxt);
    QueryIterator keyed = held.in(rows.keyed(exec(order.getSubOp(), input)));
    return held.until(new QueryIterSort(keyed, rows, execCxt));
  }

  /** Keeps no more than its LIMIT. */
  @Override
  protected QueryIterator execute(OpTopN first, QueryIterator input) {
    Held held = new Held(work);
    boolean isDistinct = first.getSubOp() instanceof OpDistinct;
    Op inner = isDistinct ? ((OpDistinct) first.getSubOp()).getSubOp() : first.getSubOp();
    RowOrder rows = new RowOrder(first.getConditions(), execCxt);
    QueryIterator keyed = held.few(rows.keyed(exec(inner, input)), first.getLimit());
    return held.until(new QueryIterTopN(keyed, rows, first.getLimit(), isDistinct, execCxt));
  }

  /** What is told apart is what comes out. */
  @Override
  protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
    Held held = new Held(work);
    return held.until(held.in(super.execute(distinct, input)));
  }

  @Override
  protected QueryIterator execute(OpGroup group, QueryIterator input) {
    Held held = new Held(work);
    return held.until(
        new QueryIterGroup(
            exec(group.getSubOp(), input),
            group.getGroupVars(),
            HeldAggregator.all(group.getAggregators(), held, group.getGroupVars()),
            execCxt));
  }

  /** The left side becomes a table. */
  @Override
  protected QueryIterator execute(OpJoin join, QueryIterator input) {
    QueryIterator left = exec(join.getLeft(), input);
    QueryIterator right = exec(join.getRight(), root());
    if (join.getRight() instanceof OpService) {
      return new JoinedRows(Join.join(left, right, execCxt), left, right);
    }
    Held held = new Held(work);
    return held.until(new JoinedRows(Join.join(held.in(left), right, execCxt), left, right));
  }

  /** Jena writes each row into the pattern of an OPTIONAL, and plans that anew. */
  @Override
  protected QueryIterator execute(OpConditional optional, QueryIterator input) {
    OpFilter filter = optional.getRight() instanceof OpFilter conditions ? conditions : null;
    Op inner = filter == null ? optional.getRight() : filter.getSubOp();
    WatchedGraph graph = PlannedStages.inMemory(execCxt.getActiveGraph()).orElse(null);
    if (graph == null || !(inner instanceof OpBGP bgp) || !PatternRows.canMatch(bgp.getPattern())) {
      return super.execute(optional, input);
    }
    ExprList conditions = filter == null ? new ExprList() : filter.getExprs();
    QueryIterator rows = exec(optional.getLeft(), input);
    return PatternRows.optional(bgp.getPattern(), conditions, graph, rows, execCxt);
  }

  /** The right side becomes a table. */
  @Override
  protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
    QueryIterator left = exec(join.getLeft(), input);
    QueryIterator right = exec(join.getRight(), root());
    ExprList conditions = join.getExprs();
    if (join.getRight() instanceof OpService) {
      return new JoinedRows(Join.leftJoin(left, right, conditions, execCxt), left, right);
    }
    Held held = new Held(work);
    return held.until(
        new JoinedRows(Join.leftJoin(left, held.in(right), conditions, execCxt), left, right));
  }

  @Override
  protected QueryIterator execute(OpMinus minus, QueryIterator input) {
    Held held = new Held(work);
    QueryIterator left = exec(minus.getLeft(), input);
    QueryIterator right = held.in(exec(minus.getRight(), root()));
    Set<Var> common = OpVars.visibleVars(minus.getLeft());
    common.retainAll(OpVars.visibleVars(minus.getRight()));
    return held.until(QueryIterMinus.create(left, right, common, execCxt));
  }

  /** What comes before VALUES becomes a table. */
  @Override
  protected QueryIterator execute(OpTable table, QueryIterator input) {
    if (table.isJoinIdentity() || input.isJoinIdentity()) {
      return super.execute(table, input);
    }
    Held held = new Held(work);
    return held.until(super.execute(table, held.in(input)));
  }

  /** A path keeps all that it has reached from one start until it gives the first of it. */
  @Override
  protected QueryIterator execute(OpPath path, QueryIterator input) {
    Held held = new Held(work);
    Graph graph = new SeenGraph(execCxt.getActiveGraph(), () -> {}, () -> held.add(REACHED));
    ExecutionContext context = ExecutionContext.copyChangeActiveGraph(execCxt, graph);
    return held.until(
        new QueryIteratorWrapper(new Starts(path.getTriplePath(), input, context, held)) {
          @Override
          protected Binding moveToNextBinding() {
            Binding row = super.moveToNextBinding();
            held.clear();
            return row;
          }
        });
  }

  private static final class Starts extends QueryIterPath {
    private final Held held;

    Starts(TriplePath path, QueryIterator input, ExecutionContext context, Held held) {
      super(path, input, context);
      this.held = held;
    }

    @Override
    protected QueryIterator nextStage(Binding row) {
      held.clear();
      return super.nextStage(row);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterConcat;
import org.apache.jena.sparql.engine.iterator.QueryIterFilterExpr;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.iterator.QueryIterUnion;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;

/**
 * Runs a query so that each {@code SERVICE} sees many rows at a time. Jena runs the inside of
 * {@code OPTIONAL}, {@code UNION} and {@code EXISTS} row by row, and asks for all that a service
 * has where it finds a join too intricate; whatever does not concern a service stays Jena's.
 */
public class BulkExecutor extends OpExecutor {
  /**
   * Makes ready to run a part of a query.
   *
   * @param context of that query
   */
  public BulkExecutor(ExecutionContext context) {
    super(context);
  }

  /** {@return whether a pattern asks a service; queries that ask none have no calls} */
  private boolean isService(Op pattern) {
    return Calls.of(execCxt.getContext()) != null && Streamed.isService(pattern);
  }

  /** Gives a service the rows before it: joined with any rows it is right, and asked for less. */
  @Override
  protected QueryIterator execute(OpJoin join, QueryIterator input) {
    return join.getRight() instanceof OpService
        ? exec(join.getRight(), exec(join.getLeft(), input))
        : super.execute(join, input);
  }

  @Override
  protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
    if (!(join.getRight() instanceof OpService service)) {
      return super.execute(join, input);
    }
    Op right = join.getExprs() == null ? service : OpFilter.filterBy(join.getExprs(), service);
    return optional(exec(join.getLeft(), input), right);
  }

  @Override
  protected QueryIterator execute(OpConditional optional, QueryIterator input) {
    return isService(optional.getRight())
        ? optional(exec(optional.getLeft(), input), optional.getRight())
        : super.execute(optional, input);
  }

  private QueryIterator optional(QueryIterator left, Op right) {
    return batches(left, right, (row, own) -> own.isEmpty() ? List.of(row) : own);
  }

  @Override
  protected QueryIterator execute(OpFilter filter, QueryIterator input) {
    QueryIterator rows = exec(filter.getSubOp(), input);
    for (Expr expr : filter.getExprs()) {
      rows = filtered(rows, expr);
    }
    return rows;
  }

  private QueryIterator filtered(QueryIterator rows, Expr expr) {
    boolean isExists = expr instanceof E_Exists;
    if ((isExists || expr instanceof E_NotExists)
        && isService(((ExprFunctionOp) expr).getGraphPattern())) {
      return batches(
          rows,
          ((ExprFunctionOp) expr).getGraphPattern(),
          (row, own) -> own.isEmpty() == isExists ? List.of() : List.of(row));
    }
    return new QueryIterFilterExpr(rows, expr, execCxt);
  }

  /** Runs a subquery for the rows before it, if it only chooses columns. */
  @Override
  protected QueryIterator execute(OpProject project, QueryIterator input) {
    if (input instanceof QueryIterRoot || !isService(project.getSubOp())) {
      return super.execute(project, input);
    }
    OwnResults own =
        new OwnResults(
            Calls.of(execCxt.getContext()).tag(), project.getVars()::contains, (row, its) -> its);
    return batches(input, project.getSubOp(), own);
  }

  @Override
  protected QueryIterator execute(OpUnion union, QueryIterator input) {
    List<Op> arms = flattenUnion(union);
    return arms.stream().anyMatch(this::isService)
        ? new RowBatches(input, execCxt, rows -> all(arms, rows))
        : super.execute(union, input);
  }

  private QueryIterator all(List<Op> arms, List<Binding> rows) {
    QueryIterConcat all = new QueryIterConcat(execCxt);
    for (Op arm : arms) {
      QueryIterator input = QueryIterPlainWrapper.create(rows.iterator(), execCxt);
      all.add(isService(arm) ? exec(arm, input) : new QueryIterUnion(input, List.of(arm), execCxt));
    }
    return all;
  }

  private QueryIterator batches(QueryIterator rows, Op pattern, OwnResults.Fate fate) {
    return batches(
        rows, pattern, new OwnResults(Calls.of(execCxt.getContext()).tag(), column -> true, fate));
  }

  private QueryIterator batches(QueryIterator rows, Op pattern, OwnResults own) {
    return new RowBatches(
        rows,
        execCxt,
        batch ->
            own.of(batch, exec(pattern, QueryIterPlainWrapper.create(own.tagged(batch), execCxt))));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.util.function.Consumer;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/** Finds every SERVICE of a query, wherever it stands but inside another. */
final class Services extends OpVisitorBase {
  private final Consumer<OpService> seen;

  private Services(Consumer<OpService> seen) {
    this.seen = seen;
  }

  static void see(Query query, Consumer<OpService> seen) {
    Op pattern = Algebra.compile(query);
    if (pattern != null) {
      Walker.walkSkipService(pattern, new Services(seen), new ExprVisitorBase(), null, null);
    }
  }

  @Override
  public void visit(OpService service) {
    seen.accept(service);
  }

  /** The walker leaves out what is counted or summed. */
  @Override
  public void visit(OpGroup group) {
    for (ExprAggregator aggregated : group.getAggregators()) {
      ExprList inside = aggregated.getAggregator().getExprList();
      if (inside != null) {
        inside.forEach(this::walk);
      }
    }
  }

  /** And the conditions of an order. */
  @Override
  public void visit(OpOrder order) {
    order.getConditions().forEach(condition -> walk(condition.getExpression()));
  }

  private void walk(Expr expression) {
    Walker.createWalkerSkipService(this, new ExprVisitorBase(), null, null).walk(expression);
  }
}

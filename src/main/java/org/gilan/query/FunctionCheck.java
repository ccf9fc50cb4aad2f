// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.vocabulary.XSD;

/**
 * Refuses a query before it runs if it calls a function that is not offered, or one with a number
 * of arguments that it cannot take, or if it is written with a value that is none. What stands
 * inside a SERVICE is the other side's matter.
 */
final class FunctionCheck {
  private boolean isPlain = true;

  private FunctionCheck() {}

  /**
   * Looks through a query.
   *
   * @param pattern the whole query, before any rewriting
   * @return whether other engines know its functions, too, and it asks nobody else
   * @throws RefusedException naming the function
   */
  static boolean check(Op pattern) {
    FunctionCheck check = new FunctionCheck();
    Walker.walkSkipService(pattern, check.new Patterns(), check.new Expressions(), null, null);
    return check.isPlain;
  }

  private void check(Expr expression) {
    Walker.walk(expression, new Patterns(), new Expressions());
  }

  private void function(E_Function call) {
    String name = call.getFunctionIRI();
    isPlain &= name.startsWith(XSD.NS);
    try {
      Functions.function(name)
          .create(name)
          .build(name, new ExprList(call.getArgs()), ARQ.getContext());
    } catch (RefusedException e) {
      throw e;
    } catch (RuntimeException e) { // the ways to say so are many
      throw new RefusedException(
          "The function <" + name + "> cannot be called like this: " + e.getMessage());
    }
  }

  private final class Patterns extends OpVisitorBase {
    @Override
    public void visit(OpService service) {
      isPlain = false;
    }

    @Override
    public void visit(OpBGP pattern) {
      for (Triple triple : pattern.getPattern()) {
        Node predicate = triple.getPredicate();
        if (predicate.isURI()) {
          isPlain &= Functions.property(predicate.getURI()) == null;
        }
      }
    }

    @Override
    public void visit(OpTable given) {
      given.getTable().rows().forEachRemaining(row -> row.forEach((name, value) -> require(value)));
    }

    /** The walker leaves out what is counted or summed. */
    @Override
    public void visit(OpGroup group) {
      for (ExprAggregator aggregated : group.getAggregators()) {
        ExprList inside = aggregated.getAggregator().getExprList();
        if (inside != null) {
          inside.forEach(FunctionCheck.this::check);
        }
      }
      group.getGroupVars().getExprs().values().forEach(FunctionCheck.this::check);
    }

    /** And the conditions of an order. */
    @Override
    public void visit(OpOrder order) {
      order.getConditions().forEach(condition -> check(condition.getExpression()));
    }
  }

  /** As the grammar of SPARQL 1.2 does; Jena's reader takes any triple term. */
  private static void require(Node value) {
    if (!Rdf.holds(value)) {
      throw new RefusedException(
          "The subject of a triple term is an IRI or a blank node, and its predicate an IRI.");
    }
  }

  private final class Expressions extends ExprVisitorBase {
    @Override
    public void visit(NodeValue value) {
      require(value.asNode());
    }

    @Override
    public void visit(ExprFunctionN function) {
      if (function instanceof E_Call) {
        throw new RefusedException("The function CALL is not offered here; write the name itself.");
      }
      if (function instanceof E_Function call) {
        function(call);
      }
    }
  }
}

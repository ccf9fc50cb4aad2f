// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.Unstable;
import org.apache.jena.vocabulary.XSD;

/**
 * Sees whether a query may have another answer each time it is asked of the same graph: it asks
 * others, or the clock, or for chance, or calls a function that is not known to do none of these.
 */
final class Changing {
  /** The functions of XPath, none of which has a state, besides the time zone that is asked for. */
  private static final String XPATH = "http://www.w3.org/2005/xpath-functions";

  private static final String TIME_ZONE = "implicit-timezone";
  private static final String APPLY = "apply";

  /** Properties that are computed by a class of this name. */
  private static final String JAVA = "java:";

  private boolean isChanging;

  private Changing() {}

  static boolean is(Op pattern) {
    Changing changing = new Changing();
    changing.walk(pattern);
    return changing.isChanging;
  }

  private void walk(Op pattern) {
    if (pattern != null) {
      Walker.walk(pattern, new Patterns(), new Expressions());
    }
  }

  private void walk(Expr expression) {
    Walker.walk(expression, new Patterns(), new Expressions());
  }

  private final class Patterns extends OpVisitorBase {
    @Override
    public void visit(OpService service) {
      isChanging = true;
    }

    @Override
    public void visit(OpBGP pattern) {
      for (Triple triple : pattern.getPattern()) {
        Node predicate = triple.getPredicate();
        isChanging |= predicate.isURI() && predicate.getURI().startsWith(JAVA);
      }
    }

    /** The walker leaves out what is counted or summed. */
    @Override
    public void visit(OpGroup group) {
      for (ExprAggregator aggregated : group.getAggregators()) {
        ExprList inside = aggregated.getAggregator().getExprList();
        if (inside != null) {
          inside.forEach(Changing.this::walk);
        }
      }
    }

    /** And the conditions of an order. */
    @Override
    public void visit(OpOrder order) {
      order.getConditions().forEach(condition -> walk(condition.getExpression()));
    }
  }

  private final class Expressions extends ExprVisitorBase {
    @Override
    public void visit(ExprFunction0 function) {
      see(function);
    }

    @Override
    public void visit(ExprFunction1 function) {
      see(function);
    }

    @Override
    public void visit(ExprFunctionN function) {
      see(function);
    }

    private void see(ExprFunction function) {
      isChanging |=
          function instanceof Unstable // Jena's mark: BNODE, RAND, UUID, STRUUID
              || function instanceof E_Now
              || function instanceof E_Call
              || function instanceof E_Function && !isSteady(function.getFunctionIRI());
    }

    private static boolean isSteady(String iri) {
      return iri.startsWith(XSD.NS)
          || iri.startsWith(XPATH) && !iri.endsWith(TIME_ZONE) && !iri.endsWith(APPLY);
    }
  }
}

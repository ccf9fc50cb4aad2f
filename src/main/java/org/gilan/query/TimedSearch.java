// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * CONTAINS, STRBEFORE and STRAFTER as ARQ has them, but for the deadline: for two long texts Java
 * takes the product of their lengths.
 */
final class TimedSearch extends ExprFunction2 {
  /** Shorter ones are no matter. */
  private static final int LONG = 1000;

  private final ExprFunction2 original;

  private TimedSearch(ExprFunction2 original, Expr text, Expr part) {
    super(text, part, original.getFunctionSymbol().getSymbol());
    this.original = original;
  }

  static boolean is(ExprFunction2 function) {
    return function instanceof E_StrContains
        || function instanceof E_StrBefore
        || function instanceof E_StrAfter;
  }

  static Expr of(ExprFunction2 function, Expr text, Expr part) {
    return new TimedSearch(function, text, part);
  }

  /** {@return the same by another of its names} */
  static Expr named(String name, Expr text, Expr part) {
    ExprFunction2 function =
        name.endsWith("contains")
            ? new E_StrContains(text, part)
            : name.endsWith("before") ? new E_StrBefore(text, part) : new E_StrAfter(text, part);
    return of(function, text, part);
  }

  @Override
  public NodeValue evalSpecial(Binding row, FunctionEnv env) {
    NodeValue text = getArg1().eval(row, env);
    NodeValue part = getArg2().eval(row, env);
    NodeValueOps.checkTwoArgumentStringLiterals(getFunctionSymbol().getSymbol(), text, part);
    String whole = text.asNode().getLiteralLexicalForm();
    String wanted = part.asNode().getLiteralLexicalForm();
    Work work = env == null || env.getContext() == null ? null : Work.of(env.getContext());
    return work == null || wanted.length() < LONG
        ? original.eval(text, part)
        : found(text, whole, find(whole, wanted, work), wanted.length());
  }

  private NodeValue found(NodeValue text, String whole, int at, int length) {
    if (original instanceof E_StrContains) {
      return NodeValue.booleanReturn(at >= 0);
    }
    if (at < 0) {
      return NodeValue.nvEmptyString;
    }
    return TimedPattern.like(
        text,
        original instanceof E_StrBefore ? whole.substring(0, at) : whole.substring(at + length));
  }

  private static int find(String text, String part, Work work) {
    int last = text.length() - part.length();
    int at = text.indexOf(part.charAt(0));
    while (at >= 0 && at <= last) {
      work.step();
      if (text.startsWith(part, at)) {
        return at;
      }
      at = text.indexOf(part.charAt(0), at + 1);
    }
    return -1;
  }

  /** Is asked while a query is planned, when no time is counted yet: the answer can wait. */
  @Override
  public NodeValue eval(NodeValue text, NodeValue part) {
    if (part.asString().length() >= LONG) {
      throw new ExprEvalException("later");
    }
    return original.eval(text, part);
  }

  @Override
  public Expr copy(Expr text, Expr part) {
    return new TimedSearch(original, text, part);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_StrSubstring;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;

/**
 * A part of a text by numbers of any size, XPath functions section 5.4.3; Jena's takes the last 32
 * bits of them, so that a part up to the end comes out empty.
 */
final class Substring extends ExprFunctionN {
  private static final Set<String> NAMES =
      Set.of(
          "http://www.w3.org/2005/xpath-functions#substring", "http://www.w3.org/ns/sparql#substr");

  /** No text is as long. */
  private static final double FAR = 1 << 30;

  private Substring(ExprList args) {
    super("substring", args);
  }

  /** {@return what takes the function's place; nothing if it is another} */
  static Optional<Expr> of(ExprFunctionN function, ExprList args) {
    boolean isOne =
        function instanceof E_StrSubstring
            || function instanceof E_Function call && NAMES.contains(call.getFunctionIRI());
    return isOne && (args.size() == 2 || args.size() == 3)
        ? Optional.of(new Substring(args))
        : Optional.empty();
  }

  @Override
  public NodeValue eval(List<NodeValue> args) {
    NodeValue text = args.get(0);
    if (!args.stream().skip(1).allMatch(NodeValue::isNumber)) {
      return XSDFuncOp.substring(
          text, args.get(1), args.get(args.size() - 1)); // says what is amiss
    }
    double start = rounded(args.get(1));
    double first = Math.max(start, 1);
    double end = args.size() == 2 ? FAR : Math.min(start + rounded(args.get(2)), FAR);
    return first < end
        ? XSDFuncOp.substring(text, number(first), number(end - first))
        : XSDFuncOp.substring(text, number(1), number(0));
  }

  private static double rounded(NodeValue number) {
    return Math.floor(number.getDouble() + 0.5);
  }

  private static NodeValue number(double number) {
    return NodeValue.makeInteger((long) number);
  }

  @Override
  public Expr copy(ExprList args) {
    return new Substring(args);
  }
}

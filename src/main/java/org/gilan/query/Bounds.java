// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;

/** How large a value may become: thirty doublings of a text or a number fill any memory. */
final class Bounds {
  private Bounds() {}

  /** {@return the value, if it is not too large} */
  static NodeValue check(NodeValue value) {
    if (value.isString()) {
      text(value.getString().length());
    } else if (value.isInteger() && value.getInteger().bitLength() > 4 * QueryLimits.DIGITS
        || value.isDecimal() && digits(value) > QueryLimits.DIGITS) {
      throw new ExprEvalException("the number is too long");
    }
    return value;
  }

  static void text(int length) {
    if (length > QueryLimits.TEXT) {
      throw new ExprEvalException("the text is too long");
    }
  }

  private static int digits(NodeValue value) {
    return Math.max(value.getDecimal().precision(), Math.abs(value.getDecimal().scale()));
  }
}

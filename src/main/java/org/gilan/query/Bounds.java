// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;

/** How large a value may become: thirty doublings of a text or a number fill any memory. */
final class Bounds {
  private Bounds() {}

  /** {@return the value, if it is not too large} */
  static NodeValue check(NodeValue value) {
    if (value.isInteger() && value.getInteger().bitLength() > 4 * QueryLimits.DIGITS
        || value.isDecimal() && digits(value) > QueryLimits.DIGITS) {
      throw new ExprEvalException("the number is too long");
    }
    return value;
  }

  /** Checks the text of a term, of any kind. */
  static void check(Node term) {
    if (term.isLiteral()) {
      text(term.getLiteralLexicalForm().length());
    } else if (term.isURI()) {
      text(term.getURI().length());
    }
  }

  static void text(long length) {
    if (length > QueryLimits.TEXT) {
      throw new ExprEvalException("the text is too long");
    }
  }

  private static int digits(NodeValue value) {
    return Math.max(value.getDecimal().precision(), Math.abs(value.getDecimal().scale()));
  }
}

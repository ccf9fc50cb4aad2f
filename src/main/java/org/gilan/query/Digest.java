// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprDigest;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/** MD5, SHA1 and the like, without the last text: Jena's keep that as long as the plan is kept. */
final class Digest extends ExprFunction1 {
  private final ExprDigest original;

  Digest(ExprDigest original, Expr text) {
    super(text, original.getFunctionSymbol().getSymbol());
    this.original = original;
  }

  @Override
  public NodeValue eval(NodeValue text) {
    return ((ExprFunction1) original.copy(getArg())).eval(text);
  }

  @Override
  public Expr copy(Expr text) {
    return new Digest(original, text);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.algebra.optimize.TransformJoinStrategy;
import org.apache.jena.sparql.engine.main.JoinClassifier;

/**
 * Jena's choice of joins, where the rows flow into the right side if they may; into a UNION also if
 * they may flow into each of its parts. Jena asks of the whole that no variable of the left be in
 * some parts only, and else makes a table of all that the union matches.
 */
final class Joins extends TransformJoinStrategy {
  @Override
  public Op transform(OpJoin join, Op left, Op right) {
    Op chosen = super.transform(join, left, right);
    return chosen instanceof OpJoin && right instanceof OpUnion && mayFlow(left, right)
        ? OpSequence.create(left, right)
        : chosen;
  }

  private static boolean mayFlow(Op left, Op right) {
    return right instanceof OpUnion union
        ? mayFlow(left, union.getLeft()) && mayFlow(left, union.getRight())
        : JoinClassifier.isLinear(left, right);
  }
}

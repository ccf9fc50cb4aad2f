// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.path.P_FixedLength;
import org.apache.jena.sparql.path.P_Mod;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;

/**
 * Refuses a path that is repeated backwards, {@code {2,1}}, or beyond what anybody means: Jena
 * writes {@code {1000000000}} out before it looks at any clock.
 */
final class PathCheck extends OpVisitorBase {
  /** What a step takes that is written out. */
  private static final long STEP = 100;

  private long steps;

  private PathCheck() {}

  /**
   * Looks through a query; what stands inside a SERVICE is the other side's matter.
   *
   * @param pattern the whole query, before any rewriting
   * @return the bytes that its paths take, written out
   * @throws RefusedException saying what is wrong
   */
  static long check(Op pattern) {
    PathCheck paths = new PathCheck();
    Walker.walkSkipService(pattern, paths, new ExprVisitorBase(), null, null);
    return STEP * paths.steps;
  }

  @Override
  public void visit(OpPath op) {
    steps += steps(op.getTriplePath().getPath());
  }

  /** {@return how many steps the path has, written out} */
  static long steps(Path path) {
    if (path instanceof P_Path2 two) {
      return limited(1, steps(two.getLeft()) + steps(two.getRight()));
    }
    if (path instanceof P_Path1 one) {
      return limited(times(one), steps(one.getSubPath()));
    }
    return 1;
  }

  private static long times(P_Path1 path) {
    if (path instanceof P_FixedLength fixed) {
      return fixed.getCount();
    }
    if (path instanceof P_Mod range) {
      if (range.getMax() >= 0 && range.getMax() < range.getMin()) {
        throw new RefusedException(
            "A path cannot be repeated {" + range.getMin() + "," + range.getMax() + "}.");
      }
      return Math.max(1, Math.max(range.getMin(), range.getMax()));
    }
    return 1;
  }

  private static long limited(long times, long steps) {
    if (times > QueryLimits.STEPS || times * steps > QueryLimits.STEPS) {
      throw new RefusedException(
          "A path has more than " + QueryLimits.STEPS + " steps; no more are taken here.");
    }
    return times * steps;
  }
}

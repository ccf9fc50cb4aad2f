// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.gilan.graph.Statistics;

/**
 * How many rows an ordered pattern may have: by no means exact, but good enough to tell whether a
 * subquery that groups is cheaper done once, or for each row before it.
 */
record Estimate(Statistics statistics, Work work) {
  /** What is not known in detail, such as a path. */
  private static final double SOME = 30;

  /** {@return whether somewhere in this pattern rows are grouped} */
  static boolean groups(Op op) {
    return op instanceof OpGroup || op instanceof Op1 one && groups(one.getSubOp());
  }

  /**
   * {@return whether to do a part once and join it, rather than for each row before it}
   *
   * @param before what is joined with the part
   * @param part the part
   * @param known the variables that have a value before the part
   */
  boolean isBetterOnce(Op before, Op part, Set<Var> known) {
    double rows = rows(before, Set.of());
    return rows + rows(part, Set.of()) < rows * (1 + rows(part, known));
  }

  private double rows(Op op, Set<Var> bound) {
    if (op instanceof OpBGP pattern) {
      return new Steps(statistics, work, Map.of(), bound).rows(pattern.getPattern());
    }
    if (op instanceof OpTable table) {
      return table.getTable().size();
    }
    if (op instanceof OpUnion union) {
      return rows(union.getLeft(), bound) + rows(union.getRight(), bound);
    }
    if (op instanceof OpConditional || op instanceof OpLeftJoin || op instanceof OpMinus) {
      return rows(((Op2) op).getLeft(), bound);
    }
    if (op instanceof Op2 two) {
      return product(List.of(two.getLeft(), two.getRight()), bound);
    }
    if (op instanceof OpN all) {
      return product(all.getElements(), bound);
    }
    return op instanceof Op1 one ? rows(one.getSubOp(), bound) : SOME;
  }

  /** Parts that are done one after the other, each knowing what those before it gave. */
  private double product(List<Op> parts, Set<Var> bound) {
    Set<Var> known = new HashSet<>(bound);
    double rows = 1;
    for (Op part : parts) {
      rows *= rows(part, known);
      known.addAll(OpVars.fixedVars(part));
    }
    return rows;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.op.OpUnion;

/** Knows the patterns that extend rows one by one, so that many rows may go in together. */
final class Streamed {
  private Streamed() {}

  /** {@return whether a pattern holds a service and nothing that would mix its rows} */
  static boolean isService(Op op) {
    return isStreamed(op) && hasService(op);
  }

  private static boolean isStreamed(Op op) {
    boolean isLeaf =
        op instanceof OpService
            || op instanceof OpBGP
            || op instanceof OpTriple
            || op instanceof OpPath;
    return isLeaf || !parts(op).isEmpty() && parts(op).stream().allMatch(Streamed::isStreamed);
  }

  private static boolean hasService(Op op) {
    return op instanceof OpService || parts(op).stream().anyMatch(Streamed::hasService);
  }

  private static List<Op> parts(Op op) {
    if (op instanceof OpFilter filter) {
      return List.of(filter.getSubOp());
    }
    if (op instanceof OpExtend extend) {
      return List.of(extend.getSubOp());
    }
    if (op instanceof OpAssign assign) {
      return List.of(assign.getSubOp());
    }
    if (op instanceof OpProject project) {
      return List.of(project.getSubOp());
    }
    if (op instanceof OpGraph graph) {
      return List.of(graph.getSubOp());
    }
    if (op instanceof OpSequence sequence) {
      return sequence.getElements();
    }
    if (op instanceof OpConditional optional) {
      return List.of(optional.getLeft(), optional.getRight());
    }
    return op instanceof OpUnion union ? List.of(union.getLeft(), union.getRight()) : List.of();
  }
}

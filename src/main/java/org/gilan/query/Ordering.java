// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.OpWalker;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLateral;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.gilan.graph.Statistics;

/**
 * Orders the patterns of a query, knowing at each place which variables have a value by then: what
 * flows into an OPTIONAL, an EXISTS or the next part of a sequence is bound there.
 */
final class Ordering {
  private final Statistics statistics;
  private final Work work;

  /** What VALUES gives to a variable, wherever in the query. */
  private final Map<Var, Set<Node>> values = new HashMap<>();

  Ordering(Statistics statistics, Work work) {
    this.statistics = statistics;
    this.work = work;
  }

  /** {@return a whole query's pattern in a better order} */
  Op order(Op op) {
    OpWalker.walk(
        op,
        new OpVisitorBase() {
          @Override
          public void visit(OpTable given) {
            given.getTable().rows().forEachRemaining(Ordering.this::note);
          }
        });
    return order(op, Set.of());
  }

  private void note(Binding row) {
    row.forEach((name, value) -> values.computeIfAbsent(name, n -> new HashSet<>()).add(value));
  }

  /**
   * {@return the same pattern in a better order}
   *
   * @param bound the variables that have a value in every row that comes in
   */
  private Op order(Op op, Set<Var> bound) {
    if (op instanceof OpBGP || op instanceof OpPath) {
      return new Steps(statistics, work, values, bound).add(op).inOrder();
    }
    if (op instanceof OpSequence sequence) {
      return sequence(sequence, bound);
    }
    if (op instanceof OpService) {
      return op;
    }
    if (op instanceof OpFilter filter) {
      Op inner = order(filter.getSubOp(), bound);
      return OpFilter.filterBy(conditions(filter.getExprs(), known(bound, inner)), inner);
    }
    if (op instanceof OpGraph graph) {
      Set<Var> inside = new HashSet<>(bound);
      if (Var.isVar(graph.getNode())) {
        inside.add(Var.alloc(graph.getNode()));
      }
      return new OpGraph(graph.getNode(), order(graph.getSubOp(), inside));
    }
    if (op instanceof Op1 one) {
      return one.getSubOp() == null ? one : one.copy(order(one.getSubOp(), bound));
    }
    return two(op, bound);
  }

  private Op two(Op op, Set<Var> bound) {
    if (op instanceof OpConditional optional) {
      Op left = order(optional.getLeft(), bound);
      return new OpConditional(left, order(optional.getRight(), known(bound, left)));
    }
    if (op instanceof OpLateral lateral) {
      Op left = order(lateral.getLeft(), bound);
      return OpLateral.create(left, order(lateral.getRight(), known(bound, left)));
    }
    if (op instanceof OpUnion union) {
      return new OpUnion(order(union.getLeft(), bound), order(union.getRight(), bound));
    }
    // The right side of these is matched by itself.
    if (op instanceof OpJoin join) {
      return OpJoin.create(order(join.getLeft(), bound), order(join.getRight(), Set.of()));
    }
    if (op instanceof OpLeftJoin optional) {
      return OpLeftJoin.createLeftJoin(
          order(optional.getLeft(), bound),
          order(optional.getRight(), Set.of()),
          optional.getExprs());
    }
    if (op instanceof OpMinus minus) {
      return OpMinus.create(order(minus.getLeft(), bound), order(minus.getRight(), Set.of()));
    }
    return op;
  }

  /** Orders each run of plain patterns; what stands between them stays where it is. */
  private Op sequence(OpSequence sequence, Set<Var> bound) {
    List<Op> parts = new ArrayList<>();
    Set<Var> known = bound;
    Steps run = new Steps(statistics, work, values, known);
    for (Op part : flat(sequence)) {
      if (part instanceof OpBGP || part instanceof OpPath) {
        run.add(part);
        continue;
      }
      if (!run.isEmpty()) {
        parts.add(run.inOrder());
        known = known(known, parts.get(parts.size() - 1));
      }
      if (!parts.isEmpty() && isBetterOnce(parts, part, known)) {
        Op before = Steps.sequence(List.copyOf(parts));
        parts.clear();
        parts.add(OpJoin.create(before, order(part, Set.of())));
      } else {
        parts.add(order(part, known));
      }
      known = known(known, parts.get(parts.size() - 1));
      run = new Steps(statistics, work, values, known);
    }
    if (!run.isEmpty()) {
      parts.add(run.inOrder());
    }
    return Steps.sequence(parts);
  }

  /** The steps of a sequence within a sequence: rows flow through them all alike. */
  private static List<Op> flat(OpSequence sequence) {
    return sequence.getElements().stream()
        .flatMap(part -> part instanceof OpSequence inner ? flat(inner).stream() : Stream.of(part))
        .toList();
  }

  /** Jena does a subquery for each row before it, whatever that costs. */
  private boolean isBetterOnce(List<Op> before, Op part, Set<Var> known) {
    return Estimate.groups(part)
        && new Estimate(statistics, work).isBetterOnce(Steps.sequence(before), part, known);
  }

  private static Set<Var> known(Set<Var> bound, Op op) {
    Set<Var> known = new HashSet<>(bound);
    known.addAll(OpVars.fixedVars(op));
    return known;
  }

  private ExprList conditions(ExprList conditions, Set<Var> bound) {
    ExprList ordered = new ExprList();
    for (Expr condition : conditions) {
      ordered.add(ExprTransformer.transform(new Inner(bound), condition));
    }
    return ordered;
  }

  /** Orders the patterns of EXISTS, into which the row flows. */
  private final class Inner extends ExprTransformCopy {
    private final Set<Var> bound;

    Inner(Set<Var> bound) {
      this.bound = bound;
    }

    @Override
    public Expr transform(ExprFunctionOp exists, ExprList args, Op pattern) {
      Op ordered = order(pattern, bound);
      if (exists instanceof E_Exists) {
        return new E_Exists(exists.getElement(), ordered);
      }
      return exists instanceof E_NotExists ? new E_NotExists(exists.getElement(), ordered) : exists;
    }
  }
}

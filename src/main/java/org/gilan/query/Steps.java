// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.optimizer.reorder.PatternElements;
import org.apache.jena.sparql.engine.optimizer.reorder.PatternTriple;
import org.apache.jena.sparql.sse.Item;
import org.gilan.graph.Statistics;

/**
 * Triple patterns and paths that are joined, to be put in order: next is always what is expected to
 * match least, given what is bound by then.
 */
final class Steps {
  /** A path leads further than a step, but from a known end never to everywhere. */
  private static final double PATH_FROM_ONE_END = 30;

  private static final double PATH_BETWEEN_KNOWN_ENDS = 5;
  private static final double PATH_FROM_ANYWHERE = 1e6;

  /** Whatever it is: no value is known. */
  private static final Item OPEN = Item.createNode(Var.alloc("open"));

  private final Statistics statistics;
  private final Work work;
  private final Map<Var, Set<Node>> values;
  private final Set<Var> bound;
  private final List<Step> open = new ArrayList<>();

  /** A triple pattern, or a path. */
  private record Step(Triple triple, TriplePath path) {
    Node subject() {
      return triple == null ? path.getSubject() : triple.getSubject();
    }

    Node object() {
      return triple == null ? path.getObject() : triple.getObject();
    }
  }

  /** Takes the variables that are bound before, and what VALUES may give them. */
  Steps(Statistics statistics, Work work, Map<Var, Set<Node>> values, Set<Var> bound) {
    this.statistics = statistics;
    this.work = work;
    this.values = values;
    this.bound = new HashSet<>(bound);
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  Steps add(Op op) {
    if (op instanceof OpBGP pattern) {
      pattern.getPattern().forEach(triple -> open.add(new Step(triple, null)));
    } else {
      open.add(new Step(null, ((OpPath) op).getTriplePath()));
    }
    return this;
  }

  /** {@return the steps in order, to be taken once} */
  Op inOrder() {
    List<Op> parts = new ArrayList<>();
    BasicPattern run = new BasicPattern();
    while (!open.isEmpty()) {
      Step next = next();
      open.remove(next);
      bind(next.subject());
      bind(next.object());
      if (next.triple() != null) {
        bind(next.triple().getPredicate());
        run.add(next.triple());
      } else {
        if (!run.isEmpty()) {
          parts.add(new OpBGP(run));
          run = new BasicPattern();
        }
        parts.add(new OpPath(next.path()));
      }
    }
    if (!run.isEmpty() || parts.isEmpty()) {
      parts.add(new OpBGP(run));
    }
    return sequence(parts);
  }

  /** {@return how many rows these patterns may have, matched as they stand} */
  double rows(BasicPattern pattern) {
    double rows = 1;
    for (Triple triple : pattern) {
      rows *= weight(triple);
      bind(triple);
    }
    return rows;
  }

  /** {@return these parts, one after the other} */
  static Op sequence(List<Op> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    OpSequence sequence = OpSequence.create();
    parts.forEach(sequence::add);
    return sequence;
  }

  private Step next() {
    Step best = open.get(0);
    double least = weight(best);
    for (Step step : open) {
      double weight = weight(step);
      if (weight < least) {
        least = weight;
        best = step;
      }
    }
    return best;
  }

  private double weight(Step step) {
    work.step(); // each is weighed against each
    if (step.triple() != null) {
      return weight(step.triple());
    }
    boolean from = isKnown(step.subject());
    boolean to = isKnown(step.object());
    return from && to
        ? PATH_BETWEEN_KNOWN_ENDS
        : from || to ? PATH_FROM_ONE_END : PATH_FROM_ANYWHERE;
  }

  /** {@return the weight of a pattern; of one with a value from VALUES, the mean over these} */
  private double weight(Triple triple) {
    Node object = triple.getObject();
    Item subject = item(triple.getSubject());
    Item predicate = Item.createNode(triple.getPredicate());
    Set<Node> given = Var.isVar(object) && isKnown(object) ? values.get(Var.alloc(object)) : null;
    if (given == null) {
      return statistics.weight(new PatternTriple(subject, predicate, item(object)));
    }
    return given.stream()
        .mapToDouble(
            value ->
                statistics.weight(new PatternTriple(subject, predicate, Item.createNode(value))))
        .average()
        .orElse(0);
  }

  private Item item(Node node) {
    if (node.isConcrete()) {
      return Item.createNode(node);
    }
    if (isKnown(node)) {
      return PatternElements.TERM;
    }
    // A triple term of which some part is open is matched against every one that there is.
    return node.isTripleTerm() ? OPEN : Item.createNode(node);
  }

  private boolean isKnown(Node node) {
    if (node.isTripleTerm()) {
      Triple triple = node.getTriple();
      return isKnown(triple.getSubject())
          && isKnown(triple.getPredicate())
          && isKnown(triple.getObject());
    }
    return node.isConcrete() || Var.isVar(node) && bound.contains(Var.alloc(node));
  }

  private void bind(Triple triple) {
    bind(triple.getSubject());
    bind(triple.getPredicate());
    bind(triple.getObject());
  }

  private void bind(Node node) {
    if (Var.isVar(node)) {
      bound.add(Var.alloc(node));
    } else if (node.isTripleTerm()) {
      bind(node.getTriple());
    }
  }
}

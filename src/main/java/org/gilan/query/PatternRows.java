// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.util.iterator.NiceIterator;
import org.apache.jena.util.iterator.SingletonIterator;
import org.gilan.query.PatternLevel.Place;

/**
 * The rows that match a basic graph pattern, SPARQL 1.1 section 18.3.1, one after the other: a loop
 * within a loop for each triple, in the order in which they stand. Jena has an iterator of
 * iterators for each, and a row within a row; here a row is made once, when all of it is known.
 */
final class PatternRows extends QueryIter1 {
  private static final int IN_ONE_LAYER = 4;

  private final Graph graph;
  private final Work work;
  private final List<Var> variables = new ArrayList<>();
  private final PatternLevel[] levels;

  /** What each variable is just now; null for nothing yet. */
  private final Node[] values;

  private final boolean[] isGiven;

  /** What a row has to satisfy in an OPTIONAL; null outside of one. */
  private final ExprList conditions;

  private boolean hasMatched;
  private Binding given;
  private Binding next;
  private int depth = -1;

  private PatternRows(
      BasicPattern pattern,
      ExprList conditions,
      WatchedGraph graph,
      QueryIterator input,
      ExecutionContext context) {
    super(input, context);
    this.graph = graph.get();
    this.work = graph.work();
    this.conditions = conditions;
    this.levels = pattern.getList().stream().map(this::level).toArray(PatternLevel[]::new);
    this.values = new Node[variables.size()];
    this.isGiven = new boolean[variables.size()];
  }

  /**
   * {@return the rows with what matches them}
   *
   * @param pattern one that {@link #canMatch} holds of
   * @param graph where; its work takes a step with each look-up and each triple
   */
  static QueryIterator of(
      BasicPattern pattern, WatchedGraph graph, QueryIterator input, ExecutionContext context) {
    return new PatternRows(pattern, null, graph, input, context);
  }

  /**
   * {@return the rows with what matches them, or as they are where nothing does}
   *
   * @param pattern one that {@link #canMatch} holds of
   * @param conditions what a match has to satisfy besides
   * @param graph where
   */
  static QueryIterator optional(
      BasicPattern pattern,
      ExprList conditions,
      WatchedGraph graph,
      QueryIterator input,
      ExecutionContext context) {
    return new PatternRows(pattern, conditions, graph, input, context);
  }

  /** {@return whether there is something to match, and no variable within a triple term} */
  static boolean canMatch(BasicPattern pattern) {
    return !pattern.isEmpty()
        && pattern.getList().stream()
            .allMatch(t -> isPlain(t.getSubject()) && isPlain(t.getObject()));
  }

  private static boolean isPlain(Node node) {
    return !node.isTripleTerm() || node.isConcrete();
  }

  private PatternLevel level(Triple triple) {
    int before = variables.size();
    Place subject = place(triple.getSubject());
    Place predicate = place(triple.getPredicate());
    Place object = place(triple.getObject());
    int[] fresh = new int[variables.size() - before];
    for (int i = 0; i < fresh.length; i++) {
      fresh[i] = before + i;
    }
    return new PatternLevel(subject, predicate, object, fresh);
  }

  private Place place(Node node) {
    if (!Var.isVar(node)) {
      return Place.of(node);
    }
    Var variable = Var.alloc(node);
    if (!variables.contains(variable)) {
      variables.add(variable);
    }
    return new Place(null, variables.indexOf(variable));
  }

  @Override
  protected boolean hasNextBinding() {
    if (next == null) {
      next = advance();
    }
    return next != null;
  }

  @Override
  protected Binding moveToNextBinding() {
    Binding row = next;
    next = null;
    return row;
  }

  private Binding advance() {
    while (depth >= 0 || begin()) {
      PatternLevel level = levels[depth];
      if (!level.found.hasNext()) {
        depth--;
        if (depth < 0 && conditions != null && !hasMatched) {
          return given;
        }
        continue;
      }
      Triple triple = level.found.next();
      work.step();
      forget(level);
      if (take(level.subject(), triple.getSubject())
          && take(level.predicate(), triple.getPredicate())
          && take(level.object(), triple.getObject())) {
        if (depth < levels.length - 1) {
          depth++;
          look(levels[depth]);
          continue;
        }
        Binding row = row();
        if (conditions == null || conditions.isSatisfied(row, getExecContext())) {
          hasMatched = true;
          return row;
        }
      }
    }
    return null;
  }

  /** {@return whether there was one more row to go on from} */
  private boolean begin() {
    if (!getInput().hasNext()) {
      return false;
    }
    given = getInput().next();
    for (int i = 0; i < values.length; i++) {
      values[i] = given.get(variables.get(i));
      isGiven[i] = values[i] != null;
    }
    hasMatched = false;
    depth = 0;
    look(levels[0]);
    return true;
  }

  private void look(PatternLevel level) {
    work.step();
    forget(level);
    Node subject = value(level.subject());
    Node predicate = value(level.predicate());
    Node object = value(level.object());
    if (subject != null && predicate != null && object != null) {
      level.found =
          graph.contains(subject, predicate, object)
              ? new SingletonIterator<>(Triple.create(subject, predicate, object))
              : NiceIterator.emptyIterator();
    } else {
      level.found = graph.find(subject, predicate, object);
    }
  }

  private void forget(PatternLevel level) {
    for (int variable : level.fresh()) {
      if (!isGiven[variable]) {
        values[variable] = null;
      }
    }
  }

  private Node value(Place place) {
    return place.isTerm() ? place.term() : values[place.variable()];
  }

  /** {@return whether the term can stand there; it cannot where the same variable is another} */
  private boolean take(Place place, Node term) {
    if (place.isTerm()) {
      return true;
    }
    if (values[place.variable()] == null) {
      values[place.variable()] = term;
      return true;
    }
    // What was known was looked up; only a variable that the triple has twice may differ.
    return isGiven[place.variable()]
        || !isFresh(place.variable())
        || values[place.variable()].equals(term);
  }

  private boolean isFresh(int variable) {
    int[] fresh = levels[depth].fresh();
    return fresh.length > 0 && variable >= fresh[0];
  }

  /** {@return what was given with what was found, in as few layers as there can be} */
  private Binding row() {
    Binding row = given;
    int[] more = new int[IN_ONE_LAYER];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (!isGiven[i]) {
        more[count++] = i;
        if (count == IN_ONE_LAYER) {
          row = layer(row, more, count);
          count = 0;
        }
      }
    }
    return count == 0 ? row : layer(row, more, count);
  }

  private Binding layer(Binding row, int[] v, int count) {
    return switch (count) {
      case 1 -> BindingFactory.binding(row, name(v[0]), values[v[0]]);
      case 2 -> BindingFactory.binding(row, name(v[0]), values[v[0]], name(v[1]), values[v[1]]);
      case 3 ->
          BindingFactory.binding(
              row, name(v[0]), values[v[0]], name(v[1]), values[v[1]], name(v[2]), values[v[2]]);
      default ->
          BindingFactory.binding(
              row,
              name(v[0]),
              values[v[0]],
              name(v[1]),
              values[v[1]],
              name(v[2]),
              values[v[2]],
              name(v[3]),
              values[v[3]]);
    };
  }

  private Var name(int variable) {
    return variables.get(variable);
  }

  @Override
  protected void requestSubCancel() {
    // The work sees it at its next step.
  }

  @Override
  protected void closeSubIterator() {
    for (PatternLevel level : levels) {
      Iter.close(level.found);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.gilan.federation.Answers.Question;

/** Joins rows with what endpoints say of them, many rows a request. */
final class ServiceJoin extends QueryIter1 {
  /** Rows that ask the same are read on together up to this many times the batch. */
  private static final int REPEATS = 20;

  /** A row and what is asked for it; nothing when no endpoint can know the row's blank nodes. */
  private record Row(Binding binding, Service service, Optional<Question> question) {}

  private final OpService op;
  private final RemotePattern pattern;
  private final Guard guard;
  private final Answers answers;
  private final Calls calls;
  private final int batch;
  private Iterator<Binding> joined = Collections.emptyIterator();

  ServiceJoin(
      OpService op,
      QueryIterator input,
      ExecutionContext context,
      Guard guard,
      Answers answers,
      int batch) {
    super(input, context);
    this.op = op;
    this.guard = guard;
    this.answers = answers;
    this.calls = Calls.of(context.getContext());
    this.batch = batch;
    if (op.getService().isURI()) {
      guarded(op.getService());
    }
    this.pattern = new RemotePattern(op);
  }

  private Service guarded(Node target) {
    try {
      guard.check(op);
      return guard.allow(target);
    } catch (ServiceException e) {
      throw calls.fail(e, getExecContext().getCancelSignal());
    }
  }

  @Override
  protected boolean hasNextBinding() {
    while (!joined.hasNext() && getInput() != null && getInput().hasNext()) {
      joined = join(read()).iterator();
    }
    return joined.hasNext();
  }

  @Override
  protected Binding moveToNextBinding() {
    return joined.next();
  }

  private List<Row> read() {
    List<Row> rows = new ArrayList<>();
    Set<Question> open = new HashSet<>();
    while (open.size() < batch && rows.size() < REPEATS * batch && getInput().hasNext()) {
      Row row = row(getInput().next());
      rows.add(row);
      row.question().filter(q -> !answers.isKnown(q)).ifPresent(open::add);
    }
    return rows;
  }

  private Row row(Binding binding) {
    Node target = op.getService();
    Service service = guarded(Var.isVar(target) ? binding.get(Var.alloc(target)) : target);
    List<Var> names = pattern.joined(binding);
    List<Node> values = names.stream().map(n -> binding.get(pattern.local(n))).toList();
    boolean isSendable = values.stream().allMatch(RemotePattern::isSendable);
    Question question = new Question(service, pattern.text(), names, values);
    return new Row(binding, service, isSendable ? Optional.of(question) : Optional.empty());
  }

  private List<Binding> join(List<Row> rows) {
    Map<Question, List<Binding>> answered =
        ask(rows.stream().flatMap(r -> r.question().stream()).toList());
    List<Binding> result = new ArrayList<>();
    for (Row row : rows) {
      List<Binding> own = row.question().map(answered::get).orElse(null);
      if (own != null) {
        own.forEach(a -> result.add(merged(row.binding(), a)));
      } else if (calls.isSilenced(row.service())) {
        result.add(row.binding());
      }
    }
    return result;
  }

  private Map<Question, List<Binding>> ask(List<Question> questions) {
    try {
      return answers.ask(
          pattern, questions, op.getSilent(), calls, getExecContext().getCancelSignal());
    } catch (ServiceException e) {
      throw calls.fail(e, getExecContext().getCancelSignal());
    }
  }

  private Binding merged(Binding row, Binding answer) {
    BindingBuilder merged = Binding.builder(row);
    answer.forEach(
        (remote, value) -> {
          Var var = pattern.local(remote);
          if (var != null && !row.contains(var)) {
            merged.add(var, value);
          }
        });
    return merged.build();
  }

  @Override
  protected void requestSubCancel() {}

  @Override
  protected void closeSubIterator() {
    joined = Collections.emptyIterator();
  }
}

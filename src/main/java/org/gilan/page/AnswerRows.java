// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.gilan.claim.DateWords;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

/**
 * The rows of an answer as they came, for all ways to show them.
 *
 * @param columns what is shown; a thing and its label are one column
 * @param proofs the columns of claims and passages, which are shown as evidence
 * @param rows all of them
 */
record AnswerRows(List<Var> columns, List<Var> proofs, List<Binding> rows) {
  private static final String LABEL = "Label";
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?");
  private static final Var ANSWER = Var.alloc("answer");
  private static final List<Var> TRIPLE =
      Stream.of("subject", "predicate", "object").map(Var::alloc).toList();

  static AnswerRows of(RowSet answer) {
    List<Binding> rows = new ArrayList<>();
    answer.forEachRemaining(rows::add);
    return of(answer.getResultVars(), rows);
  }

  /** {@return triples as rows, in a steady order} */
  static AnswerRows of(Graph triples) {
    return of(
        TRIPLE,
        triples.stream()
            .sorted(Comparator.comparing(Object::toString))
            .map(
                t ->
                    BindingFactory.binding(
                        TRIPLE.get(0),
                        t.getSubject(),
                        TRIPLE.get(1),
                        t.getPredicate(),
                        TRIPLE.get(2),
                        t.getObject()))
            .toList());
  }

  /** {@return yes or no as a row} */
  static AnswerRows of(boolean isSo) {
    Node word = NodeFactory.createLiteralString(isSo ? "yes" : "no");
    return of(List.of(ANSWER), List.of(BindingFactory.binding(ANSWER, word)));
  }

  private static AnswerRows of(List<Var> variables, List<Binding> rows) {
    List<Var> columns =
        variables.stream()
            .filter(v -> !variables.contains(Var.alloc(v.getName() + LABEL)))
            .toList();
    List<Var> proofs = columns.stream().filter(v -> all(rows, v, AnswerRows::isProof)).toList();
    List<Var> shown = columns.stream().filter(v -> !proofs.contains(v)).toList();
    return new AnswerRows(shown.isEmpty() ? columns : shown, proofs, rows);
  }

  /** {@return whether a column has values, and all are such} */
  boolean all(Var column, Predicate<Node> test) {
    return all(rows, column, test);
  }

  private static boolean all(List<Binding> rows, Var column, Predicate<Node> test) {
    Iterator<Node> values =
        rows.stream().map(row -> row.get(column)).filter(Objects::nonNull).iterator();
    boolean found = false;
    while (values.hasNext()) {
      if (!test.test(values.next())) {
        return false;
      }
      found = true;
    }
    return found;
  }

  private static boolean isProof(Node node) {
    return node.isURI()
        && (node.getURI().startsWith(Gilan.CLAIM) || Passage.parse(node.getURI()).isPresent());
  }

  /** {@return the columns that hold things of ours} */
  List<Var> things() {
    return columns.stream()
        .filter(column -> rows.stream().anyMatch(row -> isThing(node(row, column))))
        .toList();
  }

  static boolean isThing(Node node) {
    return node != null && node.isURI() && node.getURI().startsWith(Gilan.ID);
  }

  /** {@return what a row has in a column: the thing where a label stands for it; null for none} */
  static Node node(Binding row, Var column) {
    Node thing = row.get(Var.alloc(column.getName().replaceFirst(LABEL + "$", "")));
    return thing == null ? row.get(column) : thing;
  }

  /** {@return the value under a column, with a link where it leads somewhere; null for none} */
  static Term term(LinkedWording wording, Binding row, Var column) {
    Node value = row.get(column);
    Node node = node(row, column);
    if (value == null || value.equals(node)) {
      return value == null ? null : told(wording.term(value));
    }
    Term label = wording.term(value);
    Term term = wording.term(node);
    return new Term(label.text(), term.href(), label.lang(), null, term.apart());
  }

  /** A month or day that a query cut from a date is told as a date. */
  private static Term told(Term term) {
    return term.href() == null && term.exact() == null && DAY.matcher(term.text()).matches()
        ? new Term(DateWords.of(term.text()).orElse(term.text()), null, null, term.text())
        : term;
  }

  /** {@return a variable's name in words} */
  static String heading(Var variable) {
    String words =
        variable
            .getName()
            .replaceFirst(LABEL + "$", "")
            .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
            .toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}

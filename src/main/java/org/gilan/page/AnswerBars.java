// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * The numbers of an answer as bars, drawn by the server.
 *
 * @param names the headings of what is counted
 * @param measures the headings of the numbers
 * @param bars a row for each row of the answer
 */
record AnswerBars(List<String> names, List<String> measures, List<Bars> bars) {
  private static final Set<RDFDatatype> NUMBERS =
      Set.of(XSDDatatype.XSDinteger, XSDDatatype.XSDdecimal, XSDDatatype.XSDdouble);

  /** Numbers that are no amounts. */
  private static final Set<String> PLACES = Set.of("latitude", "longitude", "begin", "end");

  private static final int MOST_NAMES = 3;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What is counted, with its numbers. */
  record Bars(List<Term> names, List<Bar> bars) {}

  /**
   * One number.
   *
   * @param text the number; empty for none
   * @param width its share of the greatest of its column, in percent
   */
  record Bar(String text, String width) {
    boolean isEmpty() {
      return text.isEmpty();
    }
  }

  /** {@return the bars; empty for an answer without numbers, or with nothing but numbers} */
  static Optional<AnswerBars> of(LinkedWording wording, AnswerRows answer) {
    List<Var> measures =
        answer.columns().stream()
            .filter(column -> answer.all(column, AnswerBars::isAmount))
            .filter(column -> !PLACES.contains(column.getName()))
            .toList();
    List<Var> names =
        answer.columns().stream()
            .filter(column -> !answer.all(column, AnswerBars::isAmount))
            .limit(MOST_NAMES)
            .toList();
    if (measures.isEmpty() || names.isEmpty() || answer.rows().size() < 2) {
      return Optional.empty();
    }
    List<BigDecimal> greatest =
        measures.stream()
            .map(
                column ->
                    answer.rows().stream()
                        .map(row -> amount(row.get(column)))
                        .max(BigDecimal::compareTo)
                        .orElseThrow())
            .toList();
    return Optional.of(
        new AnswerBars(
            names.stream().map(AnswerRows::heading).toList(),
            measures.stream().map(AnswerRows::heading).toList(),
            answer.rows().stream()
                .map(row -> bars(wording, row, names, measures, greatest))
                .toList()));
  }

  private static Bars bars(
      LinkedWording wording,
      Binding row,
      List<Var> names,
      List<Var> measures,
      List<BigDecimal> greatest) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      Node value = row.get(measures.get(i));
      BigDecimal most = greatest.get(i);
      BigDecimal share =
          most.signum() == 0
              ? BigDecimal.ZERO
              : amount(value).multiply(HUNDRED).divide(most, MathContext.DECIMAL32);
      bars.add(
          new Bar(
              value == null ? "" : wording.text(value),
              Projection.number(share.doubleValue()) + "%"));
    }
    return new Bars(
        names.stream()
            .map(name -> Optional.ofNullable(AnswerRows.term(wording, row, name)))
            .map(term -> term.orElse(Term.plain("")))
            .toList(),
        bars);
  }

  private static BigDecimal amount(Node value) {
    return value == null ? BigDecimal.ZERO : new BigDecimal(value.getLiteralLexicalForm());
  }

  /** Not below nothing: a bar has but one direction. */
  private static boolean isAmount(Node node) {
    if (!node.isLiteral() || !NUMBERS.contains(node.getLiteralDatatype())) {
      return false;
    }
    try {
      return amount(node).signum() >= 0;
    } catch (NumberFormatException e) { // NaN and INF
      return false;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * The answer to a question as a table for people: names instead of addresses, dates as people write
 * them, the claims and passages of a row to be opened under it.
 *
 * @param columns the headings
 * @param rows the rows that are shown
 * @param number how many there are
 */
record AnswerTable(List<String> columns, List<Row> rows, int number) {
  /** How many rows a page shows. */
  static final int MOST = 150;

  private static final int MOST_QUOTED = 60;

  /** One row: its values, and the evidence for it. */
  record Row(List<Cell> cells, List<Evidence> evidence) {
    boolean hasEvidence() {
      return !evidence.isEmpty();
    }
  }

  /** One value under its heading. */
  record Cell(String column, Term value) {
    boolean isEmpty() {
      return value == null;
    }
  }

  boolean isShortened() {
    return number > rows.size();
  }

  boolean isOne() {
    return number == 1;
  }

  boolean isEmpty() {
    return number == 0;
  }

  static AnswerTable of(Site site, LinkedWording wording, AnswerRows answer) {
    Reader reader =
        new Reader(
            wording,
            new Claims(site.graph().dataset().getDefaultGraph()),
            new Evidences(site, wording));
    List<Row> rows = new ArrayList<>();
    int number = answer.rows().size();
    for (Binding row : answer.rows().subList(0, Math.min(MOST, number))) {
      rows.add(reader.row(row, answer, rows.size() < MOST_QUOTED));
    }
    return new AnswerTable(
        answer.columns().stream().map(AnswerRows::heading).toList(), rows, number);
  }

  private record Reader(LinkedWording wording, Claims claims, Evidences evidences) {
    Row row(Binding row, AnswerRows answer, boolean quoted) {
      List<Evidence> evidence =
          answer.proofs().stream()
              .flatMap(v -> Optional.ofNullable(row.get(v)).stream())
              .flatMap(node -> evidence(node, quoted).stream())
              .toList();
      return new Row(answer.columns().stream().map(v -> cell(row, v)).toList(), evidence);
    }

    private Optional<Evidence> evidence(Node node, boolean quoted) {
      Optional<Claims.Claim> claim = claims.read(node);
      if (claim.isPresent()) {
        return claim.map(quoted ? evidences::told : evidences::brief);
      }
      return evidences.quote(node).stream().findFirst().map(quote -> bare(quote));
    }

    private static Evidence bare(Evidence.Quote quote) {
      return new Evidence(
          quote.href(),
          quote.place(),
          List.of(),
          null,
          List.of(),
          List.of(),
          List.of(),
          List.of(quote));
    }

    private Cell cell(Binding row, Var variable) {
      return new Cell(AnswerRows.heading(variable), AnswerRows.term(wording, row, variable));
    }
  }
}

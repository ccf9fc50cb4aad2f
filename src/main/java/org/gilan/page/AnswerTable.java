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
  static final int MOST = 80;

  private static final int MOST_QUOTED = 30;

  /** How many characters of a page go into rows with their passages, and into all rows. */
  private static final int ROOM_FOR_QUOTED = 80_000;

  private static final int ROOM = 160_000;
  private static final int MARKUP_OF_CELL = 90;
  private static final int MARKUP_OF_EVIDENCE = 420;

  /** One row: its values, and the evidence for it. */
  record Row(List<Cell> cells, List<Evidence> evidence) {
    boolean hasEvidence() {
      return !evidence.isEmpty();
    }

    /** {@return about how many characters of HTML it takes} */
    int room() {
      return cells.stream().mapToInt(Cell::room).sum()
          + evidence.stream().mapToInt(Row::room).sum();
    }

    private static int room(Evidence evidence) {
      int quoted =
          evidence.quotes().stream()
              .filter(quote -> quote.quotation() != null)
              .mapToInt(
                  quote ->
                      quote.quotation().before().length()
                          + quote.quotation().words().length()
                          + quote.quotation().after().length())
              .sum();
      int said = evidence.sentence() == null ? 0 : 2 * evidence.sentence().length();
      return MARKUP_OF_EVIDENCE * (1 + evidence.quotes().size()) + said + quoted;
    }
  }

  /** One value under its heading. */
  record Cell(String column, Term value) {
    boolean isEmpty() {
      return value == null;
    }

    private int room() {
      int link = isEmpty() || value.href() == null ? 0 : value.href().length();
      return MARKUP_OF_CELL + link + (isEmpty() ? 0 : value.text().length());
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
    int room = 0;
    for (Binding row : answer.rows().subList(0, Math.min(MOST, number))) {
      if (room < ROOM) {
        boolean isQuoted = rows.size() < MOST_QUOTED && room < ROOM_FOR_QUOTED;
        rows.add(reader.row(row, answer, isQuoted));
        room += rows.get(rows.size() - 1).room();
      }
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
      return evidences.quote(node).map(quote -> bare(quote));
    }

    private static Evidence bare(Evidence.Quote quote) {
      return new Evidence(
          quote.href(),
          quote.place(),
          List.of(),
          null,
          false,
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

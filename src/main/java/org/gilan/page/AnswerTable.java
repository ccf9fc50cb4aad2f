// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

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

  /** {@return whether two columns hold things, so that the one leads to the other} */
  boolean isNetwork() {
    return IntStream.range(0, columns.size()).filter(this::holdsThings).count() >= 2;
  }

  private boolean holdsThings(int column) {
    return rows.stream()
        .map(row -> row.cells().get(column).value())
        .anyMatch(term -> term != null && term.href() != null && term.href().startsWith("/id/"));
  }

  boolean isOne() {
    return number == 1;
  }

  boolean isEmpty() {
    return number == 0;
  }

  static AnswerTable of(Site site, LinkedWording wording, RowSet answer) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    List<Binding> all = new ArrayList<>();
    answer.forEachRemaining(all::add);
    List<Var> variables =
        answer.getResultVars().stream()
            .filter(v -> !answer.getResultVars().contains(Var.alloc(v.getName() + "Label")))
            .toList();
    Reader reader =
        new Reader(site, graph, wording, new Claims(graph), new Evidences(site, wording));
    List<Var> proofs = variables.stream().filter(v -> reader.isProof(all, v)).toList();
    List<Var> shown = variables.stream().filter(v -> !proofs.contains(v)).toList();
    if (shown.isEmpty()) {
      shown = variables;
    }
    List<Row> rows = new ArrayList<>();
    for (Binding row : all.subList(0, Math.min(MOST, all.size()))) {
      rows.add(reader.row(row, shown, proofs, rows.size() < MOST_QUOTED));
    }
    return new AnswerTable(shown.stream().map(AnswerTable::heading).toList(), rows, all.size());
  }

  /** A variable's name in words. */
  private static String heading(Var variable) {
    String words =
        variable
            .getName()
            .replaceFirst("Label$", "")
            .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
            .toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private record Reader(
      Site site, Graph graph, LinkedWording wording, Claims claims, Evidences evidences) {
    /** Whether a column holds nothing but claims or passages. */
    boolean isProof(List<Binding> rows, Var variable) {
      List<Node> values =
          rows.stream().map(row -> row.get(variable)).filter(value -> value != null).toList();
      return !values.isEmpty() && values.stream().allMatch(this::isProof);
    }

    private boolean isProof(Node node) {
      return node.isURI()
          && (node.getURI().startsWith(Gilan.CLAIM) || Passage.parse(node.getURI()).isPresent());
    }

    Row row(Binding row, List<Var> shown, List<Var> proofs, boolean quoted) {
      List<Evidence> evidence =
          proofs.stream()
              .flatMap(v -> Optional.ofNullable(row.get(v)).stream())
              .flatMap(node -> evidence(node, quoted).stream())
              .toList();
      return new Row(shown.stream().map(v -> cell(row, v)).toList(), evidence);
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
      Node value = row.get(variable);
      if (value == null) {
        return new Cell(heading(variable), null);
      }
      if (!variable.getName().endsWith("Label")) {
        return new Cell(heading(variable), wording.term(value));
      }
      Node thing = row.get(Var.alloc(variable.getName().replaceFirst("Label$", "")));
      Term label = wording.term(value);
      String href = thing == null ? null : wording.term(thing).href();
      return new Cell(heading(variable), new Term(label.text(), href, label.lang(), null));
    }
  }
}

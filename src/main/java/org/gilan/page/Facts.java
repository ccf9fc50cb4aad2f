// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.gilan.vocab.Gilan;

/** Lays the plain statements about a node out as rows, grouped by property. */
final class Facts {
  /** How many rows of one property a page shows before it points to a query for the rest. */
  static final int MOST = 60;

  /** The facts of one property. */
  record Group(Term property, List<Row> rows, int more, String query) {
    int span() {
      return rows.size();
    }

    boolean hasMore() {
      return more > 0;
    }
  }

  /**
   * One fact.
   *
   * @param pieces read together as a value or a sentence
   * @param evidence who says it
   */
  record Row(List<Term> pieces, List<Evidence> evidence) {
    boolean hasEvidence() {
      return !evidence.isEmpty();
    }

    /** {@return what a claim says, with who says it} */
    static Row of(Claims.Claim claim, LinkedWording wording, Evidences evidences) {
      return new Row(wording.sentence(claim.statement()), List.of(evidences.brief(claim)));
    }
  }

  private final Statements statements;
  private final LinkedWording wording;

  Facts(Graph graph, LinkedWording wording) {
    this.statements = new Statements(graph);
    this.wording = wording;
  }

  /** {@return what the graph states about the node, except its types, names and those left out} */
  List<Group> about(Node node, Set<Node> without) {
    Map<String, Group> ordered = new TreeMap<>();
    statements.of(node, Set.of()).stream()
        .filter(triple -> !without.contains(triple.getPredicate()))
        .collect(Collectors.groupingBy(Triple::getPredicate))
        .forEach((property, found) -> ordered.put(order(property), group(node, property, found)));
    return List.copyOf(ordered.values());
  }

  private Group group(Node node, Node property, List<Triple> found) {
    List<Row> rows =
        found.stream()
            .map(triple -> new Row(List.of(wording.term(triple.getObject())), List.of()))
            .sorted(Comparator.comparing(Facts::text))
            .toList();
    List<Row> shown = rows.subList(0, Math.min(MOST, rows.size()));
    return new Group(
        wording.property(property),
        shown,
        rows.size() - shown.size(),
        UiLinks.query("SELECT ?value WHERE { <" + node + "> <" + property + "> ?value }"));
  }

  /** {@return the node's types, without those that follow from another of them} */
  List<Term> types(Node node) {
    return statements.types(node).stream()
        .map(wording::term)
        .sorted(Comparator.comparing(Term::text))
        .toList();
  }

  /** Our own properties first, by name; then other vocabularies. */
  private String order(Node property) {
    String rank = property.getURI().startsWith(Gilan.NS) ? "1" : "2";
    return rank + wording.property(property).text() + property.getURI();
  }

  private static String text(Row row) {
    return row.pieces().stream()
        .map(piece -> piece.exact() == null ? piece.text() : piece.exact())
        .collect(Collectors.joining());
  }
}

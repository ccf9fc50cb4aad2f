// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDF;
import org.gilan.vocab.Gilan;

/**
 * The places of an answer on the map.
 *
 * @param drawing the map
 * @param places the places that are on it
 * @param elsewhere those without coordinates, or beyond its edge
 */
record AnswerMap(Drawing drawing, List<Sight> places, List<Term> elsewhere) {
  private static final Node PLACE = Gilan.term("Place");

  boolean hasElsewhere() {
    return !elsewhere.isEmpty();
  }

  /** {@return the map; empty for an answer that has no place on it} */
  static Optional<AnswerMap> of(Graph graph, LinkedWording wording, AnswerRows answer) {
    List<Var> columns =
        answer.things().stream()
            .filter(c -> answer.rows().stream().anyMatch(row -> isPlace(graph, row, c)))
            .toList();
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    AnswerTimeline reader = new AnswerTimeline(graph, wording, answer);
    Map<Node, Sight> all = new LinkedHashMap<>();
    Map<Binding, Sight.Row> told = new HashMap<>();
    for (Binding row : answer.rows()) {
      for (Var column : columns) {
        if (isPlace(graph, row, column)) {
          Node place = AnswerRows.node(row, column);
          told.computeIfAbsent(row, r -> Sight.Row.of(reader.dated(r), null, null));
          all.computeIfAbsent(place, p -> MapPage.sight(graph, wording.term(p)))
              .rows()
              .add(told.get(row));
        }
      }
    }
    counted(answer, columns).ifPresent(amounts -> all.replaceAll((p, s) -> s.of(amounts.get(p))));
    List<Sight> inside =
        all.values().stream().filter(p -> Coast.covers(p.longitude(), p.latitude())).toList();
    if (inside.isEmpty()) {
      return Optional.empty();
    }
    Projection projection = Drawing.around(inside);
    return Optional.of(
        new AnswerMap(
            Drawing.of(projection, inside, routes(answer, columns, all, told, projection)),
            inside,
            all.values().stream()
                .filter(place -> !inside.contains(place))
                .map(Sight::name)
                .toList()));
  }

  private static boolean isPlace(Graph graph, Binding row, Var column) {
    Node node = AnswerRows.node(row, column);
    return AnswerRows.isThing(node) && graph.contains(node, RDF.type.asNode(), PLACE);
  }

  /** A whole number for each place, where each has a row of its own. */
  private static Optional<Map<Node, Integer>> counted(AnswerRows answer, List<Var> places) {
    Optional<Var> amount =
        answer.columns().stream()
            .filter(
                column ->
                    answer.all(
                        column,
                        node ->
                            node.isLiteral()
                                && XSDDatatype.XSDinteger.equals(node.getLiteralDatatype())))
            .findFirst();
    Map<Node, Integer> found = new HashMap<>();
    for (Binding row : answer.rows()) {
      Node number = amount.map(row::get).orElse(null);
      if (places.size() > 1 || number == null) {
        return Optional.empty();
      }
      found.put(
          AnswerRows.node(row, places.get(0)), Integer.valueOf(number.getLiteralLexicalForm()));
    }
    return found.size() == answer.rows().size() ? Optional.of(found) : Optional.empty();
  }

  /** The first column of places leads to the second. */
  private static List<Drawing.Route> routes(
      AnswerRows answer,
      List<Var> columns,
      Map<Node, Sight> places,
      Map<Binding, Sight.Row> told,
      Projection projection) {
    List<Drawing.Route> routes = new ArrayList<>();
    for (Binding row : columns.size() < 2 ? List.<Binding>of() : answer.rows()) {
      Sight start = places.get(AnswerRows.node(row, columns.get(0)));
      Sight end = places.get(AnswerRows.node(row, columns.get(1)));
      if (start != null
          && end != null
          && Coast.covers(start.longitude(), start.latitude())
          && Coast.covers(end.longitude(), end.latitude())) {
        Drawing.Route.path(start, end, projection)
            .ifPresent(
                path ->
                    routes.add(
                        new Drawing.Route(
                            told.get(row),
                            told.get(row).thing().name().text()
                                + ": "
                                + start.name().text()
                                + " to "
                                + end.name().text(),
                            path)));
      }
    }
    return routes.stream().distinct().toList();
  }
}

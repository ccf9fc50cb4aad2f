// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.gilan.vocab.Gilan;

/** What happened where: a map without borders, and every place as a list. */
record MapPage(
    String title,
    Drawing drawing,
    String from,
    String to,
    String firstMonth,
    String lastMonth,
    List<Sight> places,
    List<Sight> beyond,
    List<Sight> unlocated,
    String counts,
    String nowhere,
    String cited) {

  boolean hasBeyond() {
    return !beyond.isEmpty();
  }

  boolean hasUnlocated() {
    return !unlocated.isEmpty();
  }

  static MapPage of(Graph graph, Chronicle chronicle, Asked asked) {
    LocalDate from = asked.first("from");
    LocalDate to = asked.last("to");
    Map<String, Sight> all = new HashMap<>();
    List<Thing> things =
        chronicle.things().stream().filter(thing -> thing.layer() != Layer.DECISIONS).toList();
    for (Thing thing : things) {
      for (Term place : thing.places()) {
        all.computeIfAbsent(place.href(), href -> sight(graph, place))
            .rows()
            .add(Sight.Row.of(thing, from, to));
      }
    }
    all.values().forEach(place -> place.rows().sort(Sight.Row.BY_DAY));
    List<Sight> sights =
        all.values().stream().sorted(Comparator.comparing(p -> p.name().text())).toList();
    List<Sight> inside =
        sights.stream().filter(p -> Coast.covers(p.longitude(), p.latitude())).toList();
    Projection projection = Drawing.around(inside);
    Set<String> months = months(things);
    List<Drawing.Route> routes = routes(graph, things, all, projection, from, to);
    return new MapPage(
        "Map",
        Drawing.of(projection, inside, routes),
        from == null ? "" : asked.one("from"),
        to == null ? "" : asked.one("to"),
        months.stream().findFirst().orElse(""),
        months.stream().reduce((a, b) -> b).orElse(""),
        inside,
        sights.stream().filter(p -> p.isLocated() && !inside.contains(p)).toList(),
        sights.stream().filter(p -> !p.isLocated()).toList(),
        counts(sights, inside, routes),
        nowhere(things),
        asked.cited("map", "from", "to"));
  }

  private static String nowhere(List<Thing> things) {
    long number =
        things.stream().filter(t -> t.layer() == Layer.EVENTS && t.places().isEmpty()).count();
    return number == 0
        ? ""
        : Counted.of(number, "more event is", "more events are") + " without a place";
  }

  /** In the words that the script uses, too. */
  private static String counts(List<Sight> sights, List<Sight> inside, List<Drawing.Route> routes) {
    long things =
        sights.stream()
            .flatMap(place -> place.rows().stream())
            .filter(row -> !row.hidden())
            .map(Sight.Row::thing)
            .distinct()
            .count();
    long places = sights.stream().filter(place -> !place.isEmpty()).count();
    long drawn = inside.stream().filter(place -> !place.isEmpty()).count();
    long ways = routes.stream().filter(route -> !route.row().hidden()).count();
    return Counted.first(things, "event or letter", "events and letters")
        + " at "
        + Counted.of(places, "place", "places")
        + (drawn == 0 ? ", none" : ", " + drawn)
        + " of them on the map; "
        + Counted.of(ways, "way between them", "ways between them");
  }

  private static Set<String> months(List<Thing> things) {
    Set<String> months = new TreeSet<>();
    things.stream()
        .filter(thing -> !thing.places().isEmpty())
        .flatMap(thing -> thing.dates().stream())
        .flatMap(when -> List.of(when.first(), when.last()).stream())
        .forEach(day -> months.add(day.toString().substring(0, 7)));
    return months;
  }

  /** {@return a place at which nothing is yet} */
  static Sight sight(Graph graph, Term place) {
    Node node = NodeFactory.createURI(Addresses.iri(place.href()));
    return new Sight(
        place,
        !graph.contains(node, RDF.type.asNode(), Gilan.term("Settlement")),
        degrees(graph, node, "longitude"),
        degrees(graph, node, "latitude"),
        new ArrayList<>(),
        null);
  }

  private static double degrees(Graph graph, Node place, String property) {
    return G.listSP(graph, place, Gilan.term(property)).stream()
        .mapToDouble(node -> Double.parseDouble(node.getLiteralLexicalForm()))
        .findFirst()
        .orElse(Double.NaN);
  }

  private static List<Drawing.Route> routes(
      Graph graph,
      List<Thing> things,
      Map<String, Sight> places,
      Projection projection,
      LocalDate from,
      LocalDate to) {
    List<Drawing.Route> routes = new ArrayList<>();
    for (Thing thing : things) {
      Node node = NodeFactory.createURI(Addresses.iri(thing.name().href()));
      for (Sight start : ends(graph, node, "origin", places)) {
        for (Sight end : ends(graph, node, "destination", places)) {
          Drawing.Route.path(start, end, projection)
              .map(
                  path ->
                      new Drawing.Route(
                          Sight.Row.of(thing, from, to),
                          thing.name().text()
                              + ": "
                              + start.name().text()
                              + " to "
                              + end.name().text(),
                          path))
              .ifPresent(routes::add);
        }
      }
    }
    return routes;
  }

  private static List<Sight> ends(
      Graph graph, Node event, String property, Map<String, Sight> places) {
    return graph
        .find(event, Gilan.term(property), Node.ANY)
        .mapWith(Triple::getObject)
        .toList()
        .stream()
        .map(node -> places.get(Addresses.path(node.getURI()).orElse("")))
        .filter(Objects::nonNull)
        .filter(place -> Coast.covers(place.longitude(), place.latitude()))
        .sorted(Comparator.comparing(place -> place.name().text()))
        .toList();
  }
}

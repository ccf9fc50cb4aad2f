// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What happened when: one row for each date that anybody gives for a thing, in order of time. */
record TimelinePage(
    String title,
    List<Switch> layers,
    List<Filter> filters,
    String from,
    String to,
    List<Row> rows,
    int things,
    long hollow,
    List<Thing> undated,
    String cited) {

  /** A kind of thing to be shown or not. */
  record Switch(String value, String label, long number, boolean on) {}

  /** One date of one thing. */
  record Row(Thing thing, When when) {}

  private static final String TITLE = "Timeline";

  /** {@return how many dates there are, and of how many things} */
  String counts() {
    return Counted.first(rows.size(), "date", "dates")
        + " of "
        + Counted.of(things, "thing", "things")
        + (hollow == 0 ? "" : "; " + hollow + " of them not accepted");
  }

  boolean hasUndated() {
    return !undated.isEmpty();
  }

  /** Events alone, unless the reader asks for more or for other things. */
  static TimelinePage of(Chronicle chronicle, Asked asked) {
    Set<Layer> shown = shown(asked);
    List<Thing> all = chronicle.things();
    List<Thing> found =
        all.stream()
            .filter(thing -> shown.contains(thing.layer()))
            .filter(thing -> asked.one("kind").isEmpty() || asked.one("kind").equals(thing.kind()))
            .filter(thing -> Thing.among(thing.people(), asked.one("who")))
            .filter(thing -> Thing.among(thing.places(), asked.one("place")))
            .filter(thing -> Thing.among(thing.documents(), asked.one("document")))
            .toList();
    List<Row> rows = rows(found, asked.first("from"), asked.last("to"));
    return new TimelinePage(
        TITLE,
        Arrays.stream(Layer.values()).map(layer -> layer(layer, all, shown)).toList(),
        filters(all, asked),
        asked.first("from") == null ? "" : asked.one("from"),
        asked.last("to") == null ? "" : asked.one("to"),
        rows,
        (int) rows.stream().map(Row::thing).distinct().count(),
        rows.stream().filter(row -> row.when().isHollow()).count(),
        found.stream().filter(thing -> thing.dates().isEmpty()).toList(),
        asked.cited("timeline", "show", "kind", "who", "place", "document", "from", "to"));
  }

  private static Set<Layer> shown(Asked asked) {
    Set<Layer> shown = EnumSet.noneOf(Layer.class);
    Arrays.stream(Layer.values())
        .filter(layer -> asked.all("show").contains(layer.word()))
        .forEach(shown::add);
    return shown.isEmpty() ? EnumSet.of(Layer.EVENTS) : shown;
  }

  private static List<Row> rows(List<Thing> things, LocalDate from, LocalDate to) {
    List<Row> rows = new ArrayList<>();
    for (Thing thing : things) {
      thing.dates().stream()
          .filter(when -> from == null || !when.last().isBefore(from))
          .filter(when -> to == null || !when.first().isAfter(to))
          .forEach(when -> rows.add(new Row(thing, when)));
    }
    rows.sort(
        Comparator.comparing(Row::when, When.BY_DAY)
            .thenComparing(row -> row.thing().name().text()));
    return rows;
  }

  private static Switch layer(Layer layer, List<Thing> all, Set<Layer> shown) {
    String word = layer.word();
    return new Switch(
        word,
        Character.toUpperCase(word.charAt(0)) + word.substring(1),
        all.stream().filter(thing -> thing.layer() == layer).count(),
        shown.contains(layer));
  }

  private static List<Filter> filters(List<Thing> all, Asked asked) {
    return List.of(
        Filter.of(
            "kind", "Kind", all.stream().map(thing -> Term.plain(thing.kind())), asked.one("kind")),
        filter("who", "Person or body", all, Thing::people, asked),
        filter("place", "Place", all, Thing::places, asked),
        filter("document", "Source", all, Thing::documents, asked));
  }

  private static Filter filter(
      String name, String label, List<Thing> all, Function<Thing, List<Term>> values, Asked asked) {
    Stream<Term> found = all.stream().flatMap(thing -> values.apply(thing).stream());
    return Filter.of(name, label, found, asked.one(name));
  }
}

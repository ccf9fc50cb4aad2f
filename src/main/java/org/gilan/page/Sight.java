// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A place and what happened there or was written about it.
 *
 * @param name of the place
 * @param region whether it is a land or a water, so that its point is but its middle
 * @param longitude in degrees; not a number when unknown
 * @param latitude in degrees; not a number when unknown
 * @param rows what there is, in order of time, what has no date last
 * @param amount a number that stands for the place instead of the number of rows; null for none
 */
record Sight(
    Term name, boolean region, double longitude, double latitude, List<Row> rows, Integer amount) {

  /**
   * One thing at a place.
   *
   * @param thing an event, a decision or a letter
   * @param first the first day that has to do with it; null when nothing tells
   * @param last the last day that has to do with it; null when nothing tells
   * @param words its dates as people write them
   * @param hidden whether the reader asked for another time
   */
  record Row(Thing thing, LocalDate first, LocalDate last, String words, boolean hidden) {
    /** Orders by time, what has no date last. */
    static final Comparator<Row> BY_DAY =
        Comparator.comparing(Row::first, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(row -> row.thing().name().text());

    /** {@return whether it is a letter, which speaks of the place and was not there} */
    boolean isLetter() {
      return thing.layer() == Layer.LETTERS;
    }

    static Row of(Thing thing, LocalDate from, LocalDate to) {
      LocalDate first =
          thing.dates().stream().map(When::first).min(LocalDate::compareTo).orElse(null);
      LocalDate last =
          thing.dates().stream().map(When::last).max(LocalDate::compareTo).orElse(null);
      boolean before = from != null && (last == null || last.isBefore(from));
      boolean after = to != null && (first == null || first.isAfter(to));
      String words =
          String.join(" or ", thing.dates().stream().map(When::words).distinct().toList());
      return new Row(thing, first, last, words, before || after);
    }
  }

  /** {@return the same place with a number that stands for it; without one, as it is} */
  Sight of(Integer number) {
    return new Sight(name, region, longitude, latitude, rows, number);
  }

  /** {@return the last part of its address} */
  String key() {
    return Thing.key(name);
  }

  /** {@return whether a point is known that stands for it} */
  boolean isLocated() {
    return !Double.isNaN(longitude) && !Double.isNaN(latitude);
  }

  /** {@return how many of its things belong to the time asked for} */
  int shown() {
    return (int) rows.stream().filter(row -> !row.hidden()).count();
  }

  /** {@return how much there is, by which its circle is drawn} */
  int weight() {
    return amount == null ? shown() : amount;
  }

  /** {@return whether none of its things belongs to the time asked for} */
  boolean isEmpty() {
    return shown() == 0;
  }

  /** {@return what is there, in a few words} */
  String summary() {
    if (amount != null) {
      return amount.toString();
    }
    if (!rows.isEmpty() && rows.get(0).thing().layer() == null) {
      return Counted.of(rows.size(), "row", "rows");
    }
    long letters = rows.stream().filter(row -> !row.hidden() && row.isLetter()).count();
    long events = shown() - letters;
    String both =
        String.join(
            ", ",
            java.util.stream.Stream.of(
                    events == 0 ? null : events + (events == 1 ? " event" : " events"),
                    letters == 0
                        ? null
                        : letters + (letters == 1 ? " letter about it" : " letters about it"))
                .filter(Objects::nonNull)
                .toList());
    return both.isEmpty() ? "nothing in this time" : both;
  }
}

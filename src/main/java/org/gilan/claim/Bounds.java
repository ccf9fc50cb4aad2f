// SPDX-License-Identifier: Apache-2.0
package org.gilan.claim;

import java.time.LocalDate;
import java.util.function.BinaryOperator;

/**
 * What is known of a thing's extent in time, as CIDOC CRM has it (P82a, P81a, P81b, P82b). A bound
 * that nothing tells is null: what began and is not said to have ended has no last day.
 *
 * @param earliest the first day on which it can have begun
 * @param begunBy a day by which it had begun
 * @param enduredTo a day on which it had not yet ended
 * @param latest the last day on which it can have ended
 */
public record Bounds(LocalDate earliest, LocalDate begunBy, LocalDate enduredTo, LocalDate latest) {
  /** Nothing is known. */
  public static final Bounds NONE = new Bounds(null, null, null, null);

  /**
   * {@return the bounds of something that happened within the days of a date}
   *
   * @param date the date
   */
  public static Bounds within(DateRange date) {
    return new Bounds(date.earliest(), date.latest(), date.earliest(), date.latest());
  }

  /**
   * {@return the bounds of something that began then}
   *
   * @param date the date
   */
  public static Bounds from(DateRange date) {
    return new Bounds(date.earliest(), date.latest(), null, null);
  }

  /**
   * {@return the bounds of something that ended then}
   *
   * @param date the date
   */
  public static Bounds to(DateRange date) {
    return new Bounds(null, null, date.earliest(), date.latest());
  }

  /**
   * {@return the bounds of something that was the case at some time within the days of a date}
   *
   * @param date the date
   */
  public static Bounds attested(DateRange date) {
    return new Bounds(null, date.latest(), date.earliest(), null);
  }

  /**
   * {@return what both together tell, the narrower of each bound}
   *
   * @param other more that is known of the same thing
   */
  public Bounds and(Bounds other) {
    return new Bounds(
        either(earliest, other.earliest, Bounds::later),
        either(begunBy, other.begunBy, Bounds::sooner),
        either(enduredTo, other.enduredTo, Bounds::later),
        either(latest, other.latest, Bounds::sooner));
  }

  /**
   * {@return whether a bound of these is one of the other's}
   *
   * @param other what several together tell
   */
  public boolean shares(Bounds other) {
    return earliest != null && earliest.equals(other.earliest)
        || begunBy != null && begunBy.equals(other.begunBy)
        || enduredTo != null && enduredTo.equals(other.enduredTo)
        || latest != null && latest.equals(other.latest);
  }

  /** {@return whether no bound contradicts another} */
  public boolean isPossible() {
    return ordered(earliest, latest) && ordered(earliest, begunBy) && ordered(enduredTo, latest);
  }

  /** {@return whether nothing is known} */
  public boolean isEmpty() {
    return equals(NONE);
  }

  private static boolean ordered(LocalDate first, LocalDate second) {
    return first == null || second == null || !first.isAfter(second);
  }

  private static LocalDate either(
      LocalDate one, LocalDate other, BinaryOperator<LocalDate> choice) {
    return one == null ? other : other == null ? one : choice.apply(one, other);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate sooner(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}

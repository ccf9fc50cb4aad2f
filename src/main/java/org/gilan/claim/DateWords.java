// SPDX-License-Identifier: Apache-2.0
package org.gilan.claim;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gilan.claim.EdtfDate.Precision;

/**
 * Says dates in English: {@code 1920-06-04} is "4 June 1920", and "on 4 June 1920" where something
 * happened; {@code 1920-11-21/1920-11-30} is "21–30 November 1920" and "between 21 and 30 November
 * 1920", which is true of what lasted so long and of what happened on one of these days.
 */
public final class DateWords {
  private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");

  private DateWords() {}

  /**
   * {@return the date as a name; empty when the text is no date}
   *
   * @param date a date in EDTF
   */
  public static Optional<String> of(String date) {
    return Edtf.parse(date).map(d -> d.to().map(to -> span(d.from(), to)).orElse(name(d.from())));
  }

  /**
   * {@return the date as the time when something was; empty when the text is no date}
   *
   * @param date a date in EDTF
   */
  public static Optional<String> when(String date) {
    return Edtf.parse(date).map(d -> d.to().map(to -> within(d.from(), to)).orElse(at(d.from())));
  }

  /**
   * {@return how long something lasted, for instance "22 to 24 June 1920"; empty when a text is no
   * date}
   *
   * @param from the date when it began, in EDTF
   * @param to the date when it ended
   */
  public static Optional<String> lasting(String from, String to) {
    return Edtf.parse(from + "/" + to)
        .flatMap(
            both ->
                both.to()
                    .filter(end -> isPlain(both.from(), end))
                    .map(end -> begin(both.from(), end) + " to " + plain(end)))
        .or(() -> of(from).flatMap(begin -> of(to).map(end -> begin + " to " + end)));
  }

  private static String name(EdtfDate date) {
    return mark(date) + plain(date);
  }

  private static String at(EdtfDate date) {
    if (date.approximate()) {
      return name(date);
    }
    return mark(date)
        + switch (date.precision()) {
          case DAY -> "on " + plain(date);
          case DAYS -> next(date.first(), date.last()) ? "on " + plain(date) : between(date);
          case MONTHS -> between(date);
          case MONTH, SEASON, YEAR, YEARS -> "in " + plain(date);
        };
  }

  private static String plain(EdtfDate date) {
    LocalDate first = date.first();
    LocalDate last = date.last();
    return switch (date.precision()) {
      case DAY -> first.getDayOfMonth() + " " + month(first) + " " + first.getYear();
      case DAYS ->
          next(first, last)
              ? first.getDayOfMonth() + " or " + plain(day(last))
              : first.getDayOfMonth() + "–" + plain(day(last));
      case MONTH -> month(first) + " " + first.getYear();
      case MONTHS -> month(first) + "–" + month(last) + " " + last.getYear();
      case SEASON -> season(first, last);
      case YEAR -> Integer.toString(first.getYear());
      case YEARS -> "the " + first.getYear() + "s";
    };
  }

  private static String season(LocalDate first, LocalDate last) {
    String name = SEASONS.get(first.getMonthValue() / 3 - 1);
    return first.getYear() == last.getYear()
        ? name + " " + first.getYear()
        : name + " " + first.getYear() + "–" + last.getYear();
  }

  /** A span: what both ends share is said once, at the end. */
  private static String span(EdtfDate from, EdtfDate to) {
    return isPlain(from, to) ? begin(from, to) + "–" + plain(to) : name(from) + " to " + name(to);
  }

  private static String within(EdtfDate from, EdtfDate to) {
    if (!isPlain(from, to)) {
      return "between " + name(from) + " and " + name(to);
    }
    boolean adjacent = next(from.last(), to.first());
    if (adjacent) {
      return (from.precision() == Precision.DAY ? "on " : "in ") + span(from, to);
    }
    return "between " + begin(from, to) + " and " + plain(to);
  }

  private static String between(EdtfDate date) {
    return "between "
        + (date.precision() == Precision.DAYS
            ? date.first().getDayOfMonth() + " and " + plain(day(date.last()))
            : month(date.first()) + " and " + month(date.last()) + " " + date.last().getYear());
  }

  /** The beginning of a span without the month and the year that its end repeats. */
  private static String begin(EdtfDate from, EdtfDate to) {
    LocalDate a = from.first();
    LocalDate b = to.first();
    boolean year = from.precision() != Precision.YEAR && a.getYear() == b.getYear();
    boolean month = from.precision() == Precision.DAY && year && a.getMonth() == b.getMonth();
    if (month) {
      return Integer.toString(a.getDayOfMonth());
    }
    String whole = plain(from);
    return year ? whole.substring(0, whole.lastIndexOf(' ')) : whole;
  }

  /** Whether both ends are days, months or years without a mark, so that a span is short to say. */
  private static boolean isPlain(EdtfDate from, EdtfDate to) {
    return from.precision() == to.precision()
        && List.of(Precision.DAY, Precision.MONTH, Precision.YEAR).contains(from.precision())
        && mark(from).isEmpty()
        && mark(to).isEmpty();
  }

  private static boolean next(LocalDate day, LocalDate other) {
    return day.plusDays(1).equals(other);
  }

  private static EdtfDate day(LocalDate day) {
    return new EdtfDate(Precision.DAY, day, day, false, false);
  }

  private static String month(LocalDate day) {
    Month month = day.getMonth();
    return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String mark(EdtfDate date) {
    return (date.uncertain() ? "perhaps " : "") + (date.approximate() ? "about " : "");
  }
}

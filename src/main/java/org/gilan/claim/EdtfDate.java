// SPDX-License-Identifier: Apache-2.0
package org.gilan.claim;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One date of EDTF, without an interval: a day, a month, a season or a year, with digits left open
 * from the right and the marks for about and perhaps.
 *
 * <p>An approximate date ({@code ~}, {@code %}) is taken to reach a month further on each side when
 * it names a month or season, a week when it names a day, a year when it names a year.
 *
 * @param precision how exactly it is told
 * @param first the first day it names, before any margin
 * @param last the last day it names, before any margin
 * @param approximate whether it bears {@code ~} or {@code %}
 * @param uncertain whether it bears {@code ?} or {@code %}
 */
record EdtfDate(
    Precision precision, LocalDate first, LocalDate last, boolean approximate, boolean uncertain) {

  /** How exactly a date is told. {@code DAYS}, {@code MONTHS}, {@code YEARS} are some of these. */
  enum Precision {
    DAY,
    DAYS,
    MONTH,
    MONTHS,
    SEASON,
    YEAR,
    YEARS
  }

  private static final Pattern FORM =
      Pattern.compile("([\\dX]{4})(?:-([\\dX]{2})(?:-([\\dX]{2}))?)?([?~%]?)");
  private static final int SPRING = 21;
  private static final int WINTER = 24;
  private static final int MONTHS_IN_SEASON = 3;
  private static final int DECEMBER = 12;

  /**
   * Reads a date.
   *
   * @param text a date in EDTF
   * @return the date
   * @throws DateTimeException when it is none, with the reason as its message
   */
  static EdtfDate parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      throw new DateTimeException("write YYYY, YYYY-MM or YYYY-MM-DD");
    }
    EdtfDate date = named(m.group(1), m.group(2), m.group(3));
    String mark = m.group(4);
    return new EdtfDate(
        date.precision,
        date.first,
        date.last,
        mark.equals("~") || mark.equals("%"),
        mark.equals("?") || mark.equals("%"));
  }

  private static EdtfDate named(String year, String month, String day) {
    boolean openYear = year.contains("X");
    boolean openMonth = month != null && month.contains("X");
    boolean openDay = day != null && day.contains("X");
    if (!(year + (month == null ? "" : month) + (day == null ? "" : day)).matches("\\d{2,}X*")
        || openYear && month != null) {
      throw new DateTimeException("only the last digits can be left open (X)");
    }
    if (openYear || month == null) {
      return years(year, openYear);
    }
    if (openMonth) {
      return months(Integer.parseInt(year), month);
    }
    int number = Integer.parseInt(month);
    if (number >= SPRING && number <= WINTER) {
      if (day != null) {
        throw new DateTimeException("a season has no days");
      }
      return season(Integer.parseInt(year), number);
    }
    if (number < 1 || number > DECEMBER) {
      throw new DateTimeException("there is no month " + month);
    }
    YearMonth named = YearMonth.of(Integer.parseInt(year), number);
    if (day == null || day.equals("XX")) {
      return exact(Precision.MONTH, named.atDay(1), named.atEndOfMonth());
    }
    return openDay ? days(named, day.charAt(0) - '0') : day(named, Integer.parseInt(day));
  }

  private static EdtfDate years(String year, boolean open) {
    return exact(
        open ? Precision.YEARS : Precision.YEAR,
        LocalDate.of(Integer.parseInt(year.replace('X', '0')), 1, 1),
        LocalDate.of(Integer.parseInt(year.replace('X', '9')), DECEMBER, 31));
  }

  private static EdtfDate months(int year, String month) {
    int from = month.equals("1X") ? 10 : 1;
    int to = month.equals("0X") ? 9 : DECEMBER;
    if (month.charAt(0) > '1' && month.charAt(0) != 'X') {
      throw new DateTimeException("there are no months " + month);
    }
    return exact(
        month.equals("XX") ? Precision.YEAR : Precision.MONTHS,
        LocalDate.of(year, from, 1),
        YearMonth.of(year, to).atEndOfMonth());
  }

  private static EdtfDate season(int year, int number) {
    YearMonth first = YearMonth.of(year, (number - SPRING + 1) * MONTHS_IN_SEASON);
    return exact(
        Precision.SEASON, first.atDay(1), first.plusMonths(MONTHS_IN_SEASON - 1L).atEndOfMonth());
  }

  private static EdtfDate days(YearMonth month, int tens) {
    int from = Math.max(1, tens * 10);
    if (from > month.lengthOfMonth()) {
      throw new DateTimeException(name(month.getMonth()) + " has no days " + tens + "X");
    }
    int to = Math.min(month.lengthOfMonth(), tens * 10 + 9);
    return exact(from == to ? Precision.DAY : Precision.DAYS, month.atDay(from), month.atDay(to));
  }

  private static EdtfDate day(YearMonth month, int day) {
    if (day < 1 || day > month.lengthOfMonth()) {
      throw new DateTimeException(
          "%s %d has %d days"
              .formatted(name(month.getMonth()), month.getYear(), month.lengthOfMonth()));
    }
    return exact(Precision.DAY, month.atDay(day), month.atDay(day));
  }

  private static EdtfDate exact(Precision precision, LocalDate first, LocalDate last) {
    return new EdtfDate(precision, first, last, false, false);
  }

  private static String name(Month month) {
    return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  /** {@return the first day that the date allows} */
  LocalDate earliest() {
    return switch (margin()) {
      case DAY -> first.minusWeeks(1);
      case MONTH -> first.minusMonths(1);
      case YEAR -> first.minusYears(1);
      default -> first;
    };
  }

  /** {@return the last day that the date allows} */
  LocalDate latest() {
    return switch (margin()) {
      case DAY -> last.plusWeeks(1);
      case MONTH -> YearMonth.from(last).plusMonths(1).atEndOfMonth();
      case YEAR -> last.plusYears(1);
      default -> last;
    };
  }

  /** The unit by which an approximate date reaches further; {@code YEARS} stands for none. */
  private Precision margin() {
    if (!approximate) {
      return Precision.YEARS;
    }
    return switch (precision) {
      case DAY, DAYS -> Precision.DAY;
      case MONTH, MONTHS, SEASON -> Precision.MONTH;
      case YEAR, YEARS -> Precision.YEAR;
    };
  }
}

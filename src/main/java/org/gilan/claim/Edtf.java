// SPDX-License-Identifier: Apache-2.0
package org.gilan.claim;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates of ISO 8601-2 (EDTF) that the sources need: years, months, days, seasons (21 to
 * 24), unspecified digits ({@code X}), the marks {@code ? ~ %}, and intervals with {@code /}.
 *
 * <p>An approximate date ({@code ~}, {@code %}) is taken to reach a month further on each side when
 * it names a month, a week when it names a day, a year when it names a year.
 */
final class Edtf {
  private static final Pattern DATE =
      Pattern.compile("(\\d{2}[\\dX]{2})(?:-([\\dX]{2}))?(?:-([\\dX]{2}))?([?~%]?)");

  private static final int SPRING = 21;
  private static final int WINTER = 24;
  private static final int MONTHS_IN_SEASON = 3;

  private Edtf() {}

  static Optional<DateRange> parse(String text) {
    int slash = text.indexOf('/');
    try {
      if (slash < 0) {
        return Optional.of(single(text));
      }
      DateRange from = single(text.substring(0, slash));
      DateRange to = single(text.substring(slash + 1));
      return from.earliest().isAfter(to.latest())
          ? Optional.empty()
          : Optional.of(new DateRange(from.earliest(), to.latest()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static DateRange single(String text) {
    Matcher m = DATE.matcher(text);
    if (!m.matches()) {
      throw new DateTimeException("not an EDTF date: " + text);
    }
    boolean rough = m.group(4).equals("~") || m.group(4).equals("%");
    int firstYear = Integer.parseInt(m.group(1).replace('X', '0'));
    int lastYear = Integer.parseInt(m.group(1).replace('X', '9'));
    if (m.group(2) == null) {
      return years(firstYear, lastYear, rough);
    }
    if (m.group(3) == null) {
      return months(firstYear, lastYear, m.group(2), rough);
    }
    return days(firstYear, lastYear, m.group(2), m.group(3), rough);
  }

  private static DateRange years(int first, int last, boolean rough) {
    int margin = rough ? 1 : 0;
    return new DateRange(LocalDate.of(first - margin, 1, 1), LocalDate.of(last + margin, 12, 31));
  }

  private static DateRange months(int firstYear, int lastYear, String month, boolean rough) {
    int margin = rough ? 1 : 0;
    YearMonth first = YearMonth.of(firstYear, 1);
    YearMonth last = YearMonth.of(lastYear, 12);
    if (!month.contains("X")) {
      int number = Integer.parseInt(month);
      if (number >= SPRING && number <= WINTER) {
        first = YearMonth.of(firstYear, (number - SPRING + 1) * MONTHS_IN_SEASON);
        last = first.withYear(lastYear).plusMonths(MONTHS_IN_SEASON - 1L);
      } else {
        first = YearMonth.of(firstYear, number);
        last = YearMonth.of(lastYear, number);
      }
    } else if (month.equals("1X")) {
      first = YearMonth.of(firstYear, 10);
    } else if (month.equals("0X")) {
      last = YearMonth.of(lastYear, 9);
    }
    return new DateRange(
        first.minusMonths(margin).atDay(1), last.plusMonths(margin).atEndOfMonth());
  }

  private static DateRange days(
      int firstYear, int lastYear, String month, String day, boolean rough) {
    DateRange months = months(firstYear, lastYear, month, false);
    YearMonth first = YearMonth.from(months.earliest());
    YearMonth last = YearMonth.from(months.latest());
    int from = Math.max(1, Integer.parseInt(day.replace('X', '0')));
    int to =
        day.contains("X")
            ? Math.min(last.lengthOfMonth(), Integer.parseInt(day.replace('X', '9')))
            : Integer.parseInt(day);
    int margin = rough ? 1 : 0;
    return new DateRange(first.atDay(from).minusWeeks(margin), last.atDay(to).plusWeeks(margin));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Finds dates and reads them as EDTF. */
final class Dates {
  private static final Map<String, String> SEASONS =
      Map.of("spring", "21", "summer", "22", "autumn", "23", "fall", "23", "winter", "24");

  private static final int LAST_DAY_OF_EARLY = 10;
  private static final int FIRST_DAY_OF_LATE = 21;

  private record Candidate(DatePattern pattern, Span span, Map<String, String> groups) {
    String group(String name) {
      return groups.get(name);
    }
  }

  private Dates() {}

  /**
   * {@return the dates in a stretch of text, in order, none within another}
   *
   * @param text the text
   * @param within where to look
   * @param year the year that a date without one has at first, or null when none is known
   */
  static List<Dated> in(String text, Span within, String year) {
    List<Candidate> candidates = new ArrayList<>();
    for (DatePattern pattern : DatePattern.values()) {
      Matcher m = pattern.matcher(text, within);
      while (m.find()) {
        Span span = new Span(m.start(), m.end());
        candidates.add(new Candidate(pattern, span, pattern.groups(m)));
      }
    }
    candidates.sort(
        Comparator.comparingInt((Candidate c) -> c.span().begin())
            .thenComparingInt(c -> -c.span().end())
            .thenComparing(Candidate::pattern));
    return read(candidates, year);
  }

  private static List<Dated> read(List<Candidate> candidates, String firstYear) {
    List<Dated> dates = new ArrayList<>();
    String year = firstYear;
    int from = 0;
    for (Candidate c : candidates) {
      String stated = c.group("Y");
      String used = stated == null ? year : stated;
      if (c.span().begin() < from || used == null) {
        continue;
      }
      from = c.span().end();
      boolean bare = c.pattern() == DatePattern.YEARS || c.pattern() == DatePattern.YEAR_ALONE;
      year = bare && year != null ? year : used;
      boolean carried = stated == null;
      edtf(c, used).ifPresent(edtf -> dates.add(new Dated(c.span(), edtf, carried)));
    }
    return dates;
  }

  /** Nothing when there is no such day: then a person must say what is meant. */
  private static Optional<String> edtf(Candidate c, String year) {
    try {
      return Optional.of(value(c, year));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String value(Candidate c, String year) {
    String month = month(c, "M", "n");
    String lastMonth = month(c, "O", "O");
    String day = c.group("D");
    String lastDay = c.group("E");
    String part = c.group("p");
    String season = c.group("s");
    String lastYear = c.group("Z");
    if (season != null) {
      return year + "-" + SEASONS.get(season.toLowerCase(Locale.ROOT));
    } else if (month == null) {
      return lastYear == null ? year : interval(year, lastYear);
    } else if (part != null) {
      return part(year + "-" + month, part.toLowerCase(Locale.ROOT));
    } else if (day == null) {
      String first = year + "-" + month;
      return lastMonth == null ? first : interval(first, year + "-" + lastMonth);
    }
    String first = day(year, month, day);
    return lastDay == null
        ? first
        : interval(first, day(year, lastMonth == null ? month : lastMonth, lastDay));
  }

  private static String month(Candidate c, String name, String number) {
    String word = c.group(name);
    String digits = c.group(number);
    if (word != null) {
      return Months.number(word);
    }
    return digits == null ? null : String.format(Locale.ROOT, "%02d", Integer.parseInt(digits));
  }

  private static String interval(String first, String last) {
    if (first.compareTo(last) >= 0) {
      throw new DateTimeException(first + " is not before " + last);
    }
    return first + "/" + last;
  }

  private static String day(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
        .toString();
  }

  private static String part(String month, String part) {
    return switch (part) {
      case "early", "beginning" -> month + "-01/" + month + "-" + LAST_DAY_OF_EARLY;
      case "mid", "middle" -> month + "-1X";
      default -> month + "-" + FIRST_DAY_OF_LATE + "/" + YearMonth.parse(month).atEndOfMonth();
    };
  }
}

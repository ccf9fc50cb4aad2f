// SPDX-License-Identifier: Apache-2.0
package org.gilan.wikidata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gilan.claim.DateRange;

/**
 * Reads a Wikidata date with its precision as the days that it allows. The RDF of Wikidata gives
 * the first day of a month or year that is all that is known; only the precision tells.
 */
final class TimeValue {
  private static final Pattern TIME = Pattern.compile("\\+?(\\d{4})-(\\d\\d)-(\\d\\d)T.*");
  private static final int MONTH = 10;
  private static final int YEAR = 9;
  private static final int DECADE = 8;
  private static final int CENTURY = 7;

  private TimeValue() {}

  /**
   * {@return the days; nothing for a time before our era, or less exact than a century}
   *
   * @param time an {@code xsd:dateTime}
   * @param precision {@code wikibase:timePrecision}, 11 for a day
   */
  static Optional<DateRange> days(String time, int precision) {
    Matcher m = TIME.matcher(time);
    if (!m.matches() || precision < CENTURY) {
      return Optional.empty();
    }
    int year = Integer.parseInt(m.group(1));
    try {
      return Optional.of(
          switch (precision) {
            case CENTURY -> years((year - 1) / 100 * 100 + 1, 100);
            case DECADE -> years(year / 10 * 10, 10);
            case YEAR -> years(year, 1);
            case MONTH -> month(YearMonth.of(year, Integer.parseInt(m.group(2))));
            default -> day(LocalDate.parse(time.substring(m.start(1), m.end(3))));
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static DateRange years(int first, int count) {
    return new DateRange(LocalDate.of(first, 1, 1), LocalDate.of(first + count - 1, 12, 31));
  }

  private static DateRange month(YearMonth month) {
    return new DateRange(month.atDay(1), month.atEndOfMonth());
  }

  private static DateRange day(LocalDate day) {
    return new DateRange(day, day);
  }
}

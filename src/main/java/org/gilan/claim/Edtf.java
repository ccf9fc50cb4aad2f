// SPDX-License-Identifier: Apache-2.0
package org.gilan.claim;

import java.time.DateTimeException;
import java.util.Optional;

/**
 * A date as the sources give it, in the part of ISO 8601-2 (EDTF) that they need: years, months,
 * days, seasons (21 to 24), unspecified digits ({@code X}), the marks {@code ? ~ %}, and intervals
 * with {@code /}. The only reader of dates: the check, the derived bounds and the words ask it.
 *
 * @param from the date, or the beginning of the interval
 * @param to the end of the interval, if it is one
 */
record Edtf(EdtfDate from, Optional<EdtfDate> to) {

  /**
   * Reads a date.
   *
   * @param text a date in EDTF
   * @return the date
   * @throws DateTimeException when it is none or impossible, with the reason as its message
   */
  static Edtf read(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return new Edtf(EdtfDate.parse(text), Optional.empty());
    }
    String begin = text.substring(0, slash);
    String end = text.substring(slash + 1);
    if (begin.isEmpty() || begin.equals("..") || end.isEmpty() || end.equals("..")) {
      throw new DateTimeException("an interval needs both ends; or write gilan:from or gilan:to");
    }
    EdtfDate from = EdtfDate.parse(begin);
    EdtfDate to = EdtfDate.parse(end);
    if (from.first().isAfter(to.last())) {
      throw new DateTimeException("the interval ends before it begins");
    }
    return new Edtf(from, Optional.of(to));
  }

  /** {@return the date; empty when the text is none} */
  static Optional<Edtf> parse(String text) {
    try {
      return Optional.of(read(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** {@return the days that the date allows} */
  DateRange range() {
    return new DateRange(from.earliest(), to.orElse(from).latest());
  }

  /** {@return whether it is one day and no other, which is written as {@code xsd:date}} */
  boolean isDay() {
    return to.isEmpty()
        && from.precision() == EdtfDate.Precision.DAY
        && !from.approximate()
        && !from.uncertain();
  }
}

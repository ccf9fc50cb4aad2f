// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a reader chose in the form of a view.
 *
 * @param parameters gives the values of a parameter by its name; none when it is not given
 */
public record Asked(Function<String, List<String>> parameters) {

  /**
   * {@return what a reader chose where each parameter has one value}
   *
   * @param parameter gives the value of a parameter; empty for none
   */
  static Asked of(UnaryOperator<String> parameter) {
    return new Asked(
        name -> parameter.apply(name).isEmpty() ? List.of() : List.of(parameter.apply(name)));
  }

  /** {@return the first value of a parameter; empty when there is none} */
  String one(String name) {
    List<String> values = parameters.apply(name);
    return values.isEmpty() ? "" : values.get(0).strip();
  }

  /** {@return all values of a parameter} */
  List<String> all(String name) {
    return parameters.apply(name);
  }

  /** {@return the first day of the month or the day given; null when there is none, or no date} */
  LocalDate first(String name) {
    return day(one(name), false);
  }

  /** {@return the last day of the month or the day given; null when there is none, or no date} */
  LocalDate last(String name) {
    return day(one(name), true);
  }

  private static LocalDate day(String text, boolean last) {
    try {
      if (text.length() == 7) {
        YearMonth month = YearMonth.parse(text);
        return last ? month.atEndOfMonth() : month.atDay(1);
      }
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}

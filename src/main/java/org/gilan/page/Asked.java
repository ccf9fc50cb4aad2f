// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /**
   * {@return the address of a page as asked for, to be given to the page that says how to cite it}
   *
   * @param page its address without the slash that it begins with
   * @param names the parameters that make a difference
   */
  String cited(String page, String... names) {
    String query =
        Stream.of(names)
            .flatMap(
                name ->
                    all(name).stream()
                        .filter(value -> !value.isBlank())
                        .map(value -> name + "=" + encoded(value.strip())))
            .collect(Collectors.joining("&"));
    return encoded(query.isEmpty() ? page : page + "?" + query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
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

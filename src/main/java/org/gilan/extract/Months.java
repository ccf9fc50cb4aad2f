// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The names of the months in the languages of notes: English, Russian, French. */
final class Months {
  private static final List<String> NAMES =
      List.of(
          "January Jan. января январь janvier",
          "February Feb. февраля февраль février",
          "March Mar. марта март mars",
          "April Apr. апреля апрель avril",
          "May мая май mai",
          "June Jun. июня июнь juin",
          "July Jul. июля июль juillet",
          "August Aug. августа август août",
          "September Sept. Sep. сентября сентябрь septembre",
          "October Oct. октября октябрь octobre",
          "November Nov. ноября ноябрь novembre",
          "December Dec. декабря декабрь décembre");

  private static final Map<String, Integer> NUMBERS = numbers();

  /** An alternation of all names, the longest first; English ones need their capital. */
  static final String PATTERN =
      NUMBERS.keySet().stream()
          .sorted(Comparator.comparing(String::length).reversed().thenComparing(n -> n))
          .map(n -> n.endsWith(".") ? n.substring(0, n.length() - 1) + "\\." : n + "(?!\\p{L})")
          .collect(Collectors.joining("|", "(?<!\\p{L})(?:", ")"));

  private Months() {}

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < NAMES.size(); i++) {
      for (String name : NAMES.get(i).split(" ")) {
        numbers.put(name, i + 1);
      }
    }
    return Map.copyOf(numbers);
  }

  /** {@return the number of a month as EDTF writes it, from 01 to 12} */
  static String number(String name) {
    return String.format(Locale.ROOT, "%02d", NUMBERS.get(name));
  }
}

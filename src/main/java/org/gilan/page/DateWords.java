// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says a date in English words: {@code 1920-06-04} is "4 June 1920". Reads {@code xsd:date}, {@code
 * xsd:gYearMonth}, {@code xsd:gYear} and the parts of EDTF that historians here use (intervals,
 * seasons, unspecified digits, the marks for about and perhaps).
 */
final class DateWords {
  private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");
  private static final Pattern DATE =
      Pattern.compile("(\\d{3}[\\dX])(?:-(\\d\\d)(?:-(\\d\\d|\\dX|XX))?)?([~?%]?)");

  private DateWords() {}

  /** {@return the date in words; empty when the text is not a date of a known form} */
  static Optional<String> of(String date) {
    int slash = date.indexOf('/');
    if (slash < 0) {
      return single(date);
    }
    String from = date.substring(0, slash);
    String to = date.substring(slash + 1);
    if (to.isEmpty() || to.equals("..")) {
      return single(from).map(words -> "from " + words + " on");
    }
    if (from.isEmpty() || from.equals("..")) {
      return single(to).map(words -> "until " + words);
    }
    return single(from).flatMap(a -> single(to).map(b -> "from " + a + " to " + b));
  }

  private static Optional<String> single(String date) {
    Matcher matcher = DATE.matcher(date);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String year = matcher.group(1);
    Optional<String> words =
        matcher.group(2) == null
            ? Optional.of(year.endsWith("X") ? "the " + year.replace('X', '0') + "s" : year)
            : month(matcher.group(2)).map(month -> day(matcher.group(3), month + " " + year));
    return words.map(text -> mark(matcher.group(4)) + text);
  }

  private static Optional<String> month(String digits) {
    int number = Integer.parseInt(digits);
    if (number >= 1 && number <= 12) {
      return Optional.of(Month.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }
    return number >= 21 && number <= 24 ? Optional.of(SEASONS.get(number - 21)) : Optional.empty();
  }

  private static String day(String digits, String monthAndYear) {
    if (digits == null || digits.equals("XX")) {
      return monthAndYear;
    }
    if (!digits.endsWith("X")) {
      return Integer.parseInt(digits) + " " + monthAndYear;
    }
    return switch (digits.charAt(0)) {
      case '0' -> "1–9 " + monthAndYear;
      case '3' -> "30 or 31 " + monthAndYear;
      default -> digits.charAt(0) + "0–" + digits.charAt(0) + "9 " + monthAndYear;
    };
  }

  private static String mark(String sign) {
    return switch (sign) {
      case "~" -> "about ";
      case "?" -> "perhaps ";
      case "%" -> "perhaps about ";
      default -> "";
    };
  }
}

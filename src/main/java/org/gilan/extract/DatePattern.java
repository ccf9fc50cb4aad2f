// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways in which texts write a date. In the patterns {@code D} and {@code E} are the first and
 * last day, {@code M} and {@code O} the first and last month, {@code Y} and {@code Z} the years.
 */
enum DatePattern {
  /** 22.05.1920, 4.08.1920, 12-15.07.1921, 22.11. 1920. */
  NUMERIC("{D}(?:\\s?[-–]\\s?{E})?\\.\\s?(?<n>\\d{1,2})\\.\\s?{Y}"),
  /** 30 March - 7 April 1921. */
  TWO_MONTHS("{D}\\s+{M}\\s*(?:[-–]|to)\\s*{E}\\s+{O}(?:,?\\s+{Y})?"),
  /** 14 May; 14 May, 1920; 22-24 June, 1920. */
  DAY_MONTH("{D}{th}(?:\\s?[-–]\\s?{E}{th})?\\s+(?:of\\s+)?{M}(?:,?\\s+{Y})?"),
  /** May 14, 1920; June 29. */
  MONTH_DAY("{M}\\s+{D}{th}(?:\\s?[-–]\\s?{E}{th})?(?![\\d.]\\d)(?:,?\\s+{Y})?"),
  /** Late in June 1920, mid-May, the beginning of April 1920. */
  PART_OF_MONTH(
      "(?<p>(?i:early|beginning|mid|middle|late|end))[-\\s]\\s*(?i:(?:in|of)\\s+)?{M}"
          + "(?:,?\\s+{Y})?"),
  /** September-October 1921, May 1920. */
  MONTH_YEAR("{M}(?:\\s?[-–]\\s?{O})?,?\\s+(?:of\\s+)?{Y}"),
  /** 1920, 12 мая. */
  YEAR_FIRST("{Y},\\s+{D}\\s+{M}"),
  /** The spring of 1920. */
  SEASON("(?<s>(?i:spring|summer|autumn|fall|winter))\\s+(?:(?:of|in)\\s+)?{Y}"),
  /** In June, where the year stands before. */
  MONTH_ALONE("(?<=(?<!\\p{L})(?:[Ii]n|[Oo]f|[Ss]ince|[Uu]ntil|[Dd]uring|[Bb]y)\\s){M}"),
  /** 1920-1921. */
  YEARS("(?<![.,/-]){Y}\\s?[-–]\\s?(?<Z>(?:1[89]\\d|20[0-2])\\d)(?![\\d/-])"),
  /** In 1920. */
  YEAR_ALONE("(?<![.,/-]){Y}(?![/-]\\d)");

  private final Pattern pattern;

  DatePattern(String text) {
    pattern =
        Pattern.compile(
            text.replace("{D}", "(?<![\\d.])(?<D>\\d{1,2})(?!\\d)")
                .replace("{E}", "(?<E>\\d{1,2})(?!\\d)")
                .replace("{M}", "(?<M>" + Months.PATTERN + ")")
                .replace("{O}", "(?<O>" + Months.PATTERN + ")")
                .replace("{Y}", "(?<!\\d)(?<Y>(?:1[89]\\d|20[0-2])\\d)(?!\\d)")
                .replace("{th}", "(?:st|nd|rd|th)?"));
  }

  /** {@return a matcher for a stretch of a text that sees what stands around it} */
  Matcher matcher(String text, Span within) {
    return pattern
        .matcher(text)
        .region(within.begin(), within.end())
        .useTransparentBounds(true)
        .useAnchoringBounds(false);
  }

  /** {@return what the groups hold that took part, by their names} */
  Map<String, String> groups(Matcher m) {
    Map<String, String> groups = new HashMap<>();
    for (String name : List.of("D", "E", "M", "O", "Y", "Z", "n", "p", "s")) {
      if (pattern.pattern().contains("(?<" + name + ">") && m.group(name) != null) {
        groups.put(name, m.group(name));
      }
    }
    return groups;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.text.Normalizer;
import java.util.Locale;

/** Characters that different texts write differently and that tell no names apart. */
final class Letters {
  private static final String CYRILLIC_ENDINGS = " а у ом ым е ой ы и ю я ем ого ому ";

  private static final char LATIN_BEGIN = '\u00c0';
  private static final char LATIN_END = '\u0250';

  private Letters() {}

  /**
   * {@return the character under which this one is compared: one kind of space, apostrophe, quote,
   * hyphen, and the Persian forms of yeh and kaf, Latin letters without accents}
   */
  static char fold(char c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return ' ';
    }
    return switch (c) {
      case '\u200c' -> ' ';
      case '\u2019', '\u2018', '\u02bc', '\u0060' -> '\'';
      case '\u201c', '\u201d', '\u201e' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013' -> '-';
      case '\u064a', '\u0649' -> '\u06cc';
      case '\u0643' -> '\u06a9';
      case 'ё' -> 'е';
      default -> c < LATIN_END ? withoutAccent(c) : c;
    };
  }

  private static char withoutAccent(char c) {
    return c < LATIN_BEGIN
        ? c
        : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
  }

  /** {@return the folded name with single spaces} */
  static String fold(String name) {
    StringBuilder folded = new StringBuilder();
    for (char c : name.strip().toCharArray()) {
      char f = fold(c);
      if (f != ' ' || folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
        folded.append(f);
      }
    }
    return folded.toString();
  }

  /** {@return whether a name has small letters and no capital, which a proper name would have} */
  static boolean isCommonNoun(String name) {
    return name.chars().anyMatch(Character::isLowerCase)
        && name.chars().noneMatch(Character::isUpperCase);
  }

  /** {@return the name in capitals, the same in every locale} */
  static String capitals(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  /** {@return whether the characters between two offsets hold capitals and no small letter} */
  static boolean isCapitals(String text, int begin, int end) {
    return text.substring(begin, end).chars().noneMatch(Character::isLowerCase);
  }

  /**
   * {@return where a Russian case ending after a name stops, or the same offset when there is none}
   *
   * @param text the text
   * @param end where the name ends as the graph spells it
   */
  static int afterCaseEnding(String text, int end) {
    int to = end;
    while (to < text.length() && isCyrillicSmall(text.charAt(to))) {
      to++;
    }
    boolean known = to > end && CYRILLIC_ENDINGS.contains(" " + text.substring(end, to) + " ");
    return known && isCyrillicSmall(text.charAt(end - 1)) ? to : end;
  }

  private static boolean isCyrillicSmall(char c) {
    return c >= '\u0430' && c <= '\u045f';
  }

  static boolean isLetter(String text, int offset) {
    return offset >= 0 && offset < text.length() && Character.isLetter(text.codePointAt(offset));
  }
}

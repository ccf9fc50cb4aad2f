// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.HashMap;
import java.util.Map;

/** Names by their letters, to find the longest that begins at an offset. */
final class NameTree {
  /**
   * A name found.
   *
   * @param name as it was added
   * @param end where it ends in the text
   */
  record Match(String name, int end) {}

  private static final class Branch {
    private final Map<Character, Branch> next = new HashMap<>();
    private String name;
  }

  private final Branch root = new Branch();

  /** Adds a name under a folded spelling; of two names under one spelling the first stays. */
  void add(String spelling, String name) {
    Branch branch = root;
    for (char c : spelling.toCharArray()) {
      branch = branch.next.computeIfAbsent(c, k -> new Branch());
    }
    if (branch.name == null) {
      branch.name = name;
    }
  }

  /**
   * {@return the longest name that begins at an offset and ends with a word, or null}
   *
   * @param text the text, not folded
   * @param begin where the name must begin
   * @param limit where it must end at the latest
   */
  Match longest(String text, int begin, int limit) {
    Match longest = null;
    Branch branch = root;
    int at = begin;
    while (at < limit && branch != null) {
      char c = Letters.fold(text.charAt(at));
      Branch next = branch.next.get(c);
      int after = c == ' ' ? pastSpace(text, at, limit) : at + 1;
      if (next == null && isBreak(text, at, begin)) {
        next = branch;
        after = pastSpace(text, at + 1, limit);
      }
      branch = next;
      at = after;
      if (branch != null && branch.name != null) {
        int end = wordEnd(text, at);
        longest = end < 0 || end > limit ? longest : new Match(branch.name, end);
      }
    }
    return longest;
  }

  private static int pastSpace(String text, int from, int limit) {
    int at = from;
    while (at < limit && Letters.fold(text.charAt(at)) == ' ') {
      at++;
    }
    return at;
  }

  /** A hyphen between a small letter and another, which print sets where a line ends. */
  private static boolean isBreak(String text, int at, int begin) {
    char c = text.charAt(at);
    if (c == '\u00ad') {
      return true;
    }
    int after = pastSpace(text, at + 1, text.length());
    return Letters.fold(c) == '-'
        && at > begin
        && Character.isLowerCase(text.charAt(at - 1))
        && after < text.length()
        && Character.isLowerCase(text.charAt(after));
  }

  private static int wordEnd(String text, int end) {
    boolean inWord = Letters.isLetter(text, end - 1) && Letters.isLetter(text, end);
    if (!inWord) {
      return end;
    }
    int after = Letters.afterCaseEnding(text, end);
    return after == end || Letters.isLetter(text, after) ? -1 : after;
  }
}

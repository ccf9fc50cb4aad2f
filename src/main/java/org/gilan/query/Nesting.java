// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

/**
 * Refuses a query that is nested or listed beyond what anybody writes, before it is read: readers,
 * planners and engines call themselves for each level.
 */
final class Nesting {
  private static final int DEEPEST = 100;
  private static final int MOST_VARIABLES = 10_000;
  private static final int MOST_COMMAS = 20_000;
  private static final int MOST_GROUPS = 20_000;

  private final String text;
  private int at;
  private int depth;
  private int variables;
  private int commas;
  private int groups;

  private Nesting(String text) {
    this.text = text;
  }

  /**
   * Looks through the text of a query.
   *
   * @throws RefusedException when it is too deep, or names or lists too much
   */
  static void check(String text) {
    new Nesting(text).scan();
  }

  private void scan() {
    for (; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case '{', '(', '[' -> {
          depth++;
          groups++;
        }
        case '}', ')', ']' -> depth--;
        case '?', '$' -> variables++;
        case ',' -> commas++;
        case '#' -> skipTo('\n');
        case '<' -> skipName();
        case '"', '\'' -> skipText(text.charAt(at));
        case '\\' -> at++;
        default -> {}
      }
      limit(depth, DEEPEST, "nested", "levels deep");
      limit(variables, MOST_VARIABLES, "written with", "variables");
      limit(groups, MOST_GROUPS, "written with", "groups");
      limit(commas, MOST_COMMAS, "written with", "commas");
    }
  }

  private static void limit(int is, int most, String how, String what) {
    if (is > most) {
      throw new RefusedException(
          "The query is " + how + " more than " + most + " " + what + "; no more are read here.");
    }
  }

  private void skipTo(char end) {
    int next = text.indexOf(end, at + 1);
    at = next < 0 ? text.length() : next;
  }

  /** Skips an address; less-than is none, and an address has neither space nor quote. */
  private void skipName() {
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '>') {
        at = i;
        return;
      }
      if (c <= ' ' || "<\"{}|^`\\".indexOf(c) >= 0) {
        return;
      }
    }
  }

  private void skipText(char quote) {
    String three = String.valueOf(quote).repeat(3);
    String end = text.startsWith(three, at) ? three : String.valueOf(quote);
    for (at += end.length(); at < text.length() && !text.startsWith(end, at); at++) {
      if (text.charAt(at) == '\\') {
        at++;
      }
    }
    at += end.length() - 1;
  }
}

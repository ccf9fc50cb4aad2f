// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses a query that is nested or listed beyond what anybody writes, before it is read: readers,
 * planners and engines call themselves for each level.
 */
public final class Nesting {
  private static final String FROM = "FROM";
  private static final Pattern DIGITS = Pattern.compile("\\d++");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  private final String text;
  private int at;
  private int depth;
  private int variables;
  private int commas;
  private int groups;
  private int graphs;
  private int wordStart;
  private int wordEnd;
  private int exists;
  private final Deque<Boolean> braces = new ArrayDeque<>();
  private final Set<String> names = new HashSet<>();

  private Nesting(String text) {
    this.text = text;
  }

  /**
   * Looks through the text of a query.
   *
   * @throws RefusedException when it is too deep, or names or lists too much
   */
  static void check(String text) {
    scan(text);
    if (text.contains("\\u")) { // which stands for any character, brackets too
      scan(ESCAPE.matcher(text).replaceAll(Nesting::character));
    }
  }

  /**
   * {@return the line in which a text is nested too deep; 0 when it is not}
   *
   * @param text in a language with the brackets and quotes of SPARQL
   */
  public static int tooDeepAt(String text) {
    Nesting nesting = new Nesting(text);
    for (; nesting.at < text.length(); nesting.at++) {
      nesting.read();
      if (nesting.depth > QueryLimits.DEPTH) {
        return (int) text.substring(0, nesting.at).lines().count();
      }
    }
    return 0;
  }

  private static void scan(String text) {
    if (hasLongNumber(text)) {
      throw new RefusedException(
          "The query has a number of more than "
              + QueryLimits.DIGITS
              + " digits; no longer ones are read here.");
    }
    new Nesting(text).scan();
  }

  /**
   * {@return whether a number is longer than is read, in quotes or not: for reading, Java takes the
   * square of the length, and looks at no clock}
   *
   * @param text in any language, what stands for a character in the place of another apart
   */
  public static boolean hasLongNumber(String text) {
    // One pass: to look for so many digits at once would begin again at each of those before.
    return DIGITS
        .matcher(text)
        .results()
        .anyMatch(digits -> digits.end() - digits.start() > QueryLimits.DIGITS);
  }

  private void scan() {
    for (; at < text.length(); at++) {
      read();
      limit(exists, QueryLimits.EXISTS, "nested", "levels of EXISTS deep");
      limit(depth, QueryLimits.DEPTH, "nested", "levels deep");
      limit(variables, QueryLimits.VARIABLES, "written with", "variables");
      limit(names.size(), QueryLimits.NAMES, "written with", "different variables");
      limit(groups, QueryLimits.GROUPS, "written with", "groups");
      limit(graphs, QueryLimits.GRAPHS, "written with", "FROM");
      limit(commas, QueryLimits.COMMAS, "written with", "commas and semicolons");
    }
  }

  private void read() {
    switch (text.charAt(at)) {
      case '{' -> {
        open();
        boolean isExists = text.substring(wordStart, wordEnd).equalsIgnoreCase("exists");
        braces.push(isExists);
        exists += isExists ? 1 : 0;
      }
      case '(', '[' -> open();
      case '}' -> {
        depth--;
        exists -= !braces.isEmpty() && braces.pop() ? 1 : 0;
      }
      case ')', ']' -> depth--;
      case '?', '$' -> variable();
      case ',', ';' -> commas++;
      case '#' -> skipTo('\n');
      case '<' -> skipName();
      case '"', '\'' -> skipText(text.charAt(at));
      case '\\' -> at++;
      default -> word();
    }
  }

  private void open() {
    depth++;
    groups++;
  }

  /** Counts a variable, or what stands for once or never in a path: nobody writes many of them. */
  private void variable() {
    variables++;
    int start = at + 1;
    while (at + 1 < text.length() && isOfName(text.charAt(at + 1))) {
      at++;
    }
    names.add(text.substring(start, at + 1));
    wordStart = at + 1;
    wordEnd = wordStart;
  }

  private static boolean isOfName(char c) {
    return c == '_' || c >= 0x80 || Character.isLetterOrDigit(c);
  }

  /** Notes the last word; space and comments may stand between it and a bracket. */
  private void word() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      return;
    }
    if (wordEnd != at || !Character.isLetter(c)) {
      wordStart = at;
    }
    wordEnd = at + 1;
    graphs += wordEnd - wordStart == FROM.length() && isFrom() ? 1 : 0;
  }

  private boolean isFrom() {
    char before = wordStart == 0 ? ' ' : text.charAt(wordStart - 1);
    return text.regionMatches(true, wordStart, FROM, 0, FROM.length()) && ":@".indexOf(before) < 0;
  }

  private static String character(MatchResult escape) {
    return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
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

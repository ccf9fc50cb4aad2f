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
  private int described;
  private boolean isDescribe;
  private boolean isPrefix;
  private boolean isBase;
  private int prefix;
  private int base;
  private long uses;
  private int inside;
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
   * @return the bytes that it takes when it is read, roughly
   * @throws RefusedException when it is too deep, or names or lists too much
   */
  static long check(String text) {
    long bytes = scan(text);
    return text.contains("\\u") // which stands for any character, brackets too
        ? Math.max(bytes, scan(ESCAPE.matcher(text).replaceAll(Nesting::character)))
        : bytes;
  }

  /**
   * Looks through the text of shapes.
   *
   * @param text in a language with the brackets and quotes of SPARQL
   * @return the bytes that it takes when it is read, roughly
   * @throws IllFormedException when it is too deep, or its names are too long
   */
  static long checkShapes(String text) {
    Nesting nesting = new Nesting(text);
    for (; nesting.at < text.length(); nesting.at++) {
      nesting.read();
      if (nesting.depth > QueryLimits.DEPTH) {
        throw new IllFormedException(
            "In line "
                + text.substring(0, nesting.at).lines().count()
                + " they are nested more than "
                + QueryLimits.DEPTH
                + " levels deep; no more are read here.");
      }
    }
    checkNames(nesting.named());
    return nesting.bytes();
  }

  /**
   * Refuses shapes whose names are too long.
   *
   * @param characters what all of them come to
   * @throws IllFormedException when that is too much
   */
  static void checkNames(long characters) {
    if (characters > QueryLimits.NAMED) {
      throw new IllFormedException(
          "Their names, written out, have more than "
              + QueryLimits.NAMED
              + " characters; no more are read here.");
    }
  }

  private static long scan(String text) {
    if (hasLongNumber(text)) {
      throw new RefusedException(
          "The query has a number of more than "
              + QueryLimits.DIGITS
              + " digits; no longer ones are read here.");
    }
    Nesting nesting = new Nesting(text);
    nesting.scan();
    return nesting.bytes();
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
      limit(described, QueryLimits.DESCRIBED, "written with", "names after DESCRIBE");
      limit(named(), QueryLimits.NAMED, "written with", "characters of names, each written out");
      limit(commas, QueryLimits.COMMAS, "written with", "commas and semicolons");
    }
  }

  /** {@return what all names come to at most, each with the longest prefix, after all bases} */
  private long named() {
    return uses * (prefix + base);
  }

  /** {@return what it takes; a long text takes no more than it says} */
  private long bytes() {
    return Size.ofRead(text.length() - inside) + 2 * (inside + named());
  }

  private void read() {
    switch (text.charAt(at)) {
      case '{' -> {
        open();
        boolean isExists = text.substring(wordStart, wordEnd).equalsIgnoreCase("exists");
        braces.push(isExists);
        exists += isExists ? 1 : 0;
        isDescribe = false;
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
      case ':' -> {
        isBase = false; // it is a name
        use();
        word();
      }
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
    isDescribe = (isDescribe || is("DESCRIBE")) && !is(FROM);
    isPrefix |= is("PREFIX") || is("@prefix");
    isBase |= is("BASE") || is("@base");
  }

  private boolean is(String word) {
    return wordEnd - wordStart == word.length()
        && text.regionMatches(true, wordStart, word, 0, word.length());
  }

  private void use() {
    uses++;
    described += isDescribe ? 1 : 0;
  }

  /** Notes an address; what a base says is put after the bases before it. */
  private void address(int length) {
    use();
    inside += length;
    base += isBase ? length : 0;
    prefix = isPrefix ? Math.max(prefix, length) : prefix;
    isBase = false;
    isPrefix = false;
  }

  private boolean isFrom() {
    char before = wordStart == 0 ? ' ' : text.charAt(wordStart - 1);
    return text.regionMatches(true, wordStart, FROM, 0, FROM.length()) && ":@".indexOf(before) < 0;
  }

  private static String character(MatchResult escape) {
    return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
  }

  private static void limit(long is, int most, String how, String what) {
    if (is > most) {
      throw new RefusedException(
          "The query is " + how + " more than " + most + " " + what + "; no more are read here.");
    }
  }

  private void skipTo(char end) {
    int start = at;
    int next = text.indexOf(end, at + 1);
    at = next < 0 ? text.length() : next;
    inside += at - start;
  }

  /** Skips an address; less-than is none, and an address has neither space nor quote. */
  private void skipName() {
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '>') {
        address(i - at);
        at = i;
        return;
      }
      boolean isEscape = c == '\\' && text.regionMatches(true, i + 1, "u", 0, 1);
      if (!isEscape && (c <= ' ' || "<\"{}|^`\\".indexOf(c) >= 0)) {
        return;
      }
    }
  }

  private void skipText(char quote) {
    int start = at;
    String three = String.valueOf(quote).repeat(3);
    String end = text.startsWith(three, at) ? three : String.valueOf(quote);
    for (at += end.length(); at < text.length() && !text.startsWith(end, at); at++) {
      if (text.charAt(at) == '\\') {
        at++;
      }
    }
    inside += Math.max(0, Math.min(at, text.length()) - start - end.length());
    at += end.length() - 1;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides text into sentences. A sentence ends at a full stop, question or exclamation mark that is
 * followed by white space and a capital, or at an empty line; not after an initial or one of the
 * abbreviations that notes are full of.
 */
final class Sentences {
  /** A sentence by its UTF-16 offsets. */
  record Span(int begin, int end) {}

  private static final Pattern END =
      Pattern.compile("[.!?]+[\"”’»)\\]\\d]*(?=\\s+[\"“‘«(\\[]?[\\p{Lu}\\d])|\\n\\s*\\n|\\z");

  private static final Pattern OPEN =
      Pattern.compile(
          "(?:^|[\\s(\"“.])(?:\\p{Lu}|Dr|Mr|Prof|Gen|No|Nos|Vol|Art|pp?|ff?|inv|rec|gr|cit|op|see"
              + "|cf|Ed|St|[фо]|оп|л|д)\\.$");

  private static final int SHORTEST = 12;

  private Sentences() {}

  static List<Span> of(String text) {
    List<Span> spans = new ArrayList<>();
    int begin = 0;
    Matcher m = END.matcher(text);
    while (m.find()) {
      String soFar = text.substring(begin, m.end());
      if (m.group().startsWith(".") && OPEN.matcher(soFar).find()) {
        continue;
      }
      add(spans, text, begin, m.end());
      begin = m.end();
    }
    return spans;
  }

  private static void add(List<Span> spans, String text, int begin, int end) {
    int from = begin;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (to - from >= SHORTEST) {
      spans.add(new Span(from, to));
    }
  }
}

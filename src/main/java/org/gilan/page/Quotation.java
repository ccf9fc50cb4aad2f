// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.regex.Pattern;
import org.gilan.document.Passage;
import org.gilan.document.SourceText;

/**
 * A passage with what stands around it.
 *
 * @param before up to {@link #CONTEXT} code points before the passage, from a word's start
 * @param words the passage itself
 * @param after up to {@link #CONTEXT} code points after it, to a word's end
 */
record Quotation(String before, String words, String after) {
  private static final int FEW = 60;
  private static final int LONG = 900;
  private static final Pattern HEADING =
      Pattern.compile("={2,}[ \\t]*([^=\\n]*?)[ \\t]*(?:={2,}|$)");
  private static final Pattern GAP = Pattern.compile("\\s*\\n\\s*");

  /** How much surrounding text is shown on each side. */
  static final int CONTEXT = 280;

  /** The longest passage that is shown: the pages quote, they do not republish. */
  static final int LONGEST = 3000;

  /** {@return the passage in its place; the range must lie inside the text} */
  static Quotation of(SourceText text, Passage range) {
    return of(text, range, CONTEXT);
  }

  /** {@return the passage with a few words around it; the range must lie inside the text} */
  static Quotation brief(SourceText text, Passage range) {
    Quotation whole = of(text, range, FEW);
    return whole.words.length() <= LONG
        ? whole
        : new Quotation(whole.before, whole.words.substring(0, LONG) + "…", "");
  }

  int length() {
    return before.length() + words.length() + after.length();
  }

  private static Quotation of(SourceText text, Passage range, int context) {
    int from = Math.max(0, range.begin() - context);
    int to = Math.min(text.length(), range.end() + context);
    String before = text.slice(from, range.begin());
    String after = text.slice(range.end(), to);
    return new Quotation(
        clean(from == 0 ? before : "…" + before.substring(wordStart(before))),
        clean(text.slice(range.begin(), range.end())),
        clean(to == text.length() ? after : after.substring(0, wordEnd(after)) + "…"));
  }

  /** Without the marks of headings and the empty lines that a text file has between its parts. */
  private static String clean(String text) {
    return HEADING.matcher(GAP.matcher(text).replaceAll("\n")).replaceAll("$1");
  }

  private static int wordStart(String text) {
    int space = 0;
    while (space < text.length() && !Character.isWhitespace(text.charAt(space))) {
      space++;
    }
    return space == text.length() ? 0 : space;
  }

  private static int wordEnd(String text) {
    int space = text.length();
    while (space > 0 && !Character.isWhitespace(text.charAt(space - 1))) {
      space--;
    }
    return space == 0 ? text.length() : space;
  }
}

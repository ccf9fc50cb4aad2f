// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

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
  /** How much surrounding text is shown on each side. */
  static final int CONTEXT = 280;

  /** The longest passage that is shown: the pages quote, they do not republish. */
  static final int LONGEST = 3000;

  /** {@return the passage in its place; the range must lie inside the text} */
  static Quotation of(SourceText text, Passage range) {
    int from = Math.max(0, range.begin() - CONTEXT);
    int to = Math.min(text.length(), range.end() + CONTEXT);
    String before = text.slice(from, range.begin());
    String after = text.slice(range.end(), to);
    return new Quotation(
        from == 0 ? before.stripLeading() : "…" + before.substring(wordStart(before)),
        text.slice(range.begin(), range.end()),
        to == text.length() ? after.stripTrailing() : after.substring(0, wordEnd(after)) + "…");
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

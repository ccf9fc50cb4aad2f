// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import org.gilan.document.Passage;
import org.gilan.document.SourceText;

/** A document's text as patterns read it, and the way back to passages in code points. */
final class Reading {
  private final String document;
  private final String text;
  private final int[] points;

  /**
   * Prepares a text.
   *
   * @param source the text of a document
   */
  Reading(SourceText source) {
    document = source.document();
    text = source.slice(0, source.length());
    points = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      boolean inPair = Character.isHighSurrogate(text.charAt(i)) && i + 1 < text.length();
      points[i + 1] = points[i] + (inPair ? 0 : 1);
    }
  }

  /** {@return the IRI of the document} */
  String document() {
    return document;
  }

  /** {@return the whole text} */
  String text() {
    return text;
  }

  /**
   * {@return the passage that a stretch of the text is}
   *
   * @param span a stretch that does not cut a character in two
   */
  Passage passage(Span span) {
    return new Passage(document, points[span.begin()], points[span.end()]);
  }

  /**
   * {@return the stretch without the white space around it; empty when there is nothing else}
   *
   * @param begin where it begins
   * @param end where it ends
   */
  Span trimmed(int begin, int end) {
    int from = begin;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return new Span(from, to);
  }
}

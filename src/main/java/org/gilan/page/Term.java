// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.text.Bidi;

/**
 * A node as a template shows it. Names of the components are the names in the templates.
 *
 * @param text what the reader sees
 * @param href where it leads; null for text without a link
 * @param lang the language tag of the text; null when unknown
 * @param exact the value as stored, where the text is a reading of it; null otherwise
 * @param apart what tells it from others of the same name, for those who only hear links; null when
 *     there are none
 */
record Term(String text, String href, String lang, String exact, String apart) {
  Term(String text, String href, String lang, String exact) {
    this(text, href, lang, exact, null);
  }

  /** {@return whether the text may run from right to left, so that the browser must look} */
  boolean isMixed() {
    return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
  }

  /** {@return whether there is nothing to say about the text but the text} */
  boolean isBare() {
    return href == null && lang == null && exact == null && !isMixed();
  }

  /** {@return the same text, leading nowhere} */
  Term withoutLink() {
    return new Term(text, null, lang, exact);
  }

  /** {@return text that leads nowhere} */
  static Term plain(String text) {
    return new Term(text, null, null, null);
  }
}

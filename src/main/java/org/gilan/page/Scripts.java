// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import com.ibm.icu.text.Transliterator;
import java.util.regex.Pattern;

/**
 * Writes names in Latin that are in a script which {@link Folding} does not read itself: Georgian,
 * Armenian, Hebrew, Greek and whatever else ICU knows. It is loaded by the first such name.
 */
final class Scripts {
  private static final Pattern STRANGE =
      Pattern.compile("[\\p{L}&&[^\\p{IsLatin}\\p{IsCyrillic}\\p{IsArabic}]]");

  private Scripts() {}

  /** {@return the text, readable without knowing its script} */
  static String latin(String text) {
    return STRANGE.matcher(text).find() ? Library.LATIN.transliterate(text) : text;
  }

  private static final class Library {
    static final Transliterator LATIN =
        Transliterator.getInstance("[^[:Latin:][:Cyrillic:][:Arabic:]]; Any-Latin; Latin-ASCII");
  }
}

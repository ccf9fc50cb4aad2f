// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import com.ibm.icu.text.Transliterator;
import org.gilan.query.QueryLimits;

/**
 * Writes names in plain Latin letters by ICU's transliterators. The rules are for what those leave
 * or lose; they are read by the first name.
 */
final class Latin {
  private static final Transliterator LETTERS =
      rules(
          """
          :: NFKC; :: Lower;
          # In Persian ICU drops an alef that bears an unwritten vowel, and a waw is oftener a vowel than v.
          [اآأإٱ] > a; و > w;
          :: Persian-Latin/BGN; :: Armenian-Latin/BGN; :: Russian-Latin/BGN;
          # For Thai ICU would look for the ends of words, by tables that are not bundled.
          :: [^[:Thai:]] Any-Latin; :: NFC; :: Lower;
          # Latin-ASCII takes marks without which the letter says another sound, and leaves ə.
          [çčć] > ch; [şšś] > sh; ž > j; ə > a;
          :: [^[:ASCII:]] Latin-ASCII;
          # Apostrophes and what ICU writes for soft signs join, everything else parts.
          [[:Cf:][:Lm:][:Sk:]''’‘·] > ; [^[:L:][:N:]]+ > ' ';
          """);

  /** Makes one of spellings that Double Metaphone, made for English, hears as two names. */
  static final Transliterator SOUNDS =
      rules(
          """
          $vowel = [aeiouy]; $other = [bdfgjklmnpqrstvwxz];
          # Between vowels x is ks, elsewhere the Azerbaijani kh.
          $vowel { x } $vowel > ks; x > kh;
          # German, French and Arabic ways to spell a sound of Russian or Persian.
          dzh > j; dj > j; dsch > j; tsch > ch; tch > ch; sch > sh; gh > g; th > t;
          :: Null;
          # Russian writes h and kh alike, within a word h comes and goes, and before a consonant
          # Persian leaves out a vowel.
          $vowel { kh } $other > ; ^ { kh > h; $vowel { h > ; ^ { h } $other > ha;
          :: Null;
          # Persian writes v as u; a Russian writes a German st as sht; z, c and ц are tz, ts and dz;
          # English is unsure of ch, but not of tch.
          [a-z] { v > w; sht } e > st; [dt] } [sz] > ; ch > tch;
          """);

  private Latin() {}

  private static Transliterator rules(String rules) {
    return Transliterator.createFromRules("Any-Name", rules, Transliterator.FORWARD);
  }

  /**
   * {@return the words of a name, or of the beginning of a very long one, in small letters and
   * digits, one space between them}
   */
  static String of(String name) {
    return beginning(LETTERS.transliterate(beginning(name))).strip();
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(QueryLimits.LETTERS, text.length()));
  }
}

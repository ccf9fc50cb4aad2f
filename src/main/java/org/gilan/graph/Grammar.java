// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** As much English grammar as labels need. */
final class Grammar {
  private static final Set<String> PREPOSITIONS =
      Set.of(
          "about",
          "against",
          "as",
          "at",
          "before",
          "after",
          "between",
          "by",
          "concerning",
          "during",
          "for",
          "from",
          "in",
          "into",
          "near",
          "of",
          "on",
          "over",
          "that",
          "through",
          "to",
          "towards",
          "under",
          "who",
          "with",
          "without");
  private static final Set<String> PLURALS = Set.of("people", "men", "women", "children", "police");
  private static final Set<String> EVENTS =
      Set.of(
          "actions",
          "arrests",
          "attacks",
          "battles",
          "clashes",
          "elections",
          "executions",
          "hostilities",
          "massacres",
          "meetings",
          "movements",
          "negotiations",
          "operations",
          "preparations",
          "protests",
          "purges",
          "raids",
          "reprisals",
          "requisitions",
          "riots",
          "talks",
          "transports");
  private static final Pattern ABBREVIATION =
      Pattern.compile(".*(?:\\b\\p{L}|\\.\\p{L}+|\\betc)\\.");

  private Grammar() {}

  /**
   * {@return whether a label names several, by its head noun}
   *
   * @param label the English name of a thing that is no event, person, place or title
   */
  static boolean isPlural(String label) {
    String head = head(label);
    return PLURALS.contains(head) || head.matches(".*[^siu'’]s");
  }

  /**
   * {@return whether the name of an event is a plural}
   *
   * <p>Only of nouns that are known, for events are also named by verbs: "Kuchak Khan leaves
   * Rasht".
   *
   * @param label the English name of an event
   */
  static boolean isPluralEvent(String label) {
    return EVENTS.contains(head(label).toLowerCase(Locale.ROOT));
  }

  /** The last word before the first preposition, comma, colon or bracket. */
  private static String head(String label) {
    String head = "";
    for (String word : label.replaceAll("[,(:;].*", "").split(" ")) {
      if (PREPOSITIONS.contains(word.toLowerCase(Locale.ROOT)) && !head.isEmpty()) {
        break;
      }
      head = word;
    }
    return head;
  }

  /** {@return one of a unit: volunteer of volunteers} */
  static String singular(String plural) {
    return plural.matches("\\w*[^aeious]ies")
        ? plural.replaceAll("ies$", "y")
        : plural.matches("\\w*[^siu]s") ? plural.substring(0, plural.length() - 1) : plural;
  }

  /** {@return the text with its first letter as a capital} */
  static String capitalised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
            + text.substring(text.offsetByCodePoints(0, 1));
  }

  /** {@return the text without its closing full stop, unless that marks an abbreviation} */
  static String withoutFullStop(String text) {
    return text.endsWith(".") && !text.endsWith("..") && !ABBREVIATION.matcher(text).matches()
        ? text.substring(0, text.length() - 1)
        : text;
  }
}

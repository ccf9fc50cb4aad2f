// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which notes name a kind of record, in English, Russian and French. */
final class Kinds {
  private record Kind(String type, Pattern words) {
    Kind(String type, String words) {
      this(
          type,
          Pattern.compile(
              "(?<!\\p{L})(?:" + words + ")(?!\\p{L})",
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
  }

  private static final List<Kind> ALL =
      List.of(
          new Kind("Telegram", "telegrams?|radiograms?|cables?|телеграмм[аы]|радиограмма"),
          new Kind("Letter", "letters?|memo|memorandum|письм[оа]|lettre"),
          new Kind("DiplomaticNote", "note|нота"),
          new Kind("Protocol", "protocols?|minutes|verbatim report|протокол[а]?"),
          new Kind(
              "Report",
              "reports?|information|survey|testimony|conclusions|rapport|доклад[а]?|отч[её]т"
                  + "|донесение|справка|записка"),
          new Kind("Manifesto", "manifesto|appeal|манифест|обращение|воззвание"),
          new Kind("Certificate", "certificate|удостоверение|мандат"),
          new Kind("Decree", "decree|декрет"),
          new Kind("Record", "directives?|instructions?|theses|директив[аы]|тезисы"),
          new Kind("Record", "resolution|decision|резолюция|постановление|решение"));

  private Kinds() {}

  /**
   * {@return the kind named first in a stretch of text}
   *
   * @param text the text
   * @param within where to look
   */
  static Optional<Part> first(String text, Span within) {
    Part first = null;
    for (Kind kind : ALL) {
      Matcher m = kind.words().matcher(text).region(within.begin(), within.end());
      m.useTransparentBounds(true);
      if (m.find() && (first == null || m.start() < first.span().begin())) {
        first = new Part(kind.type(), new Span(m.start(), m.end()), true);
      }
    }
    return Optional.ofNullable(first);
  }

  /** {@return whether a word names a kind of record} */
  static boolean isKind(String word) {
    return first(word, new Span(0, word.length())).isPresent();
  }
}

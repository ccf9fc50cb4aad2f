// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.Set;

/**
 * Who says a fact, as a template shows it.
 *
 * @param href the claim's page
 * @param source the document's short name
 * @param remarks what keeps the claim from being a plain accepted assertion; mostly empty
 * @param sentence what the claim says; null where nothing asks for it
 * @param told whether the sentence is shown, because the page does not say it already
 * @param words whose word it is, where it is not the document's own
 * @param reasons why the claim has its standing
 * @param disputes the disputes in which it takes a side
 * @param quotes the passages
 */
record Evidence(
    String href,
    String source,
    List<String> remarks,
    String sentence,
    boolean told,
    List<Term> words,
    List<String> reasons,
    List<Term> disputes,
    List<Quote> quotes) {

  private static final int HANDLE = 6;

  /**
   * A passage in short.
   *
   * @param href the passage's page
   * @param place the section or note it stands in
   * @param quotation the words; null when the texts are not at hand
   */
  record Quote(String href, String place, Quotation quotation) {
    Quote withoutWords() {
      return new Quote(href, place, null);
    }
  }

  /** {@return whether a passage of it can be read on the page} */
  boolean isQuoted() {
    return quotes.stream().anyMatch(quote -> quote.quotation() != null);
  }

  Evidence withQuotes(List<Quote> shown) {
    return new Evidence(href, source, remarks, sentence, told, words, reasons, disputes, shown);
  }

  /**
   * {@return the same without the words of passages that are among those shown, which it adds to}
   */
  Evidence quotingOnly(Set<String> shown) {
    return withQuotes(
        quotes.stream()
            .map(quote -> shown.add(quote.href()) ? quote : quote.withoutWords())
            .toList());
  }

  /** {@return what tells the claim from others: the first characters of its own name} */
  String handle() {
    return handle(href.substring(href.lastIndexOf('/') + 1));
  }

  /** {@return the first characters of a claim's name} */
  static String handle(String name) {
    return name.substring(0, Math.min(HANDLE, name.length()));
  }

  /** {@return whether it is a claim, and no sentence leads there} */
  boolean isLinked() {
    return !told && sentence != null;
  }

  /** {@return whether anything is to be said below the passages} */
  boolean isAnnotated() {
    return isLinked() || hasWords() || !remarks.isEmpty() || !reasons.isEmpty() || hasDisputes();
  }

  boolean hasWords() {
    return !words.isEmpty();
  }

  boolean hasDisputes() {
    return !disputes.isEmpty();
  }
}

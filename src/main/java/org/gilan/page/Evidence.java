// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;

/**
 * Who says a fact, as a template shows it.
 *
 * @param href the claim's page
 * @param source the document's short name
 * @param remarks what keeps the claim from being a plain accepted assertion; mostly empty
 * @param sentence what the claim says; null where the page says it already
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
    List<Term> words,
    List<String> reasons,
    List<Term> disputes,
    List<Quote> quotes) {

  /**
   * A passage in short.
   *
   * @param href the passage's page
   * @param place the section or note it stands in
   * @param quotation the words; null when the texts are not at hand
   */
  record Quote(String href, String place, Quotation quotation) {}

  Evidence withQuotes(List<Quote> shown) {
    return new Evidence(href, source, remarks, sentence, words, reasons, disputes, shown);
  }

  boolean hasWords() {
    return !words.isEmpty();
  }

  boolean hasDisputes() {
    return !disputes.isEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import org.gilan.graph.Wording;

/**
 * A letter, telegram, note or report.
 *
 * @param thing its name, kind, dates and sources
 * @param senders who wrote it
 * @param recipients to whom
 * @param shelves the files of archives that keep it
 * @param sheets of the file; empty when not said
 * @param says the utterances in it
 * @param concerns what it is about
 */
record Letter(
    Thing thing,
    List<Term> senders,
    List<Term> recipients,
    List<Term> shelves,
    String sheets,
    List<Term> says,
    List<Term> concerns) {

  boolean hasSays() {
    return !says.isEmpty();
  }

  /** {@return the sheets in words; empty when not said} */
  String leaves() {
    return sheets.isEmpty() ? "" : Wording.leaves("sheet", sheets);
  }

  boolean hasShelves() {
    return !shelves.isEmpty();
  }

  /** {@return the date to sort by; a date far away when there is none} */
  String day() {
    return thing.dates().isEmpty() ? "9999" : thing.dates().get(0).first().toString();
  }

  /** {@return whether all these words stand in its name, its kind or what it says} */
  boolean has(String words) {
    StringBuilder text = new StringBuilder(thing.name().text()).append(' ').append(thing.kind());
    says.forEach(said -> text.append(' ').append(said.text()));
    concerns.forEach(matter -> text.append(' ').append(matter.text()));
    String all = fold(text.toString());
    return List.of(fold(words).split("\\s+")).stream().allMatch(all::contains);
  }

  private static String fold(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(java.util.Locale.ROOT)
        .strip();
  }
}

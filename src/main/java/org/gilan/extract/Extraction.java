// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.ArrayList;
import java.util.List;
import org.gilan.document.Passage;
import org.gilan.document.SourceText;
import org.gilan.graph.Assembly;

/** What can be read from one text: its notes and their citations, its dates, the names in it. */
public final class Extraction {
  private final Reading reading;
  private final Holdings holdings;
  private final List<NumberedNote> notes;
  private final List<Citation> citations = new ArrayList<>();
  private final List<Dated> dates = new ArrayList<>();
  private final List<Mention> mentions;
  private final List<Passage> sentences;

  private Extraction(Reading reading, Holdings holdings, List<Passage> sentences) {
    this.reading = reading;
    this.sentences = sentences;
    this.holdings = holdings;
    this.notes = NoteFinder.in(reading);
    CitationReader reader = new CitationReader(reading, holdings);
    notes.forEach(note -> citations.addAll(reader.read(note)));
    this.mentions = holdings.names().in(reading, new Span(0, reading.text().length()));
    findDates();
  }

  /**
   * Reads a text.
   *
   * @param assembly the graph as far as it goes
   * @param names the names to look for
   * @param text the text
   * @return what was found
   */
  public static Extraction of(Assembly assembly, KnownNames names, SourceText text) {
    Reading reading = new Reading(text);
    Holdings holdings = Holdings.of(assembly, names.with(reading));
    return new Extraction(reading, holdings, text.sentences());
  }

  /** The years of notes say nothing about the year that the running text is in. */
  private void findDates() {
    String year = null;
    int at = 0;
    for (NumberedNote note : notes) {
      List<Dated> before = Dates.in(reading.text(), new Span(at, note.whole().begin()), year);
      dates.addAll(before);
      year = before.isEmpty() ? year : lastYear(before);
      dates.addAll(Dates.in(reading.text(), note.body(), null));
      at = note.whole().end();
    }
    dates.addAll(Dates.in(reading.text(), new Span(at, reading.text().length()), year));
  }

  private static String lastYear(List<Dated> dates) {
    return dates.get(dates.size() - 1).edtf().substring(0, "1920".length());
  }

  /** {@return the sentences, in order, headings and notes among them} */
  List<Passage> sentences() {
    return sentences;
  }

  Reading reading() {
    return reading;
  }

  Holdings holdings() {
    return holdings;
  }

  List<NumberedNote> notes() {
    return notes;
  }

  List<Citation> citations() {
    return citations;
  }

  List<Dated> dates() {
    return dates;
  }

  /** {@return the known names in the text, in order, none within another} */
  List<Mention> mentions() {
    return mentions;
  }
}

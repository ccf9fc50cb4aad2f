// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gilan.extract.Citation.Parties;

/** Reads notes into citations, one after the other, since later notes lean on earlier ones. */
final class CitationReader {
  private static final Pattern LEAD =
      Pattern.compile(
          "(?:(?:for (?:more )?details\\S*,? )?see(?: also)?|cf|(?:подробнее )?см)\\b[:.,]?\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern SAME_PLACE =
      Pattern.compile(
          "(?:Ibid(?:em)?|Там же)[.,]*\\s*(?:(?:sheets?|[лlnп]+)\\s*\\.?\\s*(\\d+(?:[-–]\\d+)?))?");
  private static final Pattern BEFORE_DATE = Pattern.compile("(?:[,.(:]|^|\\bLe)\\s*\\z");
  private static final Pattern AFTER_DATE = Pattern.compile("\\s*(?:[,.;)/]|\\z)");
  private static final int CONTEXT = 4;

  private final Reading reading;
  private final Holdings holdings;
  private final Shelfmarks shelfmarks;
  private final Publications publications;
  private Shelfmark last;

  CitationReader(Reading reading, Holdings holdings) {
    this.reading = reading;
    this.holdings = holdings;
    this.publications = new Publications(reading);
    this.shelfmarks =
        new Shelfmarks(reading, holdings.names(), m -> holdings.isA(m.thing(), "Archive"));
  }

  /** {@return what a note cites; nothing when it is a remark or cannot be read} */
  List<Citation> read(NumberedNote note) {
    List<Citation> citations = new ArrayList<>();
    for (Span chunk : chunks(note.body())) {
      record(note, chunk, false)
          .or(() -> samePlace(note, chunk))
          .or(() -> work(note, chunk))
          .or(() -> record(note, chunk, true))
          .ifPresent(citations::add);
    }
    return citations;
  }

  /** The parts of a note between semicolons, without {@code See:} and the like. */
  private List<Span> chunks(Span body) {
    String text = reading.text();
    Matcher lead = LEAD.matcher(text).region(body.begin(), body.end());
    int begin = lead.lookingAt() ? lead.end() : body.begin();
    List<Span> chunks = new ArrayList<>();
    int depth = 0;
    for (int i = begin; i <= body.end(); i++) {
      char c = i < body.end() ? text.charAt(i) : ';';
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (i == body.end() || c == ';' && depth <= 0) {
        Span chunk = reading.trimmed(begin, i);
        if (chunk.begin() < chunk.end()) {
          chunks.add(chunk);
        }
        begin = i + 1;
      }
    }
    return chunks;
  }

  private Optional<Citation> record(NumberedNote note, Span chunk, boolean withoutPlace) {
    Shelfmark place = shelfmarks.in(chunk).orElse(null);
    if (place == null && !withoutPlace) {
      return Optional.empty();
    }
    int placeBegin = place == null ? chunk.end() : place.span().begin();
    Dated date = date(new Span(chunk.begin(), placeBegin));
    int headEnd = date == null ? placeBegin : Math.min(placeBegin, date.span().begin());
    Span head = reading.trimmed(chunk.begin(), headEnd);
    Part kind = Kinds.first(reading.text(), head).orElse(null);
    Parties parties = parties(head, kind);
    if (place == null && (kind == null || date == null)) {
      return Optional.empty();
    }
    if (place != null) {
      last = place;
      publications.interrupt();
    }
    Part type = kind == null ? untyped(head, parties) : kind;
    Part day = date == null ? null : date.part();
    return Optional.of(new Citation(note, chunk, type, parties, day, place, null));
  }

  private Parties parties(Span head, Part kind) {
    if (kind == null) {
      boolean begins =
          holdings.names().in(reading, head).stream()
              .limit(1)
              .anyMatch(m -> m.span().begin() == head.begin());
      boolean addressed = reading.text().substring(head.begin(), head.end()).contains(" to ");
      if (!begins || !addressed) {
        return Parties.NONE;
      }
    }
    return PartyReader.in(reading, holdings, head, kind);
  }

  /** A record whose kind is not named: a letter when it goes from one to another. */
  private static Part untyped(Span head, Parties parties) {
    boolean letter = !parties.senders().isEmpty() && !parties.recipients().isEmpty();
    return new Part(letter ? "Letter" : "Record", head, false);
  }

  /** The last date that stands by itself between commas or full stops. */
  private Dated date(Span within) {
    String text = reading.text();
    Dated found = null;
    for (Dated date : Dates.in(text, within, null)) {
      int from = Math.max(within.begin(), date.span().begin() - CONTEXT);
      String before = text.substring(from, date.span().begin());
      Matcher after = AFTER_DATE.matcher(text).region(date.span().end(), within.end());
      boolean first = date.span().begin() == within.begin();
      if ((first || BEFORE_DATE.matcher(before).find()) && after.lookingAt()) {
        found = date;
      }
    }
    return found;
  }

  private Optional<Citation> samePlace(NumberedNote note, Span chunk) {
    Matcher m = SAME_PLACE.matcher(reading.text()).region(chunk.begin(), chunk.end());
    if (last == null || publications.isOpen() || !m.lookingAt()) {
      return Optional.empty();
    }
    Part sheets =
        m.group(1) == null
            ? last.sheets()
            : new Part(m.group(1), new Span(m.start(1), m.end(1)), false);
    Shelfmark place =
        new Shelfmark(
            last.archive(), last.fond(), last.inventory(), last.file(), sheets, last.span());
    Part kind = new Part("Record", chunk, false);
    return Optional.of(new Citation(note, chunk, kind, Parties.NONE, null, place, null));
  }

  private Optional<Citation> work(NumberedNote note, Span chunk) {
    return publications
        .in(chunk)
        .map(work -> new Citation(note, chunk, null, Parties.NONE, null, null, work));
  }
}

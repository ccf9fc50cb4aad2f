// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gilan.claim.Claim;
import org.gilan.claim.DateRange;
import org.gilan.document.Passage;
import org.gilan.extract.CuratedNotes.Cited;
import org.gilan.extract.CuratedNotes.CuratedNote;
import org.gilan.graph.Assembly;
import org.gilan.vocab.Gilan;

/**
 * The program's reading of a document's notes held against that of people. A value that was read is
 * right when the curated graph says the same of the thing cited; it counts as missed when it was
 * not read though a claim rests on the note.
 *
 * @param scores one for the notes, one for each field, one for all fields, one for dates
 * @param misses where the two differ, by note and field
 */
public record Score(List<FieldScore> scores, List<String> misses) {

  /**
   * Compares an extraction with the curated graph.
   *
   * @param assembly the curated graph
   * @param extraction what the program read of one of its documents
   * @return the score; all noughts when nobody has curated the document
   */
  public static Score of(Assembly assembly, Extraction extraction) {
    String document = extraction.reading().document();
    List<CuratedNote> curated = CuratedNotes.of(assembly, extraction.holdings(), document);
    Comparison comparison = new Comparison();
    List<Citation> left = new ArrayList<>(extraction.citations());
    for (CuratedNote note : curated) {
      List<Citation> read =
          left.stream()
              .filter(c -> passage(extraction, c.note()).overlaps(note.passage()))
              .toList();
      left.removeAll(read);
      comparison.compare(note, read);
    }
    left.forEach(
        c -> comparison.count("note " + c.note().number() + " (?)", Values.of(c), Cited.NOTHING));
    List<FieldScore> scores = new ArrayList<>();
    scores.add(notes(extraction, curated));
    scores.addAll(comparison.fields.values());
    scores.add(
        comparison.fields.values().stream()
            .reduce(new FieldScore("all fields", 0, 0, 0, 0), FieldScore::plus));
    scores.add(dates(assembly, extraction, comparison.misses));
    return new Score(List.copyOf(scores), List.copyOf(comparison.misses));
  }

  private static Passage passage(Extraction extraction, NumberedNote note) {
    return extraction.reading().passage(note.whole());
  }

  private static FieldScore notes(Extraction extraction, List<CuratedNote> curated) {
    int right = 0;
    for (NumberedNote n : extraction.notes()) {
      Passage place = passage(extraction, n);
      right += curated.stream().anyMatch(c -> isSame(c, n, place)) ? 1 : 0;
    }
    int found = 0;
    for (CuratedNote c : curated) {
      boolean read =
          extraction.notes().stream().anyMatch(n -> isSame(c, n, passage(extraction, n)));
      found += read ? 1 : 0;
    }
    return new FieldScore("note", extraction.notes().size(), right, curated.size(), found);
  }

  private static boolean isSame(CuratedNote curated, NumberedNote note, Passage place) {
    return place.overlaps(curated.passage()) && note.number().equals(curated.number());
  }

  /** The running count over all notes. */
  private static final class Comparison {
    private final Map<Field, FieldScore> fields = new EnumMap<>(Field.class);
    private final List<String> misses = new ArrayList<>();

    private Comparison() {
      for (Field field : Field.values()) {
        fields.put(field, new FieldScore(field.toString(), 0, 0, 0, 0));
      }
    }

    /** Pairs what was read with what is curated, those that agree best first. */
    private void compare(CuratedNote note, List<Citation> citations) {
      String where = "note " + note.number();
      List<Cited> curated = new ArrayList<>(note.cited());
      List<Values> read = new ArrayList<>(citations.stream().map(Values::of).toList());
      while (!curated.isEmpty() && !read.isEmpty()) {
        Cited best = null;
        Values match = null;
        for (Cited c : curated) {
          Values r = read.stream().max(Comparator.comparingInt(c.anywhere()::common)).orElseThrow();
          if (best == null || c.anywhere().common(r) > best.anywhere().common(match)) {
            best = c;
            match = r;
          }
        }
        curated.remove(best);
        read.remove(match);
        count(where, match, best);
      }
      read.forEach(r -> count(where, r, Cited.NOTHING));
      curated.forEach(c -> count(where, new Values(), c));
    }

    private void count(String where, Values read, Cited cited) {
      for (Field field : Field.values()) {
        FieldScore one =
            new FieldScore(
                "",
                read.get(field).size(),
                read.common(cited.anywhere(), field),
                cited.here().get(field).size(),
                read.common(cited.here(), field));
        fields.computeIfPresent(field, (k, score) -> score.plus(one));
        if (one.right() < one.read() || one.found() < one.curated()) {
          misses.add(
              String.format(
                  "%s, %s: read %s, curated %s",
                  where, field, read.get(field), cited.here().get(field)));
        }
      }
    }
  }

  /** Of the dates that claims state, how many were read in the passages they rest on. */
  private static FieldScore dates(Assembly assembly, Extraction extraction, List<String> misses) {
    TreeSet<String> wanted = new TreeSet<>();
    TreeSet<String> found = new TreeSet<>();
    for (Claim claim : assembly.claims()) {
      boolean dated = DateRange.of(claim.triple().getObject()).isPresent();
      if (dated && claim.document().equals(extraction.reading().document())) {
        String value = claim.triple().getObject().getLiteralLexicalForm();
        String key = claim.key();
        wanted.add(key);
        boolean read =
            extraction.dates().stream()
                .filter(d -> d.edtf().equals(value))
                .map(d -> extraction.reading().passage(d.span()))
                .anyMatch(place -> claim.passages().stream().anyMatch(place::overlaps));
        if (read) {
          found.add(key);
        } else {
          String subject = claim.triple().getSubject().getURI().substring(Gilan.BASE.length());
          misses.add(
              "date: not read "
                  + value
                  + " of "
                  + subject
                  + " "
                  + claim.passages().stream().map(p -> p.begin() + "," + p.end()).toList());
        }
      }
    }
    return new FieldScore("dates of claims", 0, 0, wanted.size(), found.size());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gilan.check.TheGraph;
import org.gilan.document.SourceText;
import org.gilan.graph.Assembly;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;

/** How well document 001 is read; the figures of the docs come from the same code. */
class ScoreTest {
  private static final String DOCUMENT = Gilan.DOCUMENT + "hasanli-2012";

  private static Map<String, Tally> tallies(String without) {
    Optional<SourceText> text = TheGraph.documents().text(DOCUMENT);
    assumeTrue(text.isPresent(), "no documents at hand: extraction is not measured");
    Assembly assembly = TheGraph.assembly();
    Extraction extraction = Extraction.of(assembly, Names.of(assembly, without), text.get());
    return Score.of(assembly, extraction).tallies().stream()
        .collect(Collectors.toMap(Tally::field, Function.identity()));
  }

  private static void assertFloor(
      Map<String, Tally> tallies, String field, double precision, double recall) {
    Tally tally = tallies.get(field);
    assertThat(tally.curated()).as(field).isPositive();
    assertThat(tally.precision()).as("precision of " + field).isGreaterThanOrEqualTo(precision);
    assertThat(tally.recall()).as("recall of " + field).isGreaterThanOrEqualTo(recall);
  }

  @Test
  void readsTheNotesOfDocument001() {
    Map<String, Tally> tallies = tallies(null);
    assertThat(tallies.get("all fields").curated()).isGreaterThan(500);
    assertFloor(tallies, "note", 0.98, 0.98);
    assertFloor(tallies, "kind", 0.96, 0.84);
    assertFloor(tallies, "sender", 0.92, 0.87);
    assertFloor(tallies, "recipient", 0.96, 0.92);
    assertFloor(tallies, "date", 0.96, 0.97);
    assertFloor(tallies, "place", 0.97, 0.95);
    assertFloor(tallies, "sheets", 0.96, 0.97);
    assertFloor(tallies, "all fields", 0.96, 0.92);
    assertFloor(tallies, "dates of claims", 1, 0.89);
  }

  @Test
  void readsThemAlsoWithoutTheSpellingsOfTheDocumentItself() {
    assertFloor(tallies(DOCUMENT), "all fields", 0.96, 0.80);
  }
}

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

  private static Map<String, FieldScore> scores(String without) {
    Optional<SourceText> text = TheGraph.documents().text(DOCUMENT);
    assumeTrue(text.isPresent(), "no documents at hand: extraction is not measured");
    Assembly assembly = TheGraph.assembly();
    Extraction extraction = Extraction.of(assembly, KnownNames.of(assembly, without), text.get());
    return Score.of(assembly, extraction).scores().stream()
        .collect(Collectors.toMap(FieldScore::field, Function.identity()));
  }

  private static void assertFloor(
      Map<String, FieldScore> scores, String field, double precision, double recall) {
    FieldScore score = scores.get(field);
    assertThat(score.curated()).as(field).isPositive();
    assertThat(score.precision()).as("precision of " + field).isGreaterThanOrEqualTo(precision);
    assertThat(score.recall()).as("recall of " + field).isGreaterThanOrEqualTo(recall);
  }

  @Test
  void readsTheNotesOfDocument001() {
    Map<String, FieldScore> scores = scores(null);
    assertThat(scores.get("all fields").curated()).isGreaterThan(500);
    assertFloor(scores, "note", 0.98, 0.98);
    assertFloor(scores, "kind", 0.96, 0.84);
    assertFloor(scores, "sender", 0.92, 0.87);
    assertFloor(scores, "recipient", 0.96, 0.92);
    assertFloor(scores, "date", 0.96, 0.97);
    assertFloor(scores, "place", 0.97, 0.95);
    assertFloor(scores, "sheets", 0.96, 0.97);
    assertFloor(scores, "all fields", 0.96, 0.92);
    assertFloor(scores, "dates of claims", 1, 0.89);
  }

  @Test
  void readsThemAlsoWithoutTheSpellingsOfTheDocumentItself() {
    assertFloor(scores(DOCUMENT), "all fields", 0.96, 0.80);
  }
}

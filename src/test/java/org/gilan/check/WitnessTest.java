// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.gilan.claim.Claim;
import org.gilan.claim.DateRange;
import org.gilan.claim.Standing;
import org.gilan.document.Documents;
import org.gilan.document.Passage;
import org.gilan.document.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Passages have the shape of something that can carry its claim: a date rests on a passage with its
 * year, and what was written where does not rest on the closing words of a quotation. Needs the
 * texts.
 */
class WitnessTest {
  private static final Set<String> DATES =
      Set.of("onDate", "from", "to", "dated", "signedOn", "attestedOn");
  private static final Set<String> WRITTEN = Set.of("statedIn", "publishedIn");
  private static final int AT_LEAST = 300;

  @TempDir Path folder;

  /** A date counted back from another («a year before») is rough and rests on that other. */
  private static boolean isExactDate(Claim claim) {
    return DATES.contains(claim.triple().getPredicate().getLocalName())
        && DateRange.of(claim.triple().getObject()).isPresent()
        && !claim.triple().getObject().getLiteralLexicalForm().contains("~");
  }

  private static boolean namesYear(Claim claim, SourceText text) {
    String year = claim.triple().getObject().getLiteralLexicalForm().substring(0, 4);
    return claim.passages().stream()
        .anyMatch(p -> text.slice(p.begin(), p.end()).replaceAll("-?\\s", "").contains(year));
  }

  private static boolean beginsOutsideQuotation(Claim claim, SourceText text) {
    return claim.passages().stream().anyMatch(p -> !isQuoted(text, p));
  }

  private static boolean isQuoted(SourceText text, Passage passage) {
    String before = text.slice(0, passage.begin());
    String paragraph = before.substring(before.lastIndexOf('\n') + 1);
    return paragraph.chars().filter(c -> c == '"').count() % 2 == 1;
  }

  private static List<Claim> without(
      List<Claim> claims, Documents documents, BiPredicate<Claim, SourceText> shape) {
    return claims.stream()
        .filter(
            claim -> {
              Optional<SourceText> text = documents.text(claim.document());
              return text.isPresent() && !shape.test(claim, text.get());
            })
        .toList();
  }

  private static List<Claim> accepted() {
    return TheGraph.assembly().claims().stream()
        .filter(c -> c.standing() == Standing.ACCEPTED)
        .toList();
  }

  @Test
  void datesRestOnAPassageWithTheirYear() {
    Documents documents = TheGraph.documents();
    assumeTrue(!documents.texts().isEmpty(), "no documents at hand: years were not looked for");
    List<Claim> dates = accepted().stream().filter(WitnessTest::isExactDate).toList();
    assertThat(dates).hasSizeGreaterThan(AT_LEAST);
    assertThat(without(dates, documents, WitnessTest::namesYear))
        .extracting(c -> c.triple() + " " + c.passages())
        .isEmpty();
  }

  @Test
  void whatWasWrittenWhereRestsOnMoreThanTheEndOfAQuotation() {
    Documents documents = TheGraph.documents();
    assumeTrue(!documents.texts().isEmpty(), "no documents at hand: quotations were not read");
    List<Claim> written =
        accepted().stream()
            .filter(c -> WRITTEN.contains(c.triple().getPredicate().getLocalName()))
            .toList();
    assertThat(written).hasSizeGreaterThan(AT_LEAST);
    assertThat(without(written, documents, WitnessTest::beginsOutsideQuotation))
        .extracting(c -> c.triple() + " " + c.passages())
        .isEmpty();
  }

  @Test
  void tellsAYearAndAQuotation() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("lake.txt"),
            "In 1911 Reed wrote: \"The ferry sank in May.\"3 So he wrote.");
    SourceText text = SourceText.read("https://w3id.org/gilan/document/lake", file);
    Passage tail = new Passage(text.document(), 31, 44);
    Passage whole = new Passage(text.document(), 0, 44);
    assertThat(isQuoted(text, tail)).isTrue();
    assertThat(isQuoted(text, whole)).isFalse();
    assertThat(isQuoted(text, new Passage(text.document(), 45, 58))).isFalse();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gilan.check.CheckedGraph;
import org.gilan.check.Checks;
import org.gilan.check.PassageCheck;
import org.gilan.check.Seals;
import org.gilan.document.Documents;
import org.gilan.document.SourceText;
import org.gilan.finding.Finding;
import org.gilan.graph.Assembly;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
  static final String TEXT =
      """
      On 14 May, 1911 the Ferry Council bought three boats.1 On 20 May nobody at the Mill was glad.2

      1 See: Telegram from B. Reed to Anna Lodge, 12.05.1911, State Archives of the \
      Lake, rec. gr. 7, inv. 2, f. 21, sheet 4.

      2 Letter from Z. Nobody to Lodge, 19.05.1911, Harbour Archives, rec. gr. 9, inv. 1, f. 3, sheet 8; \
      B. Reed, Boats of the lake, Mill Town, 1909, p. 12.

      3 Telegram from B. Reed to Anna Lodge, 12.05.1911, State Archives of the \
      Lake, rec. gr. 7, inv. 2, f. 21, sheet 4.
      """;

  @TempDir Path folder;
  private Invented invented;
  private String draft;

  @BeforeEach
  void write() {
    invented = Invented.in(folder);
    draft = draft();
  }

  private String draft() {
    Assembly assembly = invented.assembly();
    SourceText text = invented.text(TEXT);
    Extraction extraction = Extraction.of(assembly, KnownNames.of(assembly, null), text);
    return Draft.of(assembly, extraction, text, "lake.txt");
  }

  @Test
  void isValidOnceItsPassagesAreSealed() throws IOException {
    Files.writeString(invented.home().resolve("data/lake.ttl"), draft);
    Assembly assembly = invented.assembly();
    Documents texts =
        CheckedGraph.documents(assembly.graph(), invented.home().resolve("documents"));
    Seals.read(invented.home())
        .seal(PassageCheck.places(assembly).keySet(), texts)
        .write(invented.home());
    List<Finding> findings = Checks.run(assembly, texts).findings();
    assertThat(findings).isEmpty();
    assertThat(assembly.claims().stream().filter(c -> c.document().equals(Invented.DOCUMENT)))
        .hasSizeGreaterThan(12);
  }

  @Test
  void stillNeedsSealsWhenNobodyHasReadIt() throws IOException {
    Files.writeString(invented.home().resolve("data/lake.ttl"), draft);
    Assembly assembly = invented.assembly();
    assertThat(Checks.run(assembly, Documents.none()).findings())
        .isNotEmpty()
        .filteredOn(f -> f.position().file().equals("data/lake.ttl"))
        .allMatch(f -> f.message().contains("has no seal"));
    assertThat(draft).contains("./gilan seal");
  }

  @Test
  void draftsARecordOnceThoughTwoNotesCiteIt() {
    assertThat(draft)
        .containsOnlyOnce("id:telegram-boris-reed-anna-lodge-1911-05-12\n")
        .containsOnlyOnce("id:lake-archives-7-2-21\n  a gilan:ArchivalFile")
        .contains("gilan:dated \"1911-05-12\"^^xsd:date {|");
  }

  @Test
  void leavesWhatIsDoubtfulAsComments() {
    assertThat(draft)
        .contains("# ?   gilan:sender id:unknown {|")
        .contains("# ? id:unknown-9-1-3")
        .contains("# nothing tells for sure where this record comes from\n");
  }

  @Test
  void goesThroughTheTextSentenceBySentenceWithoutCopyingIt() {
    assertThat(draft)
        .contains("# <document/lake/0-54>\n#   3-15 \"1911-05-14\"^^xsd:date\n")
        .contains("20-33 id:ferry-council\n")
        .contains("\"1911-05-20\"^^xsd:date (year from before)")
        .contains("id:mill-bay or id:mill-party (which?)")
        .doesNotContain("three boats", "bought", "glad", "See:");
  }

  @Test
  void describesANewDocument() {
    assertThat(draft).contains("<document/lake>\n  a gilan:Document ;", "\"lake.txt\"");
  }

  @Test
  void isTheSameEveryTimeAndInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("fa-IR", "tr-TR", "en-GB")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(draft()).isEqualTo(draft);
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}

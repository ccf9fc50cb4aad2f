// SPDX-License-Identifier: Apache-2.0
package org.gilan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {
  private static final String TEXT =
      """
      #+ summary: Who sailed?
      #+ description: One row a sailor.
      #+ columns: sailor boat
      #+ rows: 2..9
      #+ tags: boats, first steps
      SELECT ?sailor ?boat WHERE { ?sailor ?on ?boat } ORDER BY ?sailor
      """;

  @TempDir Path home;
  private final List<Finding> findings = new ArrayList<>();

  private Catalogue read(String text) throws IOException {
    Path folder = Files.createDirectories(home.resolve("queries"));
    Files.writeString(folder.resolve("who-sailed.rq"), text);
    return Catalogue.read(home, findings).wellFormed(findings);
  }

  private Question question(String text) throws IOException {
    Question question = read(text).find("who-sailed").orElseThrow();
    assertThat(findings).isEmpty();
    return question;
  }

  @Test
  void readsItsFrontMatter() throws IOException {
    Question question = question(TEXT);
    assertThat(question.summary()).isEqualTo("Who sailed?");
    assertThat(question.columns()).containsExactly("sailor", "boat");
    assertThat(question.tags()).containsExactly("boats", "first steps");
    assertThat(question.fewest()).isEqualTo(2);
    assertThat(question.most()).isEqualTo(9);
    assertThat(question.sparql()).startsWith("SELECT").endsWith("?sailor\n");
    assertThat(question.at(1)).isEqualTo(new Position("queries/who-sailed.rq", 6));
  }

  @Test
  void readsOpenAndExactRowCounts() throws IOException {
    assertThat(question(TEXT.replace("2..9", "3..")).most()).isEqualTo(Integer.MAX_VALUE);
    assertThat(question(TEXT.replace("2..9", "3")).most()).isEqualTo(3);
  }

  @Test
  void isNotThereWithoutAFolder() {
    assertThat(Catalogue.read(home, findings).questions()).isEmpty();
    assertThat(findings).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#+ description: One row a sailor. | # | 2 | begin this line with «#+ description: »",
        "#+ tags: | #+ tags= | 5 | begin this line with «#+ tags: »",
        "#+ summary: Who sailed? | #+ tags: x | 1 | begin this line with «#+ summary: »",
        "2..9 | some | 4 | write rows as 12, 12..40 or 12..",
        "?sailor ?on ?boat | ?sailor ?on | 6 | not SPARQL: ",
        "?sailor ?on ?boat | ?sailor no:where ?boat | 6 | not SPARQL: ",
      })
  void saysWhichLineIsWrong(String right, String wrong, int line, String message)
      throws IOException {
    assertThat(read(TEXT.replace(right, wrong)).questions()).isEmpty();
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).position()).isEqualTo(new Position("queries/who-sailed.rq", line));
    assertThat(findings.get(0).message()).startsWith(message).doesNotContain("\n");
  }
}

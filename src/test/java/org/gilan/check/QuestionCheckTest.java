// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gilan.catalogue.Catalogue;
import org.gilan.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionCheckTest {
  private static final Map<String, String> PREFIXES =
      Map.of("a", "https://a.example/", "b", "https://b.example/");
  private static final String TEXT =
      """
      #+ summary: Who sailed?
      #+ description: One row a sailor.
      #+ columns: sailor boat
      #+ rows: 2..9
      #+ tags: boats
      PREFIX a: <https://a.example/>
      PREFIX b: <https://b.example/>
      SELECT ?sailor ?boat
      WHERE { ?sailor a:on ?boat ; b:said "c:d" . } # e:f
      ORDER BY ?sailor
      """;

  @TempDir Path home;

  private List<String> findings(String text) throws IOException {
    Path folder = Files.createDirectories(home.resolve("queries"));
    Files.writeString(folder.resolve("who-sailed.rq"), text);
    List<Finding> unread = new ArrayList<>();
    Catalogue catalogue = Catalogue.read(home, unread);
    assertThat(unread).isEmpty();
    assertThat(catalogue.questions()).hasSize(1);
    return QuestionCheck.of(catalogue, PREFIXES).stream().map(Finding::toString).toList();
  }

  @Test
  void findsNothingWhereAllIsWell() throws IOException {
    assertThat(findings(TEXT)).isEmpty();
    assertThat(findings(TEXT.replace("b:said", "b:"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "columns: sailor boat | columns: boat sailor | : error: the columns are sailor boat",
        "SELECT ?sailor ?boat | SELECT * | : error: SELECT *; name",
        "ORDER BY ?sailor | LIMIT 9 | : error: no ORDER BY",
        "SELECT ?sailor ?boat | DESCRIBE ?sailor | : error: DESCRIBE answers differently",
        "b:said \"c:d\" | b:said <<( a:x a:y a:z )>> | : error: not SPARQL 1.1",
        "; b:said \"c:d\" | ' ' | :7: error: the prefix b: is not used",
        "https://b.example/ | https://c.example/ | :7: error: the prefix b: is not bound",
      })
  void saysWhereAndWhatIsWrong(String right, String wrong, String message) throws IOException {
    assertThat(findings(TEXT.replace(right, wrong)))
        .singleElement()
        .asString()
        .startsWith("queries/who-sailed.rq" + message);
  }

  @Test
  void letsAMarkedQuestionUseSparql12() throws IOException {
    String marked = TEXT.replace("tags: boats", "tags: boats, sparql 1.2");
    assertThat(findings(marked.replace("\"c:d\"", "<<( a:x a:y a:z )>>"))).isEmpty();
  }

  @Test
  void wantsPrefixesInOrder() throws IOException {
    String first = "PREFIX a: <https://a.example/>\n";
    String second = "PREFIX b: <https://b.example/>\n";
    assertThat(findings(TEXT.replace(first + second, second + first)))
        .singleElement()
        .asString()
        .startsWith("queries/who-sailed.rq:7: error: the prefix a: comes after b:");
  }
}

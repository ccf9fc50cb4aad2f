// SPDX-License-Identifier: Apache-2.0
package org.gilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gilan.catalogue.Question;
import org.gilan.check.TheGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tables of questions in the documentation are made from the catalogue: they stand between
 * {@code <!-- questions -->} and {@code <!-- end of questions -->}. To write them anew:
 *
 * <pre>mvn test -Dtest=QuestionTablesTest -Dgilan.write=true</pre>
 */
class QuestionTablesTest {
  private static final String BEGIN = "<!-- questions -->\n";
  private static final String END = "<!-- end of questions -->\n";
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+\\.rq)\\)");
  private static final Path README = Path.of("README.md");
  private static final Path ALL = Path.of("docs/questions.md");

  private static Map<String, List<Question>> topics() {
    return TheGraph.assembly().sources().catalogue().questions().stream()
        .collect(
            Collectors.groupingBy(
                question -> question.tags().get(0), TreeMap::new, Collectors.toList()));
  }

  /** {@return a row for each topic, with its easiest question} */
  private static String byTopic() {
    StringBuilder table =
        new StringBuilder("| topic | questions | for instance |\n|---|---|---|\n");
    topics()
        .forEach(
            (topic, questions) ->
                table.append(
                    "| %s | %d | %s |\n"
                        .formatted(topic, questions.size(), link(easiest(questions), ""))));
    return table.toString();
  }

  private static Question easiest(List<Question> questions) {
    return questions.stream()
        .filter(question -> question.tags().contains("first steps"))
        .findFirst()
        .orElse(questions.get(0));
  }

  /** {@return a row for each question} */
  private static String all() {
    StringBuilder table = new StringBuilder("| topic | question |\n|---|---|\n");
    topics()
        .forEach(
            (topic, questions) ->
                questions.forEach(
                    question ->
                        table.append("| %s | %s |\n".formatted(topic, link(question, "../")))));
    return table.toString();
  }

  /** {@return a link that works in the repository, wherever it is shown} */
  private static String link(Question question, String home) {
    return "[%s](%squeries/%s.rq)".formatted(question.summary(), home, question.name());
  }

  @Test
  void areUpToDate() throws IOException {
    assertThat(topics()).hasSizeGreaterThan(10);
    check(README, byTopic());
    check(ALL, all());
  }

  private static void check(Path page, String table) throws IOException {
    String text = Files.readString(page);
    String made = with(text, table);
    if (Boolean.getBoolean("gilan.write")) {
      Files.writeString(page, made);
    } else {
      assertThat(text)
          .as(
              page
                  + " is not up to date; run mvn test -Dtest=QuestionTablesTest -Dgilan.write=true")
          .isEqualTo(made);
    }
  }

  private static String with(String page, String table) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    assertThat(begin).as("the page has a place for its table").isBetween(0, end);
    return page.substring(0, begin + BEGIN.length()) + table + page.substring(end);
  }

  @Test
  void seesAChangeOfATable() {
    String page = "a\n" + BEGIN + "old\n" + END + "z\n";
    assertThat(with(page, "new\n")).isEqualTo("a\n" + BEGIN + "new\n" + END + "z\n");
    assertThat(with(page, "old\n")).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/questions.md"})
  void leadToFilesThatAreThere(String page) throws IOException {
    Matcher links = LINK.matcher(Files.readString(Path.of(page)));
    int seen = 0;
    while (links.find()) {
      Path file = Path.of(page).resolveSibling(links.group(1)).normalize();
      assertThat(file).as(page).exists();
      seen++;
    }
    assertThat(seen).as(page).isGreaterThan(10);
    assertThat(Files.readString(Path.of(page)))
        .doesNotContain("](http://127.", "](http://localhost");
  }
}

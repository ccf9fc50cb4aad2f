// SPDX-License-Identifier: Apache-2.0
package org.gilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gilan.Launcher.Run;
import org.gilan.check.TheGraph;
import org.gilan.format.ResultFormat;
import org.gilan.query.Answer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The examples in the documentation are true: every {@code ./gilan} line in a {@code sh} block ends
 * well, every {@code sparql} block has an answer, every local link leads to a file. A block that is
 * not run says why in a comment before it: {@code <!-- not run: why -->}. Output shown in a {@code
 * text} block after a command is what the command prints; a table after a query is its answer, our
 * IRIs cut short at the front.
 */
class DocsIT {
  /** Those that the tests run: here, or in {@code client/ClientsDocIT} and {@code YasguiIT}. */
  private static final List<String> LANGUAGES =
      List.of(
          "", "html", "java", "javascript", "php", "python", "r", "sh", "sparql", "text", "turtle");

  private static final Path GILAN = Path.of("gilan").toAbsolutePath();
  private static final Pattern BLOCK =
      Pattern.compile(
          "(<!-- not run: [^>]+ -->\\s*)?^ *```(\\w*)\\n(.*?)^ *```$(?:\\s*^```text\\n(.*?)^```$)?",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern ANSWERED =
      Pattern.compile("```sparql\\n([^`]*)```\\n\\n((?:\\|[^\\n]*\\|\\n)+)", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");

  /** A block of a page: its language, its text, and the output shown after it, if any. */
  private record Block(Path page, boolean run, String language, String text, String output) {}

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      docs.filter(f -> f.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    assertThat(pages).hasSizeGreaterThanOrEqualTo(5);
    return pages;
  }

  private static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (Path page : pages()) {
      Matcher m = BLOCK.matcher(Files.readString(page));
      while (m.find()) {
        blocks.add(new Block(page, m.group(1) == null, m.group(2), m.group(3), m.group(4)));
      }
    }
    return blocks;
  }

  @TestFactory
  Stream<DynamicTest> runsEveryCommand() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Block block : blocks()) {
      if (block.run() && block.language().equals("sh")) {
        for (String line : block.text().lines().map(String::strip).toList()) {
          assertThat(line).as("a line of a sh block in " + block.page()).startsWith("./gilan ");
          tests.add(DynamicTest.dynamicTest(block.page() + ": " + line, () -> run(line, block)));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(4);
    return tests.stream();
  }

  private static void run(String line, Block block) {
    List<String> words = new ArrayList<>();
    Matcher m = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(line.replaceAll("\\s+#.*", ""));
    while (m.find()) {
      words.add(m.group(1) != null ? m.group(1) : m.group(2));
    }
    words.remove(0);
    Run run = Launcher.run(GILAN, words, Map.of());
    assertThat(run.exit()).as(run.err()).isZero();
    if (block.output() != null) {
      assertThat(run.out()).isEqualToNormalizingNewlines(block.output());
    }
  }

  @TestFactory
  Stream<DynamicTest> answersEveryQuery() throws IOException {
    List<Block> queries =
        blocks().stream().filter(b -> b.run() && b.language().equals("sparql")).toList();
    assertThat(queries).isNotEmpty();
    return queries.stream()
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.page() + ": " + block.text().lines().findFirst().orElseThrow(),
                    () -> {
                      ByteArrayOutputStream out = new ByteArrayOutputStream();
                      new Answer(TheGraph.assembly().graph())
                          .write(block.text(), ResultFormat.CSV, out);
                      assertThat(out.toString(StandardCharsets.UTF_8))
                          .satisfies(csv -> assertThat(csv.lines().count()).isGreaterThan(1));
                    }));
  }

  @Test
  void showsAnswersAsTheyAre() throws IOException {
    int answers = 0;
    for (Path page : pages()) {
      Matcher m = ANSWERED.matcher(Files.readString(page));
      while (m.find()) {
        assertThat(cells(m.group(2))).as("the answer in " + page).isEqualTo(answer(m.group(1)));
        answers++;
      }
    }
    assertThat(answers).isPositive();
  }

  /** {@return the cells of a table, row by row, the names of the columns first} */
  private static List<List<String>> cells(String table) {
    return table
        .lines()
        .filter(line -> !line.startsWith("|-"))
        .map(line -> Stream.of(line.split("\\|")).skip(1).map(DocsIT::plain).toList())
        .toList();
  }

  private static String plain(String cell) {
    return cell.strip().replace("`", "");
  }

  /** {@return the answer to a query in the same form; IRIs of ours without what they all share} */
  private static List<List<String>> answer(String sparql) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Answer(TheGraph.assembly().graph()).write(sparql, ResultFormat.TSV, out);
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> Stream.of(line.split("\t")).map(DocsIT::shown).toList())
        .toList();
  }

  private static String shown(String value) {
    return value
        .replaceFirst("^\\?", "")
        .replaceFirst("^\"(.*?)\".*$", "$1")
        .replaceFirst("^<https://w3id.org/gilan/(?:ontology#|id/)?(.*)>$", "$1");
  }

  @Test
  void knowsWhyABlockIsNotRun() throws IOException {
    for (Block block : blocks()) {
      assertThat(block.language()).as("language of a block in " + block.page()).isIn(LANGUAGES);
    }
  }

  @Test
  void leadsLinksToFiles() throws IOException {
    int links = 0;
    for (Path page : pages()) {
      Matcher m = LINK.matcher(Files.readString(page));
      while (m.find()) {
        if (!m.group(1).contains("://")) {
          Path target = page.toAbsolutePath().resolveSibling(m.group(1)).normalize();
          assertThat(target).as("link in " + page).exists();
          links++;
        }
      }
    }
    assertThat(links).isGreaterThan(10);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.gilan.catalogue.Question;
import org.gilan.check.TheGraph;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A question with an exact number of rows is held to the rows, in {@code answers/NAME.tsv}. A
 * question that may return nothing here returns something there: on the data of {@code
 * answers/NAME.trig}. To write the rows anew, and then to read what changed:
 *
 * <pre>mvn test -Dtest=ExactAnswersTest -Dgilan.write=true</pre>
 */
class ExactAnswersTest {
  private static final Path ANSWERS = Path.of("src/test/resources/answers");
  private static final int EXACT_AT_LEAST = 40;

  /** Counts the whole graph, so that every new fact changes its rows. */
  private static final String SIZE = "size-of-the-graph";

  private static List<Question> questions(Predicate<Question> which) {
    return TheGraph.assembly().sources().catalogue().questions().stream().filter(which).toList();
  }

  private static boolean isExact(Question question) {
    return question.fewest() == question.most()
        && !question.tags().contains("federation")
        && !question.name().equals(SIZE);
  }

  private static boolean mayBeEmpty(Question question) {
    return question.fewest() == 0;
  }

  private static Path rows(Question question) {
    return ANSWERS.resolve(question.name() + ".tsv");
  }

  private static Path data(Question question) {
    return ANSWERS.resolve(question.name() + ".trig");
  }

  @TestFactory
  Stream<DynamicTest> areTheRowsThatSomebodyRead() {
    List<Question> exact = questions(ExactAnswersTest::isExact);
    assertThat(exact).hasSizeGreaterThan(EXACT_AT_LEAST);
    DatasetGraph dataset = TheGraph.assembly().graph().dataset();
    return exact.stream().map(q -> test(q, dataset));
  }

  @TestFactory
  Stream<DynamicTest> areNotEmptyWhereTheyNeedNotBe() {
    List<Question> emptyPerhaps = questions(ExactAnswersTest::mayBeEmpty);
    assertThat(emptyPerhaps).as("questions with rows: 0..").isNotEmpty();
    return emptyPerhaps.stream().map(q -> test(q, RDFDataMgr.loadDatasetGraph(data(q).toString())));
  }

  private static DynamicTest test(Question question, DatasetGraph dataset) {
    return DynamicTest.dynamicTest(
        question.name(),
        () -> {
          String answer = answer(question, dataset);
          assertThat(answer.lines()).as("header and rows").hasSizeGreaterThan(1);
          if (Boolean.getBoolean("gilan.write")) {
            Files.writeString(rows(question), answer);
          }
          assertThat(rows(question)).as("write it with -Dgilan.write=true, and read it").exists();
          assertThat(answer.lines()).containsExactlyElementsOf(Files.readAllLines(rows(question)));
        });
  }

  /** {@return the columns, then the rows, as N-Triples terms between tabs} */
  private static String answer(Question question, DatasetGraph dataset) {
    Query query = question.query();
    List<String> lines = new ArrayList<>();
    try (QueryExec exec = QueryExec.dataset(dataset).query(query).build()) {
      if (query.isConstructType()) {
        exec.construct().stream()
            .map(t -> line(List.of(t.getSubject(), t.getPredicate(), t.getObject())))
            .sorted()
            .forEach(lines::add);
        lines.add(0, "subject\tpredicate\tobject");
      } else {
        List<String> columns = question.columns();
        lines.add(String.join("\t", columns));
        exec.select()
            .forEachRemaining(
                row -> {
                  List<Node> cells = new ArrayList<>();
                  columns.forEach(column -> cells.add(row.get(column)));
                  lines.add(line(cells));
                });
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String line(List<Node> cells) {
    return cells.stream()
        .map(cell -> cell == null ? "" : NodeFmtLib.strNT(cell))
        .collect(Collectors.joining("\t"));
  }

  @Test
  void leaveNoFileBehind() throws IOException {
    Set<String> expected = new TreeSet<>();
    questions(q -> isExact(q) || mayBeEmpty(q)).forEach(q -> expected.add(name(rows(q))));
    questions(ExactAnswersTest::mayBeEmpty).forEach(q -> expected.add(name(data(q))));
    try (Stream<Path> files = Files.list(ANSWERS)) {
      assertThat(files.map(ExactAnswersTest::name)).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}

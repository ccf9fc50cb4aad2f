// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.gilan.finding.Finding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every rule holds for its valid cases and finds exactly what its invalid cases name. A case is a
 * file {@code cases/<rule>/{valid,invalid}/<name>.ttl}; an invalid one says in comments {@code #
 * expects: <line> <rule> <message>} what is to be found in it.
 */
class CasesTest {
  private static final String EXPECTS = "# expects: ";
  private static final int AT_LEAST = 280;

  @TempDir static Path folder;

  private static List<Path> cases() throws IOException {
    try (Stream<Path> walk = Files.walk(Fixture.CASES)) {
      return walk.filter(f -> f.toString().endsWith(".ttl") && f.getNameCount() > 5)
          .sorted()
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> findsWhatTheCaseNames() throws IOException {
    Fixture fixture = Fixture.in(folder);
    List<Path> cases = cases();
    assertThat(cases).hasSizeGreaterThan(AT_LEAST);
    return cases.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    Fixture.CASES.relativize(file).toString(), () -> check(fixture, file)));
  }

  private static void check(Fixture fixture, Path file) throws IOException {
    String text = Files.readString(file);
    List<String> expected =
        text.lines()
            .filter(l -> l.startsWith(EXPECTS))
            .map(l -> l.substring(EXPECTS.length()))
            .toList();
    boolean invalid = file.getParent().endsWith("invalid");
    assertThat(expected.isEmpty()).as("only an invalid case expects findings").isEqualTo(!invalid);
    List<String> found = fixture.findings(text).stream().map(CasesTest::told).toList();
    assertThat(found).containsExactlyElementsOf(expected);
  }

  private static String told(Finding finding) {
    return finding.position().line() + " " + finding.rule() + " " + finding.message();
  }

  @Test
  void coversEveryShapeAndEveryConstraint() throws IOException {
    Graph shapes = RDFDataMgr.loadGraph("ontology/shapes.ttl");
    Set<String> missing = new TreeSet<>();
    StringBuilder expectations = new StringBuilder();
    for (Path file : cases()) {
      expectations.append(Files.readString(file));
    }
    String all = expectations.toString();
    List<Node> named =
        shapes.stream(null, RDF.type.asNode(), SHACL.NodeShape).map(t -> t.getSubject()).toList();
    assertThat(named).hasSizeGreaterThan(40);
    for (Node shape : named) {
      if (!Files.isDirectory(Fixture.CASES.resolve(shape.getLocalName()).resolve("invalid"))) {
        missing.add(shape.getLocalName());
      }
    }
    Set<String> messages =
        shapes.stream(null, SHACL.message, null)
            .map(t -> t.getObject().getLiteralLexicalForm())
            .collect(Collectors.toSet());
    assertThat(messages).hasSizeGreaterThan(50);
    messages.stream().filter(m -> !all.contains(m)).forEach(missing::add);
    assertThat(missing).as("shapes and messages without an invalid case").isEmpty();
  }
}

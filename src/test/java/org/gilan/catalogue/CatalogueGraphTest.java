// SPDX-License-Identifier: Apache-2.0
package org.gilan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.gilan.check.TheGraph;
import org.junit.jupiter.api.Test;

/** The catalogue is in the graph, where clients of its kind look for it. */
class CatalogueGraphTest {
  /** As the editors of the SIB family fetch examples from an endpoint. */
  private static final String EXAMPLES =
      """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX schema: <https://schema.org/>
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      SELECT DISTINCT ?example ?comment ?query ?target
      WHERE {
        ?example a sh:SPARQLExecutable ;
          rdfs:comment ?comment ;
          schema:target ?target ;
          schema:keywords ?any ;
          sh:select|sh:ask|sh:construct|sh:describe ?query .
      }
      ORDER BY ?example
      """;

  /** As they fetch the prefixes. */
  private static final String PREFIXES =
      """
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      SELECT ?prefix ?namespace
      WHERE { ?any sh:declare [ sh:prefix ?prefix ; sh:namespace ?namespace ] }
      """;

  private static final Graph GRAPH = TheGraph.assembly().graph().dataset().getDefaultGraph();

  @Test
  void holdsEveryFileAsAnExecutable() throws IOException {
    Set<String> files = new HashSet<>();
    try (Stream<Path> folder = Files.list(Path.of("queries"))) {
      for (Path file : folder.filter(f -> f.toString().endsWith(".rq")).toList()) {
        String text = Files.readString(file);
        files.add(text.substring(text.indexOf("\n", text.indexOf("#+ tags")) + 1));
      }
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(50);
    Set<String> found = new HashSet<>();
    try (QueryExec exec = QueryExec.graph(GRAPH).query(EXAMPLES).build()) {
      RowSet rows = exec.select();
      while (rows.hasNext()) {
        Node query = rows.next().get("query");
        QueryFactory.create(query.getLiteralLexicalForm());
        found.add(query.getLiteralLexicalForm());
      }
    }
    assertThat(found).isEqualTo(files);
  }

  @Test
  void declaresThePrefixes() {
    try (QueryExec exec = QueryExec.graph(GRAPH).query(PREFIXES).build()) {
      List<String> prefixes =
          exec.select().stream().map(row -> row.get("prefix").getLiteralLexicalForm()).toList();
      assertThat(prefixes)
          .containsExactlyInAnyOrderElementsOf(TheGraph.assembly().sources().prefixes().keySet());
    }
  }

  @Test
  void readsBackWhatItWrote() {
    List<Executable> executables = Executable.in(GRAPH);
    List<Question> questions = TheGraph.assembly().sources().catalogue().questions();
    assertThat(executables).hasSameSizeAs(questions);
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      Executable executable = executables.get(i);
      assertThat(executable.name()).isEqualTo(question.name());
      assertThat(executable.title()).isEqualTo(question.summary());
      assertThat(executable.sparql()).isEqualTo(question.sparql());
      assertThat(executable.topic()).isEqualTo(question.tags().get(0));
      assertThat(executable.keywords()).containsExactlyInAnyOrderElementsOf(question.tags());
      assertThat(executable.hasRows()).isEqualTo(question.query().isSelectType());
      assertThat(executable.endpoints().isEmpty())
          .as(question.name())
          .isNotEqualTo(question.sparql().contains("SERVICE"));
    }
  }
}

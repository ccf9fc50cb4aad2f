// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.gilan.catalogue.Question;
import org.gilan.check.TheGraph;
import org.gilan.client.Oxigraph;
import org.gilan.graph.KnowledgeGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whoever takes the graph home asks it with an engine of another make: Oxigraph, given the same
 * quads, answers every question of the catalogue with the same rows in the same order.
 */
class OtherEngineIT {
  private static final Path QUADS = Path.of("target/other-engine.nq");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final KnowledgeGraph GRAPH = TheGraph.assembly().graph();

  private static Oxigraph other;

  @BeforeAll
  static void load() throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(QUADS))) {
      RDFDataMgr.write(out, GRAPH.dataset(), Lang.NQUADS);
    }
    other = Oxigraph.serving(QUADS.toAbsolutePath().toString());
  }

  @AfterAll
  static void stop() {
    if (other != null) {
      other.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> answersAlike() {
    return TheGraph.questions().stream()
        .map(q -> DynamicTest.dynamicTest(q.name(), () -> compare(q)));
  }

  private static void compare(Question question) throws IOException, InterruptedException {
    try (QueryExec exec = QueryExec.dataset(GRAPH.dataset()).query(question.query()).build();
        InputStream theirs = ask(question)) {
      if (question.query().isConstructType()) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(theirs).lang(Lang.NTRIPLES).parse(graph);
        assertThat(graph.isIsomorphicWith(exec.construct())).isTrue();
      } else {
        assertThat(Rows.of(Rows.read(theirs), OtherEngineIT::value))
            .isEqualTo(Rows.of(exec.select(), OtherEngineIT::value));
      }
    }
  }

  private static InputStream ask(Question question) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(other.sparql()))
            .header("Content-Type", "application/sparql-query")
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(question.sparql()))
            .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  /** Oxigraph writes numbers in their canonical form and widens their types. */
  private static String value(Node node) {
    return node.isLiteral() && node.getLiteralValue() instanceof Number
        ? new BigDecimal(node.getLiteralLexicalForm()).stripTrailingZeros().toPlainString()
        : node.toString();
  }
}

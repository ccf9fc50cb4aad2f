// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.gilan.catalogue.Question;
import org.gilan.check.TheGraph;
import org.gilan.federation.Federation;
import org.gilan.federation.LinkedItems;
import org.gilan.federation.StandIn;
import org.gilan.format.ResultFormat;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.page.Site;
import org.gilan.server.CannotListenException;
import org.gilan.server.GilanServer;
import org.gilan.server.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every question of the catalogue is answered as its front matter says, here and over HTTP. */
class QueriesTest {
  private static final int AT_LEAST = 50;
  private static StandIn standIn;
  private static Federation federation;
  private static GilanServer server;

  /** Wikidata's place is taken by another engine that holds made-up statements in its shape. */
  @BeforeAll
  static void serve() throws CannotListenException, IOException, InterruptedException {
    standIn = StandIn.holding(LinkedItems.written());
    federation = standIn.federation();
    Site site = new Site(TheGraph.assembly().graph(), TheGraph.documents());
    server = GilanServer.start(site, Settings.at("127.0.0.1", 0), standIn.federation());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
      federation.close();
      standIn.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> answersAsItsFrontMatterSays() {
    List<Question> questions = TheGraph.assembly().sources().catalogue().questions();
    assertThat(questions).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    return questions.stream().map(q -> DynamicTest.dynamicTest(q.name(), () -> check(q)));
  }

  private static void check(Question question) throws IOException, InterruptedException {
    Query query = question.query();
    KnowledgeGraph graph = TheGraph.assembly().graph();
    if (query.isConstructType()) {
      try (QueryExec exec = QueryExec.dataset(graph.dataset()).query(query).build()) {
        Graph here = exec.construct();
        Graph there = GraphFactory.createDefaultGraph();
        RDFParser.source(overHttp(question, "text/turtle")).lang(Lang.TURTLE).parse(there);
        assertThat(here.size()).isBetween(question.fewest(), question.most());
        assertThat(there.isIsomorphicWith(here)).isTrue();
      }
      return;
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    List<String> warnings = new ArrayList<>();
    new Answer(graph, federation, warnings::add)
        .write(question.sparql(), ResultFormat.JSON, answer);
    List<Map<String, String>> here = rows(new ByteArrayInputStream(answer.toByteArray()));
    assertThat(warnings).isEmpty();
    assertThat(here.size()).isBetween(question.fewest(), question.most());
    assertThat(rows(overHttp(question, "application/sparql-results+json"))).isEqualTo(here);
  }

  private static InputStream overHttp(Question question, String form)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + "gilan/sparql"))
            .header("Content-Type", "application/sparql-query")
            .header("Accept", form)
            .POST(BodyPublishers.ofString(question.sparql()))
            .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("X-Gilan-Warning")).isEmpty();
    return response.body();
  }

  private static List<Map<String, String>> rows(InputStream json) {
    return Rows.of(Rows.read(json), Node::toString);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import org.gilan.page.Fixture;
import org.gilan.page.ViewFixture;
import org.jgrapht.graph.DefaultDirectedWeightedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.nio.graphml.SimpleGraphMLImporter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses of answers, and the files of the views. */
class AnswerRouteTest {
  private static Served served;

  @BeforeAll
  static void start() {
    served = Served.site(ViewFixture.site());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource({
    "csv, text/csv",
    "tsv, text/tab-separated-values",
    "json, application/sparql-results+json",
    "xml, application/sparql-results+xml",
  })
  void givesAnAnswerInEachFormat(String extension, String type) {
    HttpResponse<String> answer = served.get("/query/who-wrote." + extension);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Served.header(answer, "Content-Type")).startsWith(type);
    assertThat(answer.body()).contains("https://w3id.org/gilan/id/clara");
  }

  @Test
  void givesAnAnswerAsANetworkThatALibraryReadsBack() {
    HttpResponse<String> answer = served.get("/query/who-wrote.graphml");
    assertThat(answer.statusCode()).isEqualTo(200);
    DefaultDirectedWeightedGraph<String, DefaultWeightedEdge> network =
        new DefaultDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    network.setVertexSupplier(() -> "vertex " + network.vertexSet().size());
    SimpleGraphMLImporter<String, DefaultWeightedEdge> importer = new SimpleGraphMLImporter<>();
    importer.setEdgeWeightAttributeName("weight");
    importer.importGraph(network, new StringReader(answer.body()));
    assertThat(network.vertexSet()).hasSize(3);
    assertThat(network.edgeSet()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "ttl, text/turtle",
    "nt, application/n-triples",
    "jsonld, application/ld+json",
    "rdf, application/rdf+xml",
  })
  void givesAnAnswerThatIsAGraphInEachFormat(String extension, String type) {
    try (Served council = Served.site(Fixture.site())) {
      HttpResponse<String> answer =
          council.get("/query/the-council/answer." + extension, "Accept", "text/html");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(Served.header(answer, "Content-Type")).startsWith(type);
      assertThat(answer.body()).contains("ferry-council");
      assertThat(council.get("/query/leaders/answer." + extension).statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/query/none.csv", "/query/none.graphml", "/query/names.graphml"})
  void hasNothingWhereThereIsNoSuchAnswer(String path) {
    assertThat(served.get(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/letters.csv, text/csv",
    "/letters.graphml, application/graphml+xml",
    "/timeline, text/html",
    "/map, text/html",
    "/letters, text/html",
    "/archives, text/html",
    "/assets/d3.min.js, text/javascript",
  })
  void servesTheViewsAndTheirFiles(String path, String type) {
    HttpResponse<String> answer = served.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Served.header(answer, "Content-Type")).startsWith(type);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.apache.jena.sparql.core.DatasetGraph;
import org.gilan.document.Documents;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.page.Fixture;
import org.gilan.page.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyTest {
  private static final String TURTLE = "<x:s> <x:p> <x:o> .";
  private static final String UPDATE = "INSERT DATA { <x:s> <x:p> <x:o> }";

  private final DatasetGraph dataset = Fixture.dataset();
  private final long size = dataset.stream().count();
  private Served served;

  @BeforeEach
  void start() {
    served = Served.site(new Site(new KnowledgeGraph(dataset, "x"), Documents.none()));
  }

  @AfterEach
  void nothingHasChanged() {
    served.close();
    assertThat(dataset.stream().count()).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/gilan",
        "/gilan/",
        "/gilan/sparql",
        "/gilan/query",
        "/gilan/update",
        "/ui/gilan/update"
      })
  void refusesUpdates(String path) {
    String form = "update=" + Served.encode(UPDATE);
    saysNo(served.post(path, "application/sparql-update", UPDATE));
    saysNo(served.post(path, "application/x-www-form-urlencoded", form));
    saysNo(served.post(path + "?" + form, "application/sparql-query", ""));
    saysNo(served.get(path + "?" + form));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/gilan/update",
        "/gilan/upload",
        "/gilan/patch",
        "/gilan",
        "/gilan?default",
        "/gilan/query?graph=x:g"
      })
  void saysThatThereIsNoWriting(String path) {
    saysNo(served.post(path, "text/turtle", TURTLE));
  }

  private static void saysNo(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).startsWith("Gilan is read only");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /gilan/data?default",
    "PUT, /gilan/data?graph=x:g",
    "POST, /gilan/data?default",
    "DELETE, /gilan/data?default",
    "PATCH, /gilan/data?default",
    "PUT, /gilan/get?default",
    "PUT, /gilan?default",
    "POST, /gilan?default",
    "DELETE, /gilan?graph=https://w3id.org/gilan/graph/facts",
    "POST, /gilan/upload",
    "PUT, /id/anna-lodge",
    "POST, /id/anna-lodge",
    "DELETE, /id/anna-lodge",
    "PUT, /void",
    "POST, /ui/",
  })
  void refusesToWrite(String method, String path) {
    refused(
        served.send(method, path, BodyPublishers.ofString(TURTLE), "Content-Type", "text/turtle"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /$/datasets",
    "POST, /$/datasets",
    "DELETE, /$/datasets/gilan",
    "POST, /$/backup/gilan",
    "POST, /$/compact/gilan",
    "POST, /$/sleep",
    "POST, /$/validate/query",
    "GET, /$/logs",
    "GET, /$/metrics",
    "GET, /$/tasks",
    "GET, /$/status",
    "GET, /ui/$/datasets",
    "GET, /shutdown",
  })
  void hasNothingToAdminister(String method, String path) {
    HttpResponse<String> response =
        served.send(method, path, BodyPublishers.ofString(method.equals("GET") ? "" : "x=y"));
    assertThat(response.statusCode()).isIn(404, 405);
  }

  private static void refused(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isIn(400, 403, 404, 405, 415);
    assertThat(response.body()).isNotBlank();
  }
}

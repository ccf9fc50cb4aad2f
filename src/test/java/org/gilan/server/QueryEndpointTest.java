// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.gilan.page.Fixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryEndpointTest {
  private static final String LEADER =
      "SELECT ?who WHERE { ?group <https://w3id.org/gilan/ontology#ledBy> ?who }";
  private static final String ANNA = "https://w3id.org/gilan/id/anna-lodge";

  /** Takes far longer than any test may. */
  private static final String ENDLESS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }";

  private static final String COUNT = "SELECT (COUNT(*) AS ?count) WHERE " + ENDLESS;

  private static Served served;
  private static Served hasty;

  @BeforeAll
  static void start() {
    served = Served.site(Fixture.site());
    hasty = Served.site(Fixture.site(), within(Duration.ofMillis(300), Duration.ofSeconds(1)));
  }

  @AfterAll
  static void stop() {
    served.close();
    hasty.close();
  }

  private static Settings within(Duration firstResult, Duration wholeResult) {
    return new Settings("127.0.0.1", 0, firstResult, wholeResult, 1 << 20);
  }

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json, application/sparql-results+json, \"value\"",
    "application/sparql-results+xml, application/sparql-results+xml, <uri>",
    "text/csv, text/csv, who",
    "text/tab-separated-values, text/tab-separated-values, ?who",
  })
  void answersInTheFormAskedFor(String accept, String type, String mark) {
    HttpResponse<String> response = served.get(Served.query(LEADER), "Accept", accept);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Served.header(response, "Content-Type")).startsWith(type);
    assertThat(response.body()).contains(mark).contains(ANNA);
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle",
    "application/n-triples",
    "application/ld+json",
    "application/rdf+xml",
  })
  void constructsInTheFormAskedFor(String accept) {
    String construct = "CONSTRUCT WHERE { ?s <https://w3id.org/gilan/ontology#ledBy> ?o }";
    HttpResponse<String> response = served.get(Served.query(construct), "Accept", accept);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Served.header(response, "Content-Type")).startsWith(accept);
    assertThat(response.body()).contains("anna-lodge");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/gilan/sparql", "/gilan/query", "/gilan", "/ui/gilan/sparql"})
  void answersAtEveryAddressOfTheEndpoint(String path) {
    HttpResponse<String> response = served.get(path + "?query=" + Served.encode(LEADER));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains(ANNA);
  }

  @Test
  void doesNotTellWhichSoftwareAnswers() {
    assertThat(served.get("/gilan/sparql?query=ASK%7B%7D").headers().firstValue("Server"))
        .isEmpty();
    assertThat(served.get("/").headers().firstValue("Server")).isEmpty();
  }

  @Test
  void takesTheQueryAsAForm() {
    HttpResponse<String> response =
        served.post(
            "/gilan/sparql", "application/x-www-form-urlencoded", "query=" + Served.encode(LEADER));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains(ANNA);
  }

  @Test
  void takesTheQueryAsABody() {
    HttpResponse<String> response =
        served.post("/gilan/sparql", "application/sparql-query", LEADER);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains(ANNA);
  }

  @Test
  void answersHeadLikeGetWithoutTheBody() {
    HttpResponse<String> response =
        served.send("HEAD", Served.query(LEADER), BodyPublishers.noBody(), "Accept", "text/csv");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Served.header(response, "Content-Type")).startsWith("text/csv");
    assertThat(response.body()).isEmpty();
  }

  @Test
  void understandsReifiersInTheirGraph() {
    String reifiers =
        """
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?s WHERE { GRAPH <https://w3id.org/gilan/graph/reifiers> {
          ?claim rdf:reifies <<( ?s ?p ?o )>> } }\
        """;
    assertThat(served.get(Served.query(reifiers), "Accept", "text/csv").body())
        .contains("https://w3id.org/gilan/id/ferry-council");
  }

  @Test
  void saysWhereAQueryIsWrong() {
    HttpResponse<String> response = served.get(Served.query("SELECT ?x WHERE { ?x قایق ?y }"));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("line 1, column");
  }

  @Test
  void quotesWhatIsWrongInAnyScript() {
    HttpResponse<String> response = served.get(Served.query("SELECT * { ?s ایران:x ?o }"));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("ایران:x");
    assertThat(served.post("/gilan/shacl", "text/turtle", "ایران:x a ایران:y .").body())
        .contains("ایران");
    assertThat(served.get("/gilan/data?graph=" + Served.encode("x:ایران")).statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void knowsNoOtherMethod(String method) {
    assertThat(served.send(method, "/gilan/sparql", BodyPublishers.ofString("x")).statusCode())
        .isEqualTo(405);
  }

  @Test
  void readsNoOtherKindOfBody() {
    assertThat(served.post("/gilan/sparql", "application/json", "{}").statusCode()).isEqualTo(415);
  }

  /** A form is UTF-8 whatever it says; what says otherwise is not guessed at. */
  @ParameterizedTest
  @CsvSource({"utf-8, 200", "\"UTF-8\", 200", "utf-16, 415", "iso-8859-1, 415"})
  void readsFormsAsUtf8(String charset, int status) {
    String form = "application/x-www-form-urlencoded; charset=" + charset;
    assertThat(served.post("/gilan/sparql", form, "query=ASK%7B%7D").statusCode())
        .isEqualTo(status);
  }

  @Test
  void turnsSlowQueriesDown() {
    HttpResponse<String> response = hasty.get(Served.query(COUNT), "Accept", "text/csv");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).contains("timed out");
  }

  @Test
  void letsAClientAskForLessTime() {
    long start = System.nanoTime();
    assertThat(served.get(Served.query(COUNT) + "&timeout=0.5").statusCode()).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    assertThat(served.get(Served.query(COUNT) + "&timeout=soon").statusCode()).isEqualTo(400);
  }

  @Test
  void letsNoClientAskForMoreTime() {
    assertThat(hasty.get(Served.query(COUNT) + "&timeout=600").statusCode()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "application/sparql-results+json", "text/plain"})
  void refusesAnAnswerThatRunsOutOfTimeBeforeAnyOfItIsSent(String accept) {
    String fewThenSlow =
        "SELECT ?x WHERE { { VALUES ?x { 1 2 } } UNION { "
            + ENDLESS
            + " FILTER(CONCAT(STR(?a), STR(?o)) = 'never') } }";
    HttpResponse<String> response = hasty.get(Served.query(fewThenSlow), "Accept", accept);
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).startsWith("Query timed out\n");
    assertThat(Served.header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "text/tab-separated-values"})
  void breaksOffAnAnswerThatRunsOutOfTimeWhileItIsSent(String accept) {
    String wide = "SELECT ?a ?d ('" + "x".repeat(60_000) + "' AS ?wide) WHERE " + ENDLESS;
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> hasty.get(Served.query(wide), "Accept", accept));
  }

  @Test
  void letsNotebooksOfOtherSitesAsk() {
    HttpResponse<String> preflight =
        served.send(
            "OPTIONS",
            "/gilan/sparql",
            BodyPublishers.noBody(),
            "Origin",
            "https://notebook.example",
            "Access-Control-Request-Method",
            "POST",
            "Access-Control-Request-Headers",
            "content-type");
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(Served.header(preflight, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(Served.header(preflight, "Access-Control-Allow-Methods")).contains("POST");
    assertThat(Served.header(preflight, "Access-Control-Allow-Headers"))
        .contains("Authorization", "Content-Type", "*");
    HttpResponse<String> asked =
        served.get(Served.query(LEADER), "Origin", "https://notebook.example");
    assertThat(Served.header(asked, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(Served.header(asked, "Access-Control-Allow-Credentials")).isEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SPARQL 1.1 Protocol, section 2, as a client sees it that goes by the text of the standard. */
class ProtocolIT {
  private static final String COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }";
  private static final String QUERY_TYPE = "application/sparql-query";
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private static Endpoint endpoint;

  @BeforeAll
  static void start() {
    endpoint = Endpoint.start();
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  private static HttpResponse<String> send(
      String method, String parameters, String type, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(endpoint.sparql() + parameters))
            .method(method, BodyPublishers.ofString(body))
            .header("Accept", "text/csv");
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  /** {@return the number that a query for a count gives} */
  private static int count(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Integer.parseInt(response.body().split("\\s+")[1]);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void takesTheDefaultGraphByEveryMethod() throws Exception {
    String facts = "default-graph-uri=" + encode(Endpoint.GRAPH + "facts");
    String query = "query=" + encode(COUNT);
    int expected = Endpoint.triples("facts");
    assertThat(count(send("GET", "?" + query + "&" + facts, "", ""))).isEqualTo(expected);
    assertThat(count(send("POST", "", FORM, query + "&" + facts))).isEqualTo(expected);
    assertThat(count(send("POST", "?" + facts, QUERY_TYPE, COUNT))).isEqualTo(expected);
    assertThat(count(send("GET", "?" + query, "", ""))).isEqualTo(Endpoint.triples());
  }

  @Test
  void mergesSeveralDefaultGraphs() throws Exception {
    String ontologyAndShapes =
        "&default-graph-uri="
            + encode(Endpoint.GRAPH + "ontology")
            + "&default-graph-uri="
            + encode(Endpoint.GRAPH + "shapes");
    assertThat(count(send("GET", "?query=" + encode(COUNT) + ontologyAndShapes, "", "")))
        .isGreaterThan(Endpoint.triples("ontology"))
        .isLessThanOrEqualTo(Endpoint.triples("ontology") + Endpoint.triples("shapes"));
  }

  @Test
  void putsTheGraphsOfTheProtocolBeforeThoseOfTheQuery() throws Exception {
    String fromClaims = COUNT.replace("WHERE", "FROM <" + Endpoint.GRAPH + "claims> WHERE");
    String facts = "&default-graph-uri=" + encode(Endpoint.GRAPH + "facts");
    assertThat(count(send("GET", "?query=" + encode(fromClaims), "", "")))
        .isEqualTo(Endpoint.triples("claims"));
    assertThat(count(send("GET", "?query=" + encode(fromClaims) + facts, "", "")))
        .isEqualTo(Endpoint.triples("facts"));
  }

  @Test
  void narrowsTheNamedGraphs() throws Exception {
    String graphs = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }";
    String shapes = "&named-graph-uri=" + encode(Endpoint.GRAPH + "shapes");
    assertThat(send("GET", "?query=" + encode(graphs) + shapes, "", "").body().split("\\s+"))
        .containsExactly("g", Endpoint.GRAPH + "shapes");
  }

  @Test
  void readsAndWritesEveryScript() throws Exception {
    String query =
        """
        SELECT ?thing ?name WHERE {
          ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?name
          FILTER (?name = "جمهوری شوروی گیلان"@fa) }\
        """;
    String row = Endpoint.ID + "gilan-republic,جمهوری شوروی گیلان";
    assertThat(send("GET", "?query=" + encode(query), "", "").body()).contains(row);
    assertThat(send("POST", "", FORM, "query=" + encode(query)).body()).contains(row);
    assertThat(send("POST", "", QUERY_TYPE, query).body()).contains(row);
    assertThat(send("POST", "", QUERY_TYPE + "; charset=utf-8", query).body()).contains(row);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET  | ?query=SELECT+nonsense     | ''                                | ''            | 400",
        "GET  | ?query=ASK%7B%7D&query=ASK%7B%7D | ''                          | ''            | 400",
        "GET  | ?default-graph-uri=x:g     | ''                                | ''            | 400",
        "POST | ''                         | application/x-www-form-urlencoded | x=y           | 400",
        "POST | ''                         | application/sparql-query          | ''            | 400",
        "POST | ''                         | application/x-www-form-urlencoded | update=CLEAR+ALL | 403",
        "POST | ?update=CLEAR+ALL          | ''                                | ''            | 403",
        "GET  | ?query=ASK%7B%22%ff%22%7D| ''                                | ''            | 400",
        "POST | ?query=ASK%7B%7D           | application/sparql-query          | ASK {}        | 400",
        "POST | ?query=ASK%7B%7D           | application/x-www-form-urlencoded | query=ASK%7B%7D | 400",
        "POST | ''                         | application/sparql-query; charset=iso-8859-1 | ASK {} | 415",
        "DELETE | ''                       | ''                                | ''            | 405",
        "POST | ''                         | application/sparql-update         | CLEAR ALL     | 403",
        "GET  | ?query=ASK%7BSERVICE%3Cx:y%3E%7B%7D%7D | ''                    | ''            | 403",
        "PUT  | ''                         | text/turtle                       | ''            | 405",
        "POST | ''                         | text/plain                        | ASK {}        | 415",
      })
  void refusesWithTheRightCodeAndSaysWhy(
      String method, String parameters, String type, String body, int status) throws Exception {
    HttpResponse<String> response = send(method, parameters, type, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(t -> assertThat(t).startsWith("text/plain"));
    assertThat(response.body()).isNotBlank();
  }

  @Test
  void readsQueriesAsUtf8Only() throws Exception {
    byte[] latin = "ASK { ?s ?p 'é' }".getBytes(StandardCharsets.ISO_8859_1);
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(endpoint.sparql()))
                .header("Content-Type", QUERY_TYPE)
                .POST(BodyPublishers.ofByteArray(latin))
                .build(),
            BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("not UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "sparql, 'GET, HEAD, POST, OPTIONS', PUT",
    "query, 'GET, HEAD, POST, OPTIONS', DELETE",
    "data, 'GET, HEAD, OPTIONS', POST",
    "data?default, 'GET, HEAD, OPTIONS', PUT",
    "shacl, 'POST, OPTIONS', GET",
  })
  void saysWhichMethodsThereAre(String path, String methods, String other) throws Exception {
    URI uri = URI.create(endpoint.address() + "gilan/" + path);
    for (String method : new String[] {"OPTIONS", other}) {
      HttpResponse<String> response =
          CLIENT.send(
              HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build(),
              BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(method.equals("OPTIONS") ? 204 : 405);
      assertThat(response.headers().firstValue("Allow")).hasValue(methods);
    }
  }

  @Test
  void warnsOfGraphsThatThereAreNot() throws Exception {
    String missing = encode(Endpoint.GRAPH + "fact\n");
    HttpResponse<String> response =
        send("GET", "?query=" + encode(COUNT) + "&default-graph-uri=" + missing, "", "");
    assertThat(count(response)).isZero();
    assertThat(response.headers().firstValue("X-Gilan-Warning"))
        .hasValue("There is no graph <" + Endpoint.GRAPH + "fact?>.");
    String known = encode(Endpoint.GRAPH + "facts");
    assertThat(
            send("GET", "?query=" + encode(COUNT) + "&named-graph-uri=" + known, "", "").headers())
        .matches(headers -> headers.firstValue("X-Gilan-Warning").isEmpty());
    HttpResponse<String> whole =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(endpoint.address() + "gilan/data?graph=" + missing))
                .build(),
            BodyHandlers.ofString());
    assertThat(whole.statusCode()).isEqualTo(404);
    assertThat(whole.body()).contains("There is no graph", Endpoint.GRAPH + "facts,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "application/sparql-results+json"})
  void answersHeadWithTheHeadersOfGet(String accept) throws Exception {
    URI uri = URI.create(endpoint.sparql() + "?query=" + encode(COUNT));
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", accept);
    HttpResponse<String> get = CLIENT.send(request.GET().build(), BodyHandlers.ofString());
    HttpResponse<String> head =
        CLIENT.send(
            request.method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String name : new String[] {"content-type", "content-length", "vary"}) {
      assertThat(head.headers().allValues(name)).as(name).isEqualTo(get.headers().allValues(name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "graph=" + Endpoint.GRAPH + "shapes"})
  void answersHeadForAGraphWithTheHeadersOfGet(String which) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(endpoint.address() + "gilan/data?" + which));
    HttpResponse<String> get = CLIENT.send(request.GET().build(), BodyHandlers.ofString());
    HttpResponse<String> head =
        CLIENT.send(
            request.method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    assertThat(head.body()).isEmpty();
    assertThat(get.body()).isNotEmpty();
    for (String name : new String[] {"content-type", "content-length", "vary", "etag"}) {
      assertThat(head.headers().allValues(name)).as(name).isEqualTo(get.headers().allValues(name));
    }
  }

  @Test
  void letsOtherSitesAskFromTheBrowser() throws Exception {
    HttpResponse<String> preflight =
        send(
            "OPTIONS",
            "",
            "",
            "",
            "Origin",
            "https://notebook.example",
            "Access-Control-Request-Method",
            "POST",
            "Access-Control-Request-Headers",
            "content-type, x-some-header");
    assertThat(preflight.statusCode()).isEqualTo(204);
    Map.of(
            "Access-Control-Allow-Origin", "*",
            "Access-Control-Allow-Methods", "POST",
            "Access-Control-Allow-Headers", "x-some-header")
        .forEach(
            (name, value) ->
                assertThat(preflight.headers().firstValue(name).orElse("")).contains(value));
    HttpResponse<String> refused =
        send("GET", "?query=nonsense", "", "", "Origin", "https://notebook.example");
    assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(refused.headers().firstValue("Access-Control-Expose-Headers").orElse("").split(", "))
        .contains("X-Gilan-Warning", "ETag", "Allow", "Link", "Content-Location");
  }

  @Test
  void describesItself() throws Exception {
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(endpoint.sparql()))
                .header("Accept", "text/turtle")
                .build(),
            BodyHandlers.ofString());
    assertThat(response.body()).contains("sd:endpoint", Endpoint.GRAPH + "claims");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.gilan.federation.AllowedServices;
import org.gilan.federation.Federation;
import org.gilan.federation.Limits;
import org.gilan.federation.Listener;
import org.gilan.page.Fixture;
import org.gilan.page.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SERVICE as clients of the server see it. What is followed and how, federation's own tests say.
 */
class ServiceTest {
  private static final String WIKIDATA = "https://query.wikidata.org/sparql";
  private static final String DBPEDIA = "https://dbpedia.org/sparql";
  private static final String LED = "?group <https://w3id.org/gilan/ontology#ledBy> ?leader ";
  private static final String ROW =
      """
      HTTP/1.1 200 OK\r
      Content-Type: application/sparql-results+json\r
      Connection: close\r
      \r
      {"head": {"vars": ["leader", "born"]}, "results": {"bindings": [{
        "leader": {"type": "uri", "value": "https://w3id.org/gilan/id/anna-lodge"},
        "born": {"type": "literal", "value": "1880"}}]}}
      """;

  private volatile Listener.Manner manner;
  private Listener listener;
  private Served served;

  @BeforeEach
  void start() {
    listener = new Listener((head, out) -> manner.answer(head, out));
    served = Served.site(Fixture.site(), Settings.at("127.0.0.1", 0), federation());
  }

  private Federation federation() {
    return new Federation(
        AllowedServices.usual()
            .with(WIKIDATA + "=" + listener.address())
            .with(DBPEDIA + "=" + listener.address()),
        limits(),
        "gilan/test");
  }

  private static Limits limits() {
    Duration second = Duration.ofSeconds(1);
    return new Limits(second, second, 20, 1000, 1 << 20, 100, 1 << 20, second);
  }

  @AfterEach
  void stop() {
    served.close();
    listener.close();
  }

  private HttpResponse<String> ask(String pattern) {
    return served.get(
        Served.query("SELECT * { " + pattern.replace("WIKIDATA", "<" + WIKIDATA + ">") + " }"),
        "Accept",
        "text/csv");
  }

  @Test
  void answersAQuestionThatAsksOthersOnItsPageWhenTheReaderSaysSo() {
    manner = (head, out) -> out.write(ROW.getBytes(StandardCharsets.UTF_8));
    Site site = Fixture.site();
    Graph graph = site.graph().dataset().getDefaultGraph();
    Node question = NodeFactory.createURI("https://w3id.org/gilan/query/births");
    String query =
        "SELECT ?leader ?born { " + LED + "SERVICE <" + WIKIDATA + "> { ?leader <x:born> ?born } }";
    graph.add(question, RDF.type.asNode(), SHACL.SPARQLExecutable);
    graph.add(question, RDF.type.asNode(), SHACL.SPARQLSelectExecutable);
    graph.add(question, SHACL.select, NodeFactory.createLiteralString(query));
    graph.add(
        question,
        NodeFactory.createURI("https://purl.expasy.org/sparql-examples/ontology#federatesWith"),
        NodeFactory.createURI(WIKIDATA));
    try (Served births = Served.site(site, Settings.at("127.0.0.1", 0), federation())) {
      assertThat(births.get("/query/births", "Accept", "text/html").body())
          .contains("Ask this graph and query.wikidata.org")
          .doesNotContain("1880");
      assertThat(listener.connections()).isZero();
      HttpResponse<String> asked = births.get("/query/births?ask=yes", "Accept", "text/html");
      assertThat(asked.body())
          .contains("Anna Lodge", "1880")
          .doesNotContain("<script src=\"../assets/q");
      assertThat(Served.header(asked, "Cache-Control")).isEqualTo("no-store");
    }
  }

  /** The mirrors are of this machine; what they say is not for every page that a browser shows. */
  @Test
  void asksNoPrivateEndpointForPagesOfOtherSites() {
    manner = (head, out) -> out.write(ROW.getBytes(StandardCharsets.UTF_8));
    String query = "SELECT * { " + LED + "SERVICE <" + WIKIDATA + "> { ?leader <x:born> ?born } }";
    String star = "Access-Control-Allow-Origin";
    HttpResponse<String> page = served.get(Served.query(query), "Origin", "https://evil.example");
    assertThat(page.statusCode()).as(page.body()).isEqualTo(403);
    assertThat(page.body()).contains("private endpoint");
    assertThat(Served.header(page, star)).isEmpty();
    String ours = served.uri("/").toString().replaceAll("/$", "");
    HttpResponse<String> own = served.get(Served.query(query), "Origin", ours);
    assertThat(own.statusCode()).as(own.body()).isEqualTo(200);
    assertThat(Served.header(own, star)).isEmpty();
    assertThat(Served.header(served.get(Served.query("ASK {}")), star)).isEqualTo("*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { LED OPTIONAL { SERVICE SILENT WIKIDATA BORN } }",
        "SELECT * { LED BIND (WIKIDATA AS ?to) SERVICE ?to BORN }",
        "SELECT * { LED FILTER EXISTS { SERVICE WIKIDATA BORN } }",
        "SELECT * { LED BIND (EXISTS { SERVICE WIKIDATA BORN } AS ?is) }",
        "SELECT (EXISTS { SERVICE WIKIDATA BORN } AS ?is) { LED }",
        "SELECT * { LED } ORDER BY (EXISTS { SERVICE WIKIDATA BORN })",
        "SELECT (SUM(IF(EXISTS { SERVICE WIKIDATA BORN }, 1, 0)) AS ?n) { LED }",
        "SELECT ?group { LED } GROUP BY ?group HAVING (EXISTS { SERVICE WIKIDATA BORN })",
        "SELECT ?is { LED } GROUP BY (EXISTS { SERVICE WIKIDATA BORN } AS ?is)",
        "SELECT * { { SELECT * { LED SERVICE WIKIDATA BORN } } }",
        "SELECT * { { SELECT * { LED } ORDER BY (EXISTS { SERVICE WIKIDATA BORN }) LIMIT 9 } }",
        "ASK { LED SERVICE WIKIDATA BORN }",
        "CONSTRUCT { ?leader <x:born> ?born } { LED SERVICE WIKIDATA BORN }",
        "DESCRIBE ?leader { LED SERVICE WIKIDATA BORN }"
      })
  void asksNoneForThemWhereverItStands(String query) {
    manner = (head, out) -> out.write(ROW.getBytes(StandardCharsets.UTF_8));
    String path =
        Served.query(
            query
                .replace("LED", LED)
                .replace("WIKIDATA", "<" + WIKIDATA + ">")
                .replace("BORN", "{ ?leader <x:born> ?born }"));
    HttpResponse<String> own = served.get(path);
    assertThat(own.statusCode()).as(own.body()).isEqualTo(200);
    assertThat(Served.header(own, "Access-Control-Allow-Origin")).isEmpty();
    int asked = listener.connections();
    HttpResponse<String> page = served.get(path, "Origin", "https://evil.example");
    assertThat(page.statusCode()).as(page.body()).isEqualTo(403);
    assertThat(Served.header(page, "Access-Control-Allow-Origin")).isEmpty();
    assertThat(listener.connections()).isEqualTo(asked);
  }

  @Test
  void followsServiceToAnAllowedEndpoint() {
    manner = (head, out) -> out.write(ROW.getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> response = ask(LED + "SERVICE WIKIDATA { ?leader <x:born> ?born }");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).contains("anna-lodge,1880");
    assertThat(Served.header(response, "X-Gilan-Warning")).isEmpty();
    assertThat(Served.header(response, "Access-Control-Expose-Headers"))
        .contains("X-Gilan-Warning");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SERVICE <http://127.0.0.1:1/sparql> { ?a ?b ?c }",
        "SERVICE SILENT <http://127.0.0.1:1/sparql> { ?a ?b ?c }",
        "BIND (<http://127.0.0.1:1/sparql> AS ?to) SERVICE SILENT ?to { ?a ?b ?c }",
        "BIND (IRI(CONCAT('http://127.0.0.1:1', '/sparql')) AS ?to) SERVICE ?to { ?a ?b ?c }",
        "BIND (<http://127.0.0.1:1/sparql> AS ?to) FILTER EXISTS { SERVICE ?to { ?a ?b ?c } }",
        "VALUES ?to { <http://127.0.0.1:1/sparql> } FILTER (1 = 2 || EXISTS { SERVICE ?to {} })",
      })
  void refusesOthersAndSaysWhoCanAllowThem(String pattern) {
    HttpResponse<String> response = ask(pattern);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
    assertThat(response.body())
        .contains("SERVICE <http://127.0.0.1:1/sparql> is not followed")
        .contains(WIKIDATA)
        .contains("./gilan serve --allow-service");
  }

  @Test
  void saysWhichEndpointFailed() {
    manner = Listener.says("500 X", "");
    HttpResponse<String> response = ask(LED + "SERVICE WIKIDATA { ?leader <x:born> ?born }");
    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.body()).contains(WIKIDATA).contains("status 500");
  }

  @Test
  void saysWhichEndpointIsSlow() {
    manner = (head, out) -> Thread.sleep(60_000);
    HttpResponse<String> response = ask(LED + "SERVICE WIKIDATA { ?leader <x:born> ?born }");
    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(response.body()).contains(WIKIDATA).contains("1000 ms");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FILTER EXISTS { SERVICE WIKIDATA { ?leader <x:born> ?born } }",
        "FILTER (1 = 2 || NOT EXISTS { SERVICE WIKIDATA { ?leader <x:born> ?born } })",
        "BIND (EXISTS { SERVICE WIKIDATA { ?leader <x:born> ?born } } AS ?isBorn)",
        "OPTIONAL { SERVICE WIKIDATA { ?leader <x:born> ?born } }",
      })
  void dropsNoRowsBecauseAnEndpointFails(String pattern) {
    manner = Listener.says("500 X", "");
    HttpResponse<String> response = ask(LED + pattern);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(502);
  }

  @Test
  void answersWithoutASilentEndpointAndWarns() {
    manner = Listener.says("500 X", "");
    HttpResponse<String> response =
        ask(LED + "OPTIONAL { SERVICE SILENT WIKIDATA { ?leader <x:born> ?born } }");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).contains("anna-lodge,");
    assertThat(Served.header(response, "X-Gilan-Warning"))
        .contains(WIKIDATA)
        .contains("status 500")
        .contains("without it");
  }

  @Test
  void warnsOfEachSilentEndpointInOneHeader() {
    manner = Listener.says("500 X", "");
    HttpResponse<String> response =
        ask(
            LED
                + "OPTIONAL { SERVICE SILENT WIKIDATA { ?leader <x:born> ?born } }"
                + ("OPTIONAL { SERVICE SILENT <" + DBPEDIA + "> { ?leader <x:died> ?died } }"));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().allValues("X-Gilan-Warning")).hasSize(1);
    assertThat(Served.header(response, "X-Gilan-Warning")).contains(WIKIDATA, DBPEDIA);
  }

  @Test
  void breaksOffWhereTheWarningWouldComeTooLate() {
    manner = Listener.says("500 X", "");
    String wide = "BIND ('" + "x".repeat(500) + "' AS ?wide)";
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(
            () ->
                ask(
                    "{ ?a ?b ?c . ?d ?e ?f "
                        + wide
                        + " } UNION { SERVICE SILENT WIKIDATA { ?leader <x:born> ?born } }"
                        + " UNION { ?a ?b ?c "
                        + wide
                        + " }"));
  }

  @Test
  void refusesServiceInShapesEvenToAnAllowedEndpoint() {
    String shapes =
        """
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        PREFIX gilan: <https://w3id.org/gilan/ontology#>
        [] a sh:NodeShape ; sh:targetClass gilan:Person ;
          sh:sparql [ sh:select "SELECT $this { SERVICE %s <%s> { $this ?p ?o } }" ] .
        """;
    for (String silent : new String[] {"", "SILENT"}) {
      HttpResponse<String> response =
          served.post("/gilan/shacl", "text/turtle", shapes.formatted(silent, WIKIDATA));
      assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
      assertThat(response.body()).contains("only in plain queries");
    }
    assertThat(listener.connections()).isZero();
  }
}

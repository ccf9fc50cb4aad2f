// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.gilan.page.Fixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test tries to make the server call a trap, and counts what falls in. */
class NoOutboundRequestTest {
  private final AtomicInteger caught = new AtomicInteger();
  @TempDir private Path folder;
  private HttpServer trap;
  private Served served;

  @BeforeEach
  void start() throws IOException {
    trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    trap.createContext(
        "/",
        exchange -> {
          caught.incrementAndGet();
          byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    trap.start();
    served = Served.site(Fixture.site());
  }

  @AfterEach
  void nothingFellIn() {
    served.close();
    trap.stop(0);
    assertThat(caught).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <TRAP> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <TRAP> { ?s ?p ?o } }",
        "SELECT * { BIND(<TRAP> AS ?to) SERVICE ?to { ?s ?p ?o } }",
        "SELECT * { VALUES ?to { <TRAP> } SERVICE SILENT ?to { ?s ?p ?o } }",
        "SELECT * { ?a ?b ?c OPTIONAL { SERVICE <TRAP> { ?s ?p ?o } } }",
        "SELECT * { ?a ?b ?c MINUS { SERVICE <TRAP> { ?a ?b ?c } } }",
        "SELECT * { ?a ?b ?c FILTER EXISTS { SERVICE <TRAP> { ?a ?b ?c } } }",
        "SELECT * { ?a ?b ?c FILTER NOT EXISTS { SERVICE <TRAP> { ?a ?b ?c } } }",
        "SELECT * { ?a ?b ?c BIND(EXISTS { SERVICE <TRAP> { ?a ?b ?c } } AS ?d) }",
        "SELECT (EXISTS { SERVICE <TRAP> { ?a ?b ?c } } AS ?d) { ?a ?b ?c }",
        "SELECT * { ?a ?b ?c } ORDER BY (EXISTS { SERVICE <TRAP> { ?a ?b ?c } })",
        "SELECT ?a { ?a ?b ?c } GROUP BY ?a HAVING (EXISTS { SERVICE <TRAP> { ?a ?e ?f } })",
        "SELECT * { { SELECT * { SERVICE <TRAP> { ?s ?p ?o } } } }",
        "SELECT * { GRAPH ?g { SERVICE <TRAP> { ?s ?p ?o } } }",
        "SELECT * { ?a ?b ?c LATERAL { SERVICE <TRAP> { ?a ?b ?c } } }",
        "ASK { SERVICE <TRAP> { ?s ?p ?o } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <TRAP> { ?s ?p ?o } }",
        "DESCRIBE ?s { SERVICE <TRAP> { ?s ?p ?o } }",
      })
  void refusesService(String query) {
    HttpResponse<String> response = served.get(Served.query(query.replace("TRAP", trap("/"))));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
    assertThat(response.body()).containsPattern("is not followed|is followed only");
  }

  @Test
  void fetchesNoGraphThatAQueryNames() {
    String query = "SELECT * FROM <%s> { ?s ?p ?o }".formatted(trap("/graph.ttl"));
    assertThat(served.get(Served.query(query)).statusCode()).isEqualTo(200);
    assertThat(
            served
                .get(
                    Served.query("SELECT * { ?s ?p ?o }")
                        + "&default-graph-uri="
                        + Served.encode(trap("/graph.ttl")))
                .statusCode())
        .isEqualTo(200);
  }

  /** Files are names of graphs that there are not, and nothing else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM <FILE> { ?s ?p ?o }",
        "SELECT * FROM NAMED <FILE> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { GRAPH <FILE> { ?s ?p ?o } }",
      })
  void readsNoFile(String query) throws IOException {
    Path file = Files.writeString(folder.resolve("graph.ttl"), "<x:s> <x:p> <x:secret> .");
    HttpResponse<String> response =
        served.get(Served.query(query.replace("FILE", file.toUri().toString())));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("bindings").doesNotContain("secret");
  }

  @Test
  void fetchesNoQuery() {
    served.get("/gilan/sparql?query-ref=" + Served.encode(trap("/query.rq")));
    served.get("/gilan/sparql?query=ASK%7B%7D&stylesheet=" + Served.encode(trap("/style.xsl")));
  }

  @Test
  void followsNoServiceInShapes() {
    String shapes =
        """
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        PREFIX gilan: <https://w3id.org/gilan/ontology#>
        [] a sh:NodeShape ; sh:targetClass gilan:Person ;
          sh:sparql [ sh:select "SELECT $this { SERVICE <TRAP> { $this ?p ?o } }" ] .
        """;
    HttpResponse<String> response =
        served.post("/gilan/shacl", "text/turtle", shapes.replace("TRAP", trap("/")));
    assertThat(response.statusCode()).as(response.body()).isBetween(400, 499);
  }

  @Test
  void importsNoShapes() {
    String shapes = "<x:shapes> <http://www.w3.org/2002/07/owl#imports> <%s> .";
    assertThat(
            served
                .post("/gilan/shacl", "text/turtle", shapes.formatted(trap("/shapes.ttl")))
                .statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/ld+json", "application/ld+json; charset=utf-8"})
  void readsNoContexts(String type) {
    String shapes = "{\"@context\": \"%s\", \"@id\": \"x:s\"}".formatted(trap("/context.json"));
    HttpResponse<String> response = served.post("/gilan/shacl", type, shapes);
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.body()).contains("text/turtle");
  }

  @Test
  void readsNoExternalEntities() {
    String shapes =
        """
        <!DOCTYPE rdf:RDF [<!ENTITY x SYSTEM "%s">]>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:p="x:p#">
        <rdf:Description rdf:about="x:s"><p:q>&x;</p:q></rdf:Description></rdf:RDF>
        """;
    served.post("/gilan/shacl", "application/rdf+xml", shapes.formatted(trap("/entity")));
  }

  private String trap(String path) {
    return "http://127.0.0.1:" + trap.getAddress().getPort() + path;
  }
}

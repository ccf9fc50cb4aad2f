// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.gilan.page.Fixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people ask of this server does not come into its log by the libraries that read it. */
class QuietTest {
  private static Served served;

  @BeforeAll
  static void start() {
    Duration second = Duration.ofSeconds(1);
    served = Served.site(Fixture.site(), new Settings("127.0.0.1", 0, second, second, 1 << 20));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?s <http://jena.hpl.hp.com/ARQ/property#secret> ?o }",
        "SELECT (<http://jena.hpl.hp.com/ARQ/function#secret>(?s) AS ?x) { ?s ?p ?o }",
        "SELECT (<http://jena.hpl.hp.com/ARQ/function#localname>(<x:secret>) AS ?x) {}",
        "SELECT (AGG <x:secret>(?s) AS ?x) { ?s ?p ?o }",
        "SELECT * { BIND ('secret'^^<http://www.w3.org/2001/XMLSchema#date> > NOW() AS ?x) }",
        "SELECT * { ?s ?p ?o FILTER REGEX('secret', '(', 'q') FILTER REGEX(?o, '(secret') }",
        "SELECT (SUM(IF(EXISTS { ?s ?p 'secret' }, 1, 0)) AS ?x) { ?s ?p ?o }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:9/secret> { ?s ?p ?o } }",
        "PREFIX secret: <x y> PREFIX x: < > ASK {}",
        "SELECT * { ?s ?p ?o FILTER EXISTS { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
            + " MINUS { ?a ?e ?i } FILTER (CONCAT(STR(?a), STR(?l)) = 'secret') } }",
      })
  void saysNothingOfAQuery(String query) {
    assertThat(said(() -> served.ask(query, "*/*"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sh:in ( 1 2 ) . _:l rdf:first 1 , <x:secret> ; rdf:rest () . <x:t> sh:in _:l",
        "sh:node <x:secret> . <x:secret> sh:node <x:shape>",
        "sh:sparql [ sh:select 'SELECT $this { $this <x:secret> ?o FILTER (1/0 = ?o) }' ]",
        "sh:property [ sh:path <x:secret> ; sh:datatype <x:secret> ; sh:pattern '(secret' ]",
      })
  void saysNothingOfShapes(String shape) {
    String shapes =
        """
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        <x:shape> a sh:NodeShape ; sh:targetSubjectsOf rdf:type ;
        """;
    assertThat(said(() -> served.post("/gilan/shacl", "text/turtle", shapes + shape + " .")))
        .isEmpty();
  }

  /** {@return what is written to stderr meanwhile} */
  private static String said(Runnable asked) {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      asked.run();
    } finally {
      System.setErr(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}

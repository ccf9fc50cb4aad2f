// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.gilan.page.Fixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which format an answer comes in: by name, by Accept, or the server's own choice. */
class ResultFormatTest {
  private static final String SELECT = Served.query("SELECT (1 AS ?one) WHERE {}");
  private static final String ASK = Served.query("ASK {}");
  private static final String CONSTRUCT =
      Served.query("CONSTRUCT WHERE { ?s <https://w3id.org/gilan/ontology#ledBy> ?o }");
  private static final String GRAPH = "/gilan/data?graph=https://w3id.org/gilan/graph/facts";

  private static Served served;

  @BeforeAll
  static void start() {
    served = Served.site(Fixture.site());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static void comesAs(HttpResponse<String> response, String type) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(Served.header(response, "Content-Type")).startsWith(type);
  }

  @ParameterizedTest
  @CsvSource({"n3", "foo", "rdf+xml", "jsonld", "turtle", "''", "text/html"})
  void passesOverNamesItDoesNotKnow(String name) {
    for (String parameter : new String[] {"output", "format", "results"}) {
      String unknown = "&" + parameter + "=" + Served.encode(name);
      comesAs(served.get(SELECT + unknown, "Accept", "text/csv"), "text/csv");
      comesAs(served.get(ASK + unknown, "Accept", "text/csv"), "text/csv");
      comesAs(served.get(SELECT + unknown), "application/sparql-results+json");
    }
    String select = "query=" + Served.encode("SELECT (1 AS ?one) WHERE {}") + "&output=" + name;
    comesAs(
        served.post("/gilan/sparql", "application/x-www-form-urlencoded", select),
        "application/sparql-results+json");
  }

  @ParameterizedTest
  @CsvSource({
    "json, application/sparql-results+json",
    "XML, application/sparql-results+xml",
    "tsv, text/tab-separated-values",
    "text/csv, text/csv",
    "application/sparql-results+xml, application/sparql-results+xml",
  })
  void putsNamesItKnowsBeforeAccept(String name, String type) {
    // Not escaped: many write the plus of a media type as it is.
    comesAs(served.get(SELECT + "&format=" + name, "Accept", "text/plain"), type);
  }

  @ParameterizedTest
  @CsvSource({
    "ttl, text/turtle",
    "turtle, text/turtle",
    "nt, application/n-triples",
    "rdf+xml, application/rdf+xml",
    "rdfxml, application/rdf+xml",
    "xml, application/rdf+xml",
    "json-ld, application/ld+json",
    "jsonld, application/ld+json",
    "json, application/ld+json",
    "n-quads, application/n-quads",
    "csv, application/trig",
    "n3, application/trig",
  })
  void knowsTheNamesOfGraphs(String name, String type) {
    for (String path : new String[] {CONSTRUCT, GRAPH}) {
      comesAs(served.get(path + "&output=" + name, "Accept", "application/trig"), type);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv;q=0.3, application/sparql-results+xml;q=0.9, application/json;q=0.5 | application/sparql-results+xml",
        "text/csv, */*;q=0.1 | text/csv",
        "application/sparql-results+json;q=0, application/json;q=0, text/*;q=0.5, */*;q=0.1 | text/csv",
        "application/*;q=0.2, text/tab-separated-values;q=0.2 | application/sparql-results+json",
        "*/* | application/sparql-results+json",
        "image/png | application/sparql-results+json",
        "text/html | application/sparql-results+json",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | application/xml",
      })
  void weighsWhatIsAccepted(String accept, String type) {
    comesAs(served.get(SELECT, "Accept", accept), type);
    comesAs(served.get(ASK, "Accept", accept), type);
  }

  @Test
  void takesAMissingHeaderForAnything() {
    comesAs(served.get(SELECT), "application/sparql-results+json");
    comesAs(served.get(CONSTRUCT), "text/turtle");
    comesAs(served.get(GRAPH), "text/turtle");
    comesAs(served.get("/gilan/data"), "application/trig");
  }

  @Test
  void givesAGraphAsTriGToWhoAsks() {
    comesAs(served.get(GRAPH, "Accept", "application/trig"), "application/trig");
    comesAs(served.get(GRAPH, "Accept", "image/png"), "text/turtle");
    comesAs(
        served.get(GRAPH, "Accept", "text/turtle;q=0, application/turtle"), "application/turtle");
  }
}

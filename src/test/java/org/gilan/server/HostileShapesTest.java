// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.gilan.page.Fixture;
import org.gilan.query.QueryLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes that took the server's time, stack or memory for good, or were its fault when wrong. */
@Timeout(120)
class HostileShapesTest {
  private static final String PREFIXES =
      """
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      """;
  private static final String SHAPE =
      PREFIXES + "<x:shape> a sh:NodeShape ; sh:targetClass gilan:Person ; ";
  private static final int DEEP = 1000;
  private static Served served;

  @BeforeAll
  static void start() {
    served = served(Duration.ofSeconds(1));
  }

  private static Served served(Duration time) {
    QueryLimits limits = QueryLimits.usual().within(time, time);
    return Served.site(
        Fixture.site(),
        Settings.at("127.0.0.1", 0).limited(limits.upTo(limits.rows(), limits.bytes(), 16 << 20)));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static HttpResponse<String> post(String shapes) {
    return served.post("/gilan/shacl", "text/turtle", shapes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "sh:in 1 ¦ sh:in 1",
        "sh:nodeKind 'x' ¦ sh:nodeKind \"x\"",
        "sh:minCount 1 ¦ sh:minCount",
        "sh:property [ sh:path gilan:birthPlace ; sh:minCount 'many' ] ¦ sh:minCount \"many\"",
        "sh:property [ sh:path gilan:birthPlace ; sh:in ( 1 2 ) , ( 3 ) ] ¦ sh:in",
        "sh:property [ sh:minCount 1 ] ¦ sh:path",
        "sh:property [ sh:path 'x' ] ¦ sh:path",
        "sh:in [ rdf:first 1 ] ¦ sh:in",
        "sh:in _:l . _:l rdf:first 1 ; rdf:rest _:l ¦ sh:in",
        "sh:or _:l . _:l rdf:first [ sh:nodeKind sh:IRI ] ; rdf:rest _:l ¦ sh:or",
        "sh:property [ sh:path _:l ] . _:l rdf:first gilan:birthPlace ; rdf:rest _:l ¦ sh:path",
        "sh:property [ sh:path [ sh:inversePath _:p ] ] . _:p sh:inversePath _:p ¦ circle",
        "sh:pattern '(' ¦ (",
        "sh:pattern 1 ¦ sh:pattern 1",
        "sh:sparql [ sh:select 'SELECT' ] ¦ Bad query",
        "sh:datatype 'x' ¦ sh:datatype",
        "sh:languageIn ( 1 ) ¦ sh:languageIn"
      })
  void saysWhatIsWrongWithThem(String constraint, String words) {
    HttpResponse<String> response = post(SHAPE + constraint + " .");
    assertThat(response.statusCode()).as(constraint + "\n" + response.body()).isEqualTo(400);
    assertThat(response.body()).startsWith("The shapes cannot be read").contains(words);
  }

  @Test
  void saysWhereTheyAreWrong() {
    assertThat(post(SHAPE + "sh:in 1 .").body()).contains("<x:shape> cannot have this sh:in 1");
    assertThat(post(SHAPE + "sh:minCount 1 .").body())
        .contains("<x:shape>, which has no path, cannot have this sh:minCount");
    assertThat(post(SHAPE + "sh:property [ sh:path gilan:birthPlace ; sh:minCount 'x' ] .").body())
        .contains("The shape with sh:path <https://w3id.org/gilan/ontology#birthPlace>");
  }

  @ParameterizedTest
  @CsvSource({
    "sh:not [,]",
    "sh:property [ sh:path gilan:birthPlace ; sh:node [,] ]",
    "sh:and ( [,] )"
  })
  void refusesWhatIsNestedAThousandDeep(String open, String close) {
    HttpResponse<String> response =
        post(SHAPE + "\n" + open.repeat(DEEP) + " sh:nodeKind sh:IRI " + close.repeat(DEEP) + " .");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.body()).contains("In line 5").contains("nested");
  }

  /** Each result has the path written out. */
  @Test
  void holdsNoPathsWithoutEnd() {
    String all = PREFIXES + "<x:shape> a sh:NodeShape ; sh:targetSubjectsOf rdf:type ; ";
    String shape = all + "sh:property [ sh:minCount 1 ; sh:path ( %s ) ] .";
    try (Served patient = served(Duration.ofSeconds(20))) {
      String longest = shape.formatted("<x:p> ".repeat(999));
      HttpResponse<String> held = patient.post("/gilan/shacl", "text/turtle", longest);
      assertThat(held.statusCode()).as(held.body()).isEqualTo(503);
      assertThat(held.body()).contains("memory");
    }
    HttpResponse<String> longer = post(shape.formatted("<x:p> ".repeat(1001)));
    assertThat(longer.statusCode()).isEqualTo(400);
    assertThat(longer.body()).contains("more than 1000 steps");
    String either = "[ sh:alternativePath ( %s ) ] <x:q>".formatted("<x:p> ".repeat(1001));
    assertThat(post(shape.formatted(either)).body()).contains("more than 1000 steps");
    assertThat(post(shape.formatted("<x:p> <x:p>")).statusCode()).isEqualTo(200);
  }

  @Test
  void hearsHowLongItMayTake() {
    String shapes = SHAPE + "sh:nodeKind sh:IRI .";
    for (String path : new String[] {"/gilan/shacl", "/gilan/data?default"}) {
      String asked = path + (path.contains("?") ? "&" : "?") + "timeout=";
      HttpResponse<String> wrong =
          path.contains("data")
              ? served.get(asked + "soon")
              : served.post(asked + "soon", "text/turtle", shapes);
      assertThat(wrong.statusCode()).isEqualTo(400);
      assertThat(wrong.body()).contains("The timeout cannot be read");
    }
  }

  @Test
  void refusesTheSameLineByLine() {
    StringBuilder deep = new StringBuilder(SHAPE + "sh:not _:n0 .\n");
    for (int i = 0; i < 5000; i++) {
      deep.append("_:n" + i + " sh:not _:n" + (i + 1) + " .\n");
    }
    assertThat(post(deep.toString()).statusCode()).isIn(400, 503);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sh:pattern '(.*.*.*.*.*.*.*.*){9}§'",
        "sh:property [ sh:path rdf:type ; sh:pattern '(.*.*.*.*.*.*.*.*){9}§' ]",
        "sh:sparql [ sh:select 'SELECT $this { $this ?p ?o FILTER (REGEX(STR($this), \"(.*.*.*.*.*.*.*){9}§\")) }' ]",
        "sh:sparql [ sh:select 'SELECT $this { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o FILTER (CONCAT(STR(?a), STR(?o)) = \"never\") }' ]"
      })
  void endThemInTime(String constraint) {
    long start = System.nanoTime();
    HttpResponse<String> response = post(SHAPE + constraint + " .");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
  }

  /** Sixty levels, each of which asks the next one twice; none looks at the graph. */
  @ParameterizedTest
  @ValueSource(strings = {"and", "or"})
  void endThemInTimeThatDouble(String word) {
    StringBuilder shapes = new StringBuilder(SHAPE + "sh:node <x:0> .\n");
    for (int i = 0; i < 60; i++) {
      shapes.append(
          "<x:%d> a sh:NodeShape ; sh:%s ( <x:%d> <x:%d> ) .%n".formatted(i, word, i + 1, i + 1));
    }
    String last = word.equals("and") ? "IRI" : "Literal";
    HttpResponse<String> response =
        post(shapes + "<x:60> a sh:NodeShape ; sh:nodeKind sh:" + last + " .");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
  }

  @Test
  void readsNoPatternOfAHundredThousandCharacters() {
    HttpResponse<String> response = post(SHAPE + "sh:pattern '" + "a".repeat(100_000) + "' .");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.body()).contains("sh:pattern", "more than 10000 characters");
  }

  @Test
  void letsThemReportNoLongTextsWithoutEnd() {
    String text = "REPLACE(\"" + "x".repeat(300) + "\", \"x\", \"" + "y".repeat(1000) + "\")";
    String shapes =
        SHAPE
            + "sh:sparql [ sh:select 'SELECT $this ?value { ?s ?p ?o BIND (CONCAT("
            + text
            + ", STR(?o)) AS ?value) }' ] .";
    try (Served patient = served(Duration.ofSeconds(20))) {
      HttpResponse<String> response = patient.post("/gilan/shacl", "text/turtle", shapes);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
      assertThat(response.body()).contains("memory");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sh:sparql [ sh:select 'SELECT $this ?value { ?a ?b ?value . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }' ]",
        "sh:sparql [ sh:select 'SELECT $this ?value { ?a ?b ?value . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?value' ]"
      })
  void letsThemReportNoMoreThanThereIsRoomFor(String constraint) {
    HttpResponse<String> response = post(SHAPE + constraint + " .");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(post(SHAPE + "sh:nodeKind sh:IRI .").statusCode()).isEqualTo(200);
  }

  /** Each of two thousand results has a message of 200,000 characters. */
  @Test
  void writesNoReportAfterItsTime() throws Exception {
    String shapes =
        SHAPE
            + "sh:message '"
            + "m".repeat(200_000)
            + "' ; sh:sparql [ sh:select 'SELECT $this ?value { ?a ?b ?value . ?d ?e ?f } LIMIT 2000' ] .";
    long start = System.nanoTime();
    HttpURLConnection report =
        (HttpURLConnection) served.uri("/gilan/shacl").toURL().openConnection();
    report.setDoOutput(true);
    report.setRequestProperty("Content-Type", "text/turtle");
    report.getOutputStream().write(shapes.getBytes(StandardCharsets.UTF_8));
    assertThat(report.getResponseCode()).isIn(200, 503);
    assertThatThrownBy(() -> report.getInputStream().transferTo(OutputStream.nullOutputStream()))
        .isInstanceOf(IOException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void refusesNestedExistsInThem() {
    String query = "FILTER EXISTS { ".repeat(30) + "?s ?p ?o" + " }".repeat(30);
    HttpResponse<String> response =
        post(SHAPE + "sh:sparql [ sh:select 'SELECT $this { $this ?p ?o " + query + "}' ] .");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.body()).contains("EXISTS");
  }

  @Test
  void matchesAsBefore() {
    assertThat(post(SHAPE + "sh:pattern '^HTTPS' ; sh:flags 'i' .").body()).contains("true");
    assertThat(post(SHAPE + "sh:pattern '^ftp' .").body()).contains("Does not match: 'https://");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] latin = (SHAPE + "sh:message 'é' .").getBytes(StandardCharsets.ISO_8859_1);
    HttpResponse<String> response =
        served.send(
            "POST",
            "/gilan/shacl",
            BodyPublishers.ofByteArray(latin),
            "Content-Type",
            "text/turtle");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("UTF-8");
  }
}

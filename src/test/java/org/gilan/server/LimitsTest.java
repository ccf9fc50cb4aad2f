// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gilan.page.Fixture;
import org.gilan.query.QueryLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server with little to give does with those who ask for much. */
@Timeout(120)
class LimitsTest {
  private static final String SIX =
      "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r";
  private static final String NEVER = " FILTER (CONCAT(STR(?a), STR(?r)) = 'never') }";
  private static final String QUERY = "application/sparql-query";
  private static final int ROWS = 5000;
  private static final Settings SMALL =
      Settings.at("127.0.0.1", 0)
          .limited(
              QueryLimits.usual()
                  .within(Duration.ofSeconds(20), Duration.ofSeconds(20))
                  .upTo(ROWS, 2 << 20, 8 << 20)
                  .sharing(Duration.ofMillis(200), 1, 2));
  private static Served served;

  @BeforeAll
  static void start() {
    served = Served.site(Fixture.site(), SMALL);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static HttpResponse<String> ask(String query) {
    return served.ask(query, "text/csv, text/turtle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SIX } ORDER BY ?c ?f",
        "SELECT (COUNT(*) AS ?x) { SELECT DISTINCT * { SIX } }",
        "SELECT ?a ?c ?r { SIX } GROUP BY ?a ?c ?d ?f ?g ?i ?j ?l ?m ?o ?p ?r",
        "SELECT (GROUP_CONCAT(STR(?r)) AS ?x) { SIX }",
        "SELECT (COUNT(DISTINCT CONCAT(STR(?r), STR(?o))) AS ?x) { SIX }",
        "SELECT (COUNT(*) AS ?x) { { SELECT * { SIX } LIMIT 100000000 } { SELECT * { SIX } LIMIT 100000000 } }",
        "SELECT (COUNT(*) AS ?x) { ?a ?b ?c OPTIONAL { { SELECT * { SIX } LIMIT 100000000 } } }",
        "SELECT (COUNT(*) AS ?x) { ?a ?b ?c MINUS { SIX } }",
        "CONSTRUCT { ?a ?b ?x } { SIX BIND (CONCAT(STR(?r), STR(?o), STR(?l)) AS ?x) }",
        "SELECT ?x { SIX BIND (CONCAT(STR(?a), 'LONG') AS ?x) } ORDER BY ?x"
      })
  void turnsAwayWhatHoldsMoreThanThereIs(String query) {
    HttpResponse<String> response =
        ask(query.replace("SIX", SIX).replace("LONG", "x".repeat(10_000)));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(response.body()).contains("memory");
    assertThat(Served.header(response, "Retry-After")).isEqualTo("10");
    assertThat(ask("SELECT ?s { ?s ?p ?o } ORDER BY ?s").statusCode()).isEqualTo(200);
  }

  /** Few rows, but each has a text of 300,000 characters that is like no other. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?y { EACH } ORDER BY ?y",
        "SELECT ?y { EACH } ORDER BY ?y LIMIT 900",
        "SELECT ?y { EACH } ORDER BY IRI(CONCAT('x:', ?y))",
        "SELECT (COUNT(*) AS ?n) { SELECT ?z { EACH BIND (IRI(CONCAT('x:', ?y)) AS ?z) } ORDER BY ?z }",
        "SELECT (COUNT(*) AS ?n) { SELECT ?z { EACH BIND (TRIPLE(?s, ?p, ?y) AS ?z) } ORDER BY ?z }",
        "SELECT (COUNT(*) AS ?n) { EACH } GROUP BY ?y",
        "SELECT (COUNT(*) AS ?n) { EACH } GROUP BY (CONCAT(?y, 'z') AS ?z)",
        "SELECT (MAX(?y) AS ?most) { EACH } GROUP BY ?s ?p ?o",
        "SELECT (SAMPLE(?y) AS ?any) { EACH } GROUP BY ?s ?p ?o",
        "SELECT (COUNT(DISTINCT ?y) AS ?n) { EACH }",
        "SELECT (COUNT(DISTINCT *) AS ?n) { EACH }",
        "SELECT (STRLEN(GROUP_CONCAT(?y)) AS ?n) { EACH }",
        "SELECT (STRLEN(GROUP_CONCAT(?p; SEPARATOR='LONG')) AS ?n) { ?s ?p ?o }",
        "SELECT (STRLEN(GROUP_CONCAT(DISTINCT STR(?o); SEPARATOR='LONG')) AS ?n) { ?s ?p ?o }",
        "SELECT (COUNT(BNODE(?y)) AS ?n) { EACH }",
        "SELECT (COUNT(*) AS ?n) { VALUES ?y { 1 } MINUS { EACH } }",
        "CONSTRUCT { ?s ?p ?y } { EACH }"
      })
  void turnsAwayLongTextsThatAreHeld(String query) {
    String text = "REPLACE('" + "x".repeat(300) + "', 'x', '" + "y".repeat(1000) + "')";
    String each =
        "BIND (" + text + " AS ?x) ?s ?p ?o BIND (CONCAT(?x, STR(?s), STR(?p), STR(?o)) AS ?y)";
    HttpResponse<String> response =
        ask(query.replace("EACH", each).replace("LONG", "x".repeat(100_000)));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(response.body()).contains("memory");
  }

  /** One row, or what is made for one value of it, may fill any memory. */
  @Test
  void turnsAwayOneRowOfLongTexts() {
    String text = "REPLACE('" + "x".repeat(1000) + "', 'x', '" + "y".repeat(1000) + "')";
    String row =
        IntStream.range(0, 20)
            .mapToObj(i -> "BIND (CONCAT(?x, '" + i + "') AS ?z" + i + ") ")
            .collect(Collectors.joining());
    String values =
        IntStream.range(0, 20)
            .mapToObj(i -> "UCASE(CONCAT(?x, '" + i + "'))")
            .collect(Collectors.joining(", "));
    for (String query :
        List.of(
            "SELECT (COUNT(?z9) AS ?n) { BIND (" + text + " AS ?x) " + row + "}",
            "SELECT (CONCAT(" + values + ") AS ?y) { BIND (" + text + " AS ?x) }")) {
      HttpResponse<String> response = ask(query);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
      assertThat(response.body()).contains("memory");
    }
    String passing =
        "SELECT (COUNT(?y) AS ?n) { BIND ("
            + text
            + " AS ?x) ?s ?p ?o BIND (CONCAT(?x, STR(?o)) AS ?y) }";
    assertThat(ask(passing).statusCode()).as("a row after the other").isEqualTo(200);
  }

  @Test
  void letsGoOfWhatOneRowHeld() {
    String each =
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?t ?q ?u FILTER EXISTS { SELECT DISTINCT ?p { ?x ?p"
            + " ?y } } } LIMIT 1";
    assertThat(ask(each).statusCode()).isIn(200, 503);
    assertThat(ask("SELECT ?s { ?s ?p ?o } ORDER BY ?s").statusCode()).isEqualTo(200);
  }

  @Test
  void saysHowManyRowsAndBytesThereMayBe() {
    HttpResponse<String> rows = ask("SELECT ?a { ?a ?b ?c . ?d ?e ?f }");
    assertThat(rows.statusCode()).isEqualTo(422);
    assertThat(rows.body()).contains("more than " + ROWS + " rows");
    HttpResponse<String> some = ask("SELECT ?a { ?a ?b ?c . ?d ?e ?f } LIMIT " + ROWS);
    assertThat(some.statusCode()).isEqualTo(200);
  }

  @Test
  void shortQueriesGoPastLongOnes() {
    String endless = "SELECT (COUNT(*) AS ?count) { " + SIX + " }";
    ExecutorService clients = Executors.newFixedThreadPool(8);
    List<CompletableFuture<HttpResponse<String>>> busy =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> ask(endless + " # " + i), clients))
            .collect(Collectors.toList());
    long turnedAway = 0;
    while (turnedAway < 5) { // one runs, two wait
      turnedAway =
          busy.stream().filter(one -> one.isDone() && one.join().statusCode() == 503).count();
      HttpResponse<String> small = ask("SELECT ?s { ?s ?p ?o } LIMIT " + (turnedAway + 1));
      assertThat(small.statusCode()).isEqualTo(200);
    }
    HttpResponse<String> refused =
        busy.stream().filter(CompletableFuture::isDone).findFirst().orElseThrow().join();
    assertThat(refused.body()).contains("long queries");
    assertThat(Served.header(refused, "Retry-After")).isEqualTo("10");
    busy.forEach(one -> assertThat(one.join().statusCode()).isEqualTo(503));
    clients.shutdown();
  }

  @Test
  void givesEachClientItsShare() {
    Settings settings =
        SMALL
            .budgeted(Duration.ofSeconds(1))
            .limited(SMALL.queries().sharing(Duration.ofMillis(100), 4, 40));
    try (Served budgeted = Served.site(Fixture.site(), settings)) {
      assertThat(budgeted.get("/$/ping").statusCode()).isEqualTo(200);
      String endless = "SELECT (COUNT(*) AS ?count) { " + SIX + " }";
      HttpResponse<String> first = budgeted.get(Served.query(endless) + "&timeout=1.5");
      assertThat(first.statusCode()).as(first.body()).isEqualTo(503);
      HttpResponse<String> refused = budgeted.get("/$/ping");
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(429);
      assertThat(Integer.parseInt(Served.header(refused, "Retry-After"))).isBetween(1, 120);
      assertThat(refused.body()).contains("1 seconds of every minute");
    }
  }

  @Test
  void endsWhatMatchesForEverWithoutARow() {
    Settings settings =
        Settings.at("127.0.0.1", 0)
            .limited(QueryLimits.usual().within(Duration.ofSeconds(1), Duration.ofSeconds(1)));
    try (Served quick = Served.site(Fixture.site(), settings)) {
      for (String query :
          List.of(
              "ASK { " + SIX + " . ?r ?a <x:nowhere> }",
              "ASK { ?a ((!<x:p>|^!<x:p>)*)* ?b . ?b ((!<x:p>|^!<x:p>)*)* ?c FILTER (?c = 1) }",
              "CONSTRUCT { <x:a> <x:b> <x:c> } { " + SIX + " }")) {
        long start = System.nanoTime();
        HttpResponse<String> response = quick.ask(query, "*/*");
        assertThat(response.statusCode()).as(query + response.body()).isIn(200, 503);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
      }
    }
  }

  @Test
  void turnsAwayTextsThatTakeMoreThanThereIs() {
    String query = "SELECT * { VALUES ?x { " + "1 ".repeat(60_000) + "} } LIMIT 1";
    HttpResponse<String> response = ask(query);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(response.body()).contains("memory");
    assertThat(ask("SELECT * { VALUES ?x { " + "1 ".repeat(40_000) + "} } LIMIT 1").body())
        .isEqualTo("x\r\n1\r\n");
    assertThat(ask("ASK { FILTER (STRLEN('" + "1 ".repeat(60_000) + "') > 1) }").statusCode())
        .isEqualTo(200);
  }

  /** What was read is there for as long as its query runs. */
  @Test
  void countsWhatItReadsUntilItsEnd() throws InterruptedException {
    String values = " VALUES ?x { " + "1 ".repeat(35_000) + "} ";
    CompletableFuture<HttpResponse<String>> heavy =
        CompletableFuture.supplyAsync(
            () -> served.post("/gilan/sparql?timeout=4", QUERY, "ASK {" + values + SIX + NEVER));
    Thread.sleep(1500);
    assertThat(ask("ASK {" + values + "}").body()).contains("memory");
    assertThat(heavy.join().body()).contains("timed out");
    assertThat(ask("ASK {" + values + "}").statusCode()).isEqualTo(200);
  }

  /** Each is some fifteen characters, and a hundred thousand bytes written out. */
  @ParameterizedTest
  @ValueSource(strings = {"SELECT * { PATHS }", "ASK { FILTER NOT EXISTS { PATHS } }"})
  void writesOutNoPathsWithoutEnd(String query) {
    HttpResponse<String> response =
        ask(query.replace("PATHS", "<x:a> <x:p>{1000} <x:b> . ".repeat(200)));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(response.body()).contains("memory");
  }

  @Test
  void refusesWhatTakesTooLongToPlan() {
    for (String exists : List.of("EXISTS {", "exists # {\n {", "NOT EXISTS{", "EXI\\u0053TS {")) {
      HttpResponse<String> response =
          ask("ASK { " + ("FILTER " + exists).repeat(30) + "?s ?p ?o" + "}".repeat(31));
      assertThat(response.statusCode()).as(exists + response.body()).isEqualTo(400);
    }
    String nested = "ASK { " + "FILTER EXISTS { ?s ?p ?o ".repeat(12) + "}".repeat(13);
    assertThat(ask(nested).statusCode()).isEqualTo(200);
  }

  @Test
  void warnsShortlyOfAThousandGraphs() {
    String from =
        IntStream.range(0, 1000)
            .mapToObj(i -> "FROM <http://nope/" + i + "> ")
            .collect(Collectors.joining());
    HttpResponse<String> response = ask("SELECT ?s " + from + "{ ?s ?p ?o }");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Served.header(response, "X-Gilan-Warning")).hasSizeLessThan(1100).contains("nope/0");
  }

  @Test
  void answersAnyAddress() {
    for (String path : List.of("/assets/", "/ui/", "/id/", "/query/", "/document/", "/")) {
      assertThat(served.get(path + "a/".repeat(5000)).statusCode()).as(path).isIn(404, 414);
    }
  }
}

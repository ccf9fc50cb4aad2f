// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gilan.federation.LinkedPeople.Heard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries as one writes them for Wikidata, against another engine that stands in for it. */
class OxigraphTest {
  private static final String BORN =
      """
      SELECT ?who ?born WHERE {
        ?who skos:exactMatch ?item .
        SERVICE <https://query.wikidata.org/sparql> { ?item wdt:P569 ?born }
      }\
      """;

  private static StandIn standIn;
  private LinkedPeople linked;
  private int before;

  @BeforeAll
  static void start() throws Exception {
    standIn = StandIn.start();
  }

  @AfterAll
  static void stop() {
    if (standIn != null) {
      standIn.close();
    }
  }

  @BeforeEach
  void settle() {
    linked = linked(Limits.usual());
    before = standIn.asked();
  }

  @AfterEach
  void leave() {
    linked.close();
  }

  private static LinkedPeople linked(Limits limits) {
    LinkedPeople linked =
        new LinkedPeople(
            new Federation(
                AllowedServices.usual()
                    .with(LinkedPeople.WIKIDATA + "=" + standIn.address())
                    .with(standIn.address()),
                limits,
                Federation.agent("test", "tests@example.org")));
    linked.hold(LinkedPeople.WIKIDATA, StandIn.DATA.toString());
    return linked;
  }

  private int requests() {
    return standIn.asked() - before;
  }

  @Test
  void joinsFortyRowsInOneRequestAndNoneWhenRepeated() {
    Heard first = linked.ask(BORN);
    assertThat(first.rows()).hasSize(40);
    assertThat(first.rows()).anyMatch(r -> r.contains("villager-7") && r.contains("1857-03-08"));
    assertThat(requests()).isEqualTo(1);
    assertThat(linked.ask(BORN)).isEqualTo(first);
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void asksOnlyForWhatIsNew() {
    linked.ask(BORN.replace("?item .", "?item ; gilan:number ?n . FILTER (?n <= 30)"));
    assertThat(linked.ask(BORN).rows()).hasSize(40);
    assertThat(requests()).isEqualTo(2);
    assertThat(linked.ask(BORN.replace("?item .", "?item ; gilan:number 3 .")).rows()).hasSize(1);
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void asksAgainWhenAnAnswerHasBecomeOld() throws InterruptedException {
    Limits usual = Limits.usual();
    Duration age = Duration.ofMillis(100);
    try (LinkedPeople forgetful =
        linked(new Limits(usual.connect(), usual.call(), 20, 1000, 1 << 20, 100, 1 << 20, age))) {
      Heard first = forgetful.ask(BORN);
      Thread.sleep(2 * age.toMillis());
      assertThat(forgetful.ask(BORN)).isEqualTo(first);
      assertThat(requests()).isEqualTo(2);
    }
  }

  /** The same query with GRAPH is answered by Jena alone, and must say the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?who skos:exactMatch ?item SERVICE <W> { ?item wdt:P569 ?d } }",
        "SELECT * { SERVICE <W> { ?item wdt:P569 ?d } ?who skos:exactMatch ?item }",
        "SELECT * { ?who skos:exactMatch ?item OPTIONAL { SERVICE <W> { ?item wdt:P570 ?d } } }",
        "SELECT * { ?who skos:exactMatch ?item OPTIONAL { SERVICE <W> { ?item wdt:P570 ?d }"
            + " FILTER (?d > '1925-01-01T00:00:00Z'^^xsd:dateTime) } }",
        "SELECT * { ?who a gilan:Person OPTIONAL { ?who skos:exactMatch ?item"
            + " SERVICE <W> { ?item wdt:P570 ?d } } }",
        "SELECT * { ?who skos:exactMatch ?item SERVICE <W> { ?item wdt:P569 ?b"
            + " OPTIONAL { ?item wdt:P570 ?d } } }",
        "SELECT * { ?who skos:exactMatch ?item SERVICE <W> { OPTIONAL { ?item wdt:P570 ?d } } }",
        "SELECT * { ?who skos:exactMatch ?item SERVICE <W> { { ?item wdt:P569 ?b } UNION"
            + " { ?item wdt:P570 ?d } } }",
        "SELECT * { ?who skos:exactMatch ?item { SERVICE <W> { ?item wdt:P569 ?d } } UNION"
            + " { SERVICE <W> { ?item wdt:P570 ?d } } UNION { BIND (1 AS ?d) } }",
        "SELECT * { ?who skos:exactMatch ?item FILTER EXISTS { SERVICE <W> { ?item wdt:P570 ?d }"
            + " } }",
        "SELECT * { ?who skos:exactMatch ?item FILTER NOT EXISTS { SERVICE <W> { ?item wdt:P570"
            + " ?d } } }",
        "SELECT * { ?who skos:exactMatch ?item MINUS { SERVICE <W> { ?item wdt:P570 ?d } } }",
        "SELECT * { ?who skos:exactMatch ?item { SELECT ?item (MIN(?d) AS ?m) { SERVICE <W> {"
            + " ?item wdt:P570 ?d } } GROUP BY ?item } }",
        "SELECT * { ?who skos:exactMatch ?item SERVICE <W> { SELECT ?item (COUNT(?d) AS ?n) {"
            + " ?item wdt:P570 ?d } GROUP BY ?item } }",
        "SELECT * { ?who skos:exactMatch ?item SERVICE <W> { SELECT DISTINCT ?item { ?item ?p ?o }"
            + " } }",
        "SELECT * { ?who skos:exactMatch ?item SERVICE <W> { SELECT ?item ?d { ?item wdt:P569 ?d }"
            + " ORDER BY ?d LIMIT 5 } }",
        "SELECT * { ?who skos:exactMatch ?item SERVICE <W> { SELECT ?item (?d AS ?e) { ?item"
            + " wdt:P569 ?d } } }",
        "SELECT * { ?who rdfs:label ?name SERVICE <W> { ?item rdfs:label ?name } }",
        "SELECT * { ?who skos:exactMatch ?item SERVICE <W> { ?item wdt:P106/rdfs:label ?job } }",
        "SELECT * { ?who skos:exactMatch ?item SERVICE <W> { ?item wdt:P106 [ rdfs:label ?job ] }"
            + " }",
        "SELECT * { ?who skos:exactMatch ?item SERVICE <W> { ?item wdt:P569 ?d BIND (YEAR(?d) AS"
            + " ?y) FILTER (?y > 1870) } }",
        "SELECT * { ?who skos:exactMatch ?item SERVICE <W> { VALUES ?item { wd:Q9001 wd:Q9002 }"
            + " ?item wdt:P569 ?d } }",
        "SELECT ?who ?d { ?who skos:exactMatch ?item { SELECT ?item ?d { SERVICE <W> { ?item"
            + " wdt:P569 ?d . ?item wdt:P106 ?who } } } }",
        "SELECT * { ?who skos:exactMatch ?item SERVICE <W> { ?item wdt:P31 wd:Q5 FILTER NOT EXISTS"
            + " { ?item wdt:P570 ?d } } }",
        "SELECT * { ?who gilan:number ?n OPTIONAL { ?who skos:exactMatch ?item FILTER (?n < 9) }"
            + " SERVICE <W> { ?item wdt:P570 ?d } }",
        "SELECT * { ?who gilan:number 3 SERVICE <W> { wd:Q9001 wdt:P31 wd:Q5 } }",
        "SELECT * { ?who gilan:number 3 ; skos:exactMatch ?item LATERAL { SERVICE <W> { ?item"
            + " wdt:P569 ?d } } }",
        "SELECT * { ?who skos:exactMatch ?item OPTIONAL { SELECT ?item ?d { SERVICE <W> { ?item"
            + " wdt:P570 ?d ; wdt:P106 ?who } } } }",
        "SELECT (COUNT(*) AS ?n) (MAX(?d) AS ?m) { ?who skos:exactMatch ?item SERVICE <W> { ?item"
            + " wdt:P570 ?d } }",
        "SELECT * { BIND (<W> AS ?where) ?who skos:exactMatch ?item SERVICE ?where { ?item"
            + " wdt:P569 ?d } }",
        "SELECT * { ?who skos:exactMatch ?item SERVICE <W> { ?item wdt:P569 ?row } }",
        "ASK { ?who skos:exactMatch ?item SERVICE <W> { ?item wdt:P570 ?d } }",
        "CONSTRUCT { ?who gilan:diedOn ?d } WHERE { ?who skos:exactMatch ?item"
            + " SERVICE <W> { ?item wdt:P570 ?d } }",
        "DESCRIBE ?who { ?who skos:exactMatch ?item SERVICE <W> { ?item wdt:P106 wd:Q82955 } }",
      })
  void answersAsIfTheStatementsWereHere(String query) {
    String remote = query.replace("<W>", "<" + LinkedPeople.WIKIDATA + ">");
    Heard local = linked.ask(remote.replace("SERVICE", "GRAPH"));
    assertThat(local.rows()).isNotEmpty();
    assertThat(requests()).isZero();
    assertThat(linked.ask(remote)).isEqualTo(local);
    assertThat(requests()).isBetween(1, 4);
    linked.ask(remote);
    assertThat(requests()).as("with a repetition").isBetween(1, 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?who skos:exactMatch ?item OPTIONAL { SERVICE <W> { ?item wdt:P570 ?d } }",
        "?who skos:exactMatch ?item OPTIONAL { SERVICE <W> { ?item wdt:P570 ?d FILTER (?item !="
            + " wd:Q1) } }",
        "?who skos:exactMatch ?item { SERVICE <W> { ?item wdt:P570 ?d } } UNION { BIND (1 AS ?d) }",
        "?who skos:exactMatch ?item FILTER EXISTS { SERVICE <W> { ?item wdt:P570 ?d } }",
        "?who skos:exactMatch ?item FILTER NOT EXISTS { SERVICE <W> { ?item wdt:P570 ?d } }",
        "?who skos:exactMatch ?item SERVICE <W> { OPTIONAL { ?item wdt:P570 ?d } }",
      })
  void asksOnceWhereverTheServiceStands(String pattern) {
    linked.ask("SELECT * { " + pattern.replace("<W>", "<" + LinkedPeople.WIKIDATA + ">") + " }");
    assertThat(requests()).isEqualTo(1);
  }

  /** Oxigraph writes 2.010 as 2.01. */
  @Test
  void joinsNumbersThatTheEndpointWritesInItsOwnWay() {
    Heard heard =
        linked.ask(
            """
            SELECT ?item ?height WHERE {
              ?who gilan:height ?height ; skos:exactMatch ?item .
              SERVICE <https://query.wikidata.org/sparql> { ?item wdt:P900000001 ?height }
            }\
            """);
    assertThat(heard.rows()).hasSize(40);
    assertThat(heard.rows().get(0)).contains("\"2.010\"");
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void stopsAtTheLimitOfRequests() {
    try (LinkedPeople poor = linked(few(2, 1000))) {
      assertThatExceptionOfType(ServiceException.class)
          .isThrownBy(() -> poor.ask(BORN))
          .withMessageContaining("more than 2 requests")
          .matches(e -> e.getStatusCode() == 422);
      assertThat(requests()).isEqualTo(2);
    }
  }

  @Test
  void stopsAtTheLimitOfRows() {
    try (LinkedPeople poor = linked(few(20, 15))) {
      assertThatExceptionOfType(ServiceException.class)
          .isThrownBy(() -> poor.ask(BORN))
          .withMessageContaining("more rows than one query may receive")
          .matches(e -> e.getStatusCode() == 422);
      assertThat(requests()).isEqualTo(2);
    }
  }

  private static Limits few(int calls, int rows) {
    Limits usual = Limits.usual();
    return new Limits(
        usual.connect(), usual.call(), calls, rows, 1 << 20, 10, 1 << 20, usual.cacheAge());
  }

  @Test
  void answersManyQueriesAtATime() throws Exception {
    Heard alone = linked.ask(BORN);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Heard>> heard = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      String query = BORN.replace("?born WHERE", "?born ?t" + i % 16 + " WHERE");
      heard.add(threads.submit(() -> linked.ask(query)));
    }
    for (Future<Heard> one : heard) {
      assertThat(one.get().rows()).hasSize(alone.rows().size());
      assertThat(one.get().warnings()).isEmpty();
    }
    threads.shutdown();
  }
}

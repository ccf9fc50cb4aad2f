// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gilan.document.Documents;
import org.gilan.federation.AllowedServices;
import org.gilan.federation.Federation;
import org.gilan.federation.Limits;
import org.gilan.format.Choice;
import org.gilan.format.ResultFormat;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.page.Fixture;
import org.gilan.page.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that a client has already are not sent again. */
class KeptAnswersTest {
  private static final String PEOPLE =
      "SELECT ?who WHERE { ?who a <https://w3id.org/gilan/ontology#Person> }";

  private static Served served;

  @BeforeAll
  static void start() {
    served = Served.site(Fixture.site());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static String tag(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Served.header(response, "ETag");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/gilan/sparql?query=ASK%7B%7D",
        "/gilan?query=ASK%7B%7D",
        "/gilan/sparql",
        "/gilan/data?default",
        "/gilan/data",
        "/id/anna-lodge",
        "/id/anna-lodge.ttl",
        "/claim/c1",
        "/ontology",
        "/void",
        "/",
        "/find?q=anna",
        "/ui/",
        "/assets/gilan.css",
      })
  void areNotSentAgain(String path) {
    HttpResponse<String> first = served.get(path, "Accept", "*/*");
    String tag = tag(first);
    assertThat(tag).startsWith("W/\"");
    assertThat(Served.header(first, "Cache-Control")).isNotEmpty().doesNotContain("no-store");
    for (String known : new String[] {tag, "\"other\" , " + tag, tag.substring(2), "*"}) {
      HttpResponse<String> second = served.get(path, "Accept", "*/*", "If-None-Match", known);
      assertThat(second.statusCode()).isEqualTo(304);
      assertThat(second.body()).isEmpty();
      assertThat(Served.header(second, "ETag")).isEqualTo(tag);
      assertThat(Served.header(second, "Content-Length")).isEmpty();
      assertThat(Served.header(second, "Vary")).isEqualTo(Served.header(first, "Vary"));
      assertThat(Served.header(second, "Access-Control-Allow-Origin"))
          .isEqualTo(Served.header(first, "Access-Control-Allow-Origin"));
    }
    HttpResponse<String> other = served.get(path, "Accept", "*/*", "If-None-Match", "\"other\"");
    assertThat(other.body()).isEqualTo(first.body());
    assertThat(served.send("HEAD", path, BodyPublishers.noBody(), "Accept", "*/*").headers().map())
        .containsEntry("ETag", List.of(tag));
  }

  @Test
  void belongToOneQuestionOneFormatAndOneGraphAndOutliveARestart() {
    String tag = tag(served.get(Served.query(PEOPLE), "Accept", "text/csv"));
    assertThat(tag(served.get(Served.query(PEOPLE), "Accept", "text/csv"))).isEqualTo(tag);
    assertThat(tag(served.get(Served.query(PEOPLE), "Accept", "application/json")))
        .isNotEqualTo(tag);
    assertThat(tag(served.get(Served.query(PEOPLE + " LIMIT 1"), "Accept", "text/csv")))
        .isNotEqualTo(tag);
    try (Served again = Served.site(Fixture.site())) {
      assertThat(tag(again.get(Served.query(PEOPLE), "Accept", "text/csv"))).isEqualTo(tag);
    }
    Site otherGraph = new Site(new KnowledgeGraph(Fixture.dataset(), "beef4567"), Documents.none());
    try (Served other = Served.site(otherGraph)) {
      assertThat(tag(other.get(Served.query(PEOPLE), "Accept", "text/csv"))).isNotEqualTo(tag);
    }
  }

  /** Put together to one text, these would be the same. */
  @Test
  void areTaggedByEachPartOfWhatIsAsked() {
    String query = Served.query("SELECT ?s FROM <x:f> { ?s ?p ?o }");
    String two = tag(served.get(query + "&default-graph-uri=x:f&default-graph-uri=x:c"));
    for (String other :
        List.of(
            "&default-graph-uri=" + Served.encode("x:f, x:c"),
            "&default-graph-uri=x:f&named-graph-uri=x:c",
            "&default-graph-uri=x:c&default-graph-uri=x:f",
            "&default-graph-uri=" + Served.encode("x:f], namedGraphs=[x:c"))) {
      HttpResponse<String> response = served.get(query + other, "If-None-Match", two);
      assertThat(response.statusCode()).as(other).isEqualTo(200);
      assertThat(tag(response)).as(other).isNotEqualTo(two);
    }
    assertThat(EntityTag.of("a, b", "c")).isNotEqualTo(EntityTag.of("a", "b, c"));
    assertThat(EntityTag.of("a", List.of("b"), List.of("c")))
        .isNotEqualTo(EntityTag.of("a", List.of("b", "c"), List.of()))
        .isNotEqualTo(EntityTag.of("a", List.of(), List.of("b", "c")))
        .isNotEqualTo(EntityTag.of("a", "b", "c"));
  }

  /** RFC 9110 section 13.1.2: a star is any answer there is, and there may be none. */
  @Test
  void areNotThereBeforeTheyAreMade() {
    String endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    String path = Served.query(endless) + "&timeout=0.2";
    assertThat(served.get(path, "If-None-Match", "*").statusCode()).isEqualTo(503);
    assertThat(served.get(Served.query("nonsense"), "If-None-Match", "*").statusCode())
        .isEqualTo(400);
    HttpResponse<String> made = served.get(Served.query("ASK {} # new"), "If-None-Match", "*");
    assertThat(made.statusCode()).isEqualTo(304);
    assertThat(Served.header(made, "ETag")).isNotEmpty();
  }

  @Test
  void mayBeKeptAWhileWithoutAskingIfTheOperatorSaysSo() {
    Settings settings = Settings.at("127.0.0.1", 0).kept(java.time.Duration.ofMinutes(1));
    try (Served kept = Served.site(Fixture.site(), settings)) {
      for (String path : List.of("/", "/void", "/assets/gilan.css", Served.query(PEOPLE))) {
        assertThat(Served.header(kept.get(path), "Cache-Control"))
            .as(path)
            .isEqualTo("public, max-age=60, stale-while-revalidate=60, stale-if-error=86400");
        assertThat(Served.header(served.get(path), "Cache-Control")).isEqualTo("no-cache");
      }
      for (String path : List.of("/ready", "/id/nobody", Served.query("SELECT (NOW() AS ?n) {}"))) {
        assertThat(Served.header(kept.get(path), "Cache-Control")).isEqualTo("no-store");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (NOW() AS ?now) WHERE {}",
        "SELECT (RAND() AS ?any) WHERE {}",
        "SELECT (uuid() AS ?any) WHERE {}",
        "SELECT (STRUUID() AS ?any) WHERE {}",
        "SELECT (BNODE() AS ?any) WHERE {}",
        "SELECT (<http://www.w3.org/ns/sparql#now>() AS ?now) WHERE {}",
      })
  void areNotKeptIfTheyChange(String query) {
    HttpResponse<String> response = served.get(Served.query(query));
    assertThat(tag(response)).isEmpty();
    assertThat(Served.header(response, "Cache-Control")).isEqualTo("no-store");
  }

  /**
   * The other endpoint is real and has another answer each time: neither here nor there is it kept.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?x { SERVICE OTHER { BIND (STRUUID() AS ?x) } }",
        "SELECT ?x { SERVICE SILENT OTHER { SELECT (STRUUID() AS ?x) {} } }",
        "SELECT ?x { {} OPTIONAL { SERVICE OTHER { BIND (STRUUID() AS ?x) } } }",
        "SELECT (MAX(?y) AS ?x) { { SELECT ?y { SERVICE OTHER { BIND (STRUUID() AS ?y) } } } }",
        "CONSTRUCT { <x:s> <x:p> ?x } { SERVICE OTHER { BIND (STRUUID() AS ?x) } }",
      })
  void areNotKeptIfOthersAreAsked(String query) {
    try (Served other = Served.site(Fixture.site())) {
      String address = other.uri("/gilan/sparql").toString();
      Federation federation =
          new Federation(AllowedServices.usual().with(address), Limits.usual(), "gilan/test");
      Settings settings = Settings.at("127.0.0.1", 0);
      try (Served asking = Served.site(Fixture.site(), settings, federation)) {
        String path = Served.query(query.replace("OTHER", "<" + address + ">"));
        HttpResponse<String> first = asking.get(path);
        assertThat(tag(first)).isEmpty();
        assertThat(Served.header(first, "Cache-Control")).isEqualTo("no-store");
        assertThat(first.body()).containsPattern("[0-9a-f]{8}-[0-9a-f]{4}");
        assertThat(asking.get(path).body()).isNotEqualTo(first.body());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/gilan/sparql?query=nonsense",
        "/gilan/sparql?x=y",
        "/gilan/data?graph=x:nothing",
        "/id/nobody",
        "/gilan/sparql?timeout=0.001&query=SELECT+(COUNT(*)+AS+?n)+WHERE+%7B?a+?b+?c.?d+?e+?f.?g+?h+?i%7D",
      })
  void areNotKeptIfTheyAreErrors(String path) {
    HttpResponse<String> response = served.get(path);
    assertThat(response.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(Served.header(response, "ETag")).isEmpty();
    assertThat(Served.header(response, "Cache-Control")).contains("no-store");
  }

  /** What is kept is sent again byte for byte, compressed or not; no-cache gets a fresh one. */
  @Test
  void areTheSameWhicheverWayTheyAreSent() throws Exception {
    String query = Served.query(PEOPLE + " ORDER BY ?who");
    HttpResponse<String> first = served.get(query);
    for (int i = 0; i < 3; i++) {
      HttpResponse<String> again = served.get(query);
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(again.headers().map().keySet()).isEqualTo(first.headers().map().keySet());
      assertThat(tag(again)).isEqualTo(tag(first));
      assertThat(served.get(query, "Cache-Control", "no-cache").body()).isEqualTo(first.body());
      assertThat(Served.header(served.get(query, "Accept-Encoding", "gzip"), "Content-Encoding"))
          .isEqualTo("gzip");
    }
    String missing = Served.query("SELECT ?s FROM <x:none> { ?s ?p ?o }");
    for (int i = 0; i < 2; i++) {
      assertThat(Served.header(served.get(missing), "X-Gilan-Warning")).contains("<x:none>");
    }
  }

  @Test
  void areBoundedInBytesAndAdmittedByWhatTheyCost() {
    KeptAnswers answers = new KeptAnswers(100_000);
    Choice json = new Choice(ResultFormat.JSON, ResultFormat.JSON.type());
    for (int i = 0; i < 100; i++) {
      answers.offer(key("costly " + i, json), kept(10_000), 1_000_000_000);
    }
    assertThat(answers.bytes()).isPositive().isLessThanOrEqualTo(100_000);
    KeptAnswers.Key cheap = key("cheap", json);
    answers.offer(cheap, kept(10_000), 10);
    assertThat(answers.find(cheap)).isNull();
  }

  /** What names an answer is sent by clients, too, and may be longer than the answer. */
  @Test
  void areBoundedWithAllThatNamesThem() {
    KeptAnswers answers = new KeptAnswers(1_000_000);
    Choice json = new Choice(ResultFormat.JSON, ResultFormat.JSON.type());
    String graph = "x:" + "a".repeat(100_000);
    List<KeptAnswers.Key> keys = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      keys.add(new KeptAnswers.Key("ASK {}", List.of(graph + i), List.of(), json));
      keys.add(new KeptAnswers.Key("ASK {}", List.of(), List.of(graph + i), json));
      keys.add(
          new KeptAnswers.Key("ASK {}", Collections.nCopies(10_000, "x:" + i), List.of(), json));
      keys.add(key("ASK {} #" + graph + i, json));
    }
    keys.forEach(key -> answers.offer(key, kept(1), 1_000_000_000));
    assertThat(keys.stream().filter(key -> answers.find(key) != null)).hasSizeBetween(1, 5);
  }

  private static KeptAnswers.Key key(String query, Choice choice) {
    return new KeptAnswers.Key(query, List.of(), List.of(), choice);
  }

  private static KeptAnswers.Kept kept(int length) {
    return new KeptAnswers.Kept("W/\"x\"", null, "text/csv", new byte[length], null);
  }
}

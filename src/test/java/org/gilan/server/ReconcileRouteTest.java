// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.gilan.page.Reconciliation;
import org.gilan.page.ViewFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests that OpenRefine sends. */
class ReconcileRouteTest {
  private static Served served;

  @BeforeAll
  static void start() {
    served = Served.site(ViewFixture.site());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void saysWhatItCanDoToEverySite() {
    HttpResponse<String> response = served.get("/reconcile", "Origin", "http://127.0.0.1:3333");
    assertThat(Served.header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    JsonObject manifest = JSON.parse(response.body());
    assertThat(manifest.getString("identifierSpace")).isEqualTo("https://w3id.org/gilan/id/");
    assertThat(manifest.getObj("view").getString("url")).isEqualTo(served.uri("/id/") + "{{id}}");
    assertThat(manifest.keys())
        .contains(
            "versions", "name", "schemaSpace", "defaultTypes", "preview", "suggest", "extend");
  }

  @Test
  void isExplainedToPeople() {
    String documentation = JSON.parse(served.get("/reconcile").body()).getString("documentation");
    assertThat(documentation).isEqualTo(served.uri("/programs").toString());
    assertThat(served.get("/programs").body())
        .contains("<code>" + served.uri("/reconcile") + "</code>", "OpenRefine");
    assertThat(served.get("/").body()).contains("href=\"programs\"");
  }

  @ParameterizedTest
  @CsvSource({
    "boris, boris, 100, true",
    "Борис, boris, 100, true",
    "o boris son, boris, 100, true",
    "OBorisson, boris, 100, true",
    "Borys, boris, 90, false",
    "Borisk, boris, 30, false",
    "كلارا, clara, 100, true",
  })
  void matchesNamesInAnySpelling(String name, String id, double score, boolean sure) {
    JsonObject best = first("{\"query\": \"" + name + "\"}");
    assertThat(best.getString("id")).isEqualTo(id);
    assertThat(best.getBoolean("match")).isEqualTo(sure);
    assertThat(best.get("score").getAsNumber().value().doubleValue()).isEqualTo(score);
    assertThat(best.get("type").toString()).contains("Person");
  }

  @Test
  void keepsToTheTypeAndTheLimit() {
    assertThat(results("{\"query\": \"boris\", \"type\": \"Place\"}")).isEmpty();
    assertThat(results("{\"query\": \"boris\", \"type\": [\"Person\"]}")).hasSize(1);
    assertThat(results("{\"query\": \"boris\", \"limit\": 0}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Reedport, 100", "Millham, 70"})
  void weighsOtherColumns(String place, double score) {
    JsonObject best =
        first(
            "{\"query\": \"boris\", \"properties\": [{\"pid\": \"bornIn\", \"v\": \""
                + place
                + "\"}]}");
    assertThat(best.get("score").getAsNumber().value().doubleValue()).isEqualTo(score);
    assertThat(best.getBoolean("match")).isEqualTo(score == 100);
  }

  @Test
  void addsColumns() {
    JsonObject table =
        ask(
            "extend",
            "{\"ids\": [\"boris\", \"nobody\"], \"properties\": [{\"id\": \"bornIn\"}, {\"id\":"
                + " \"exactMatch\"}]}");
    assertThat(table.get("meta").getAsArray()).hasSize(2);
    JsonObject row = table.getObj("rows").getObj("boris");
    assertThat(row.get("bornIn").getAsArray().get(0).getAsObject().getString("id"))
        .isEqualTo("reedport");
    assertThat(row.get("exactMatch").getAsArray().get(0).getAsObject().getString("str"))
        .isEqualTo("Q1");
    assertThat(table.getObj("rows").getObj("nobody").get("bornIn").getAsArray()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "entity?prefix=reed, reedport",
    "type?prefix=per, Person",
    "property?prefix=bo, bornIn"
  })
  void suggests(String request, String id) {
    JsonObject answer = JSON.parse(served.get("/reconcile/suggest/" + request).body());
    assertThat(answer.get("result").getAsArray().get(0).getAsObject().getString("id"))
        .isEqualTo(id);
  }

  @Test
  void proposesThePropertiesOfAClass() {
    assertThat(served.get("/reconcile/properties?type=Person").body())
        .contains("bornIn", "exactMatch");
  }

  @Test
  void showsAPreviewThatMayStandInAFrame() {
    HttpResponse<String> preview = served.get("/reconcile/preview?id=anna");
    assertThat(preview.body()).contains("Anna &lt;Lodge&gt;");
    assertThat(Served.header(preview, "Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .doesNotContain("frame-ancestors");
    assertThat(served.get("/reconcile/preview?id=nobody").statusCode()).isEqualTo(404);
    assertThat(served.get("/reconcile/suggest/nothing?prefix=a").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"queries=[", "queries={\"q0\": 1}", "extend={}", "queries={\"q0\": {}}"})
  void refusesWhatItCannotRead(String form) {
    String encoded =
        form.substring(0, form.indexOf('=') + 1)
            + Served.encode(form.substring(form.indexOf('=') + 1));
    assertThat(served.post("/reconcile", "application/x-www-form-urlencoded", encoded).statusCode())
        .isEqualTo(400);
  }

  private static JsonObject first(String query) {
    return results(query).get(0).getAsObject();
  }

  private static JsonArray results(String query) {
    return ask("queries", "{\"q0\": " + query + "}").getObj("q0").get("result").getAsArray();
  }

  private static JsonObject ask(String parameter, String json) {
    HttpResponse<String> response =
        served.post(
            "/reconcile",
            "application/x-www-form-urlencoded",
            parameter + "=" + Served.encode(json));
    assertThat(response.statusCode()).isEqualTo(200);
    return JSON.parse(response.body());
  }

  @Test
  void takesNoMoreThanABatch() {
    String one = "\"q%d\": {\"query\": \"boris\", \"limit\": 99999999999999999999}";
    for (int many : new int[] {Reconciliation.BATCH, Reconciliation.BATCH + 1}) {
      String queries =
          IntStream.range(0, many).mapToObj(one::formatted).collect(Collectors.joining(", "));
      HttpResponse<String> answer = sent("queries", "{" + queries + "}");
      assertThat(answer.statusCode()).isEqualTo(many > Reconciliation.BATCH ? 400 : 200);
      assertThat(answer.body())
          .contains(many > Reconciliation.BATCH ? "at most 100 queries" : "\"q99\"");
    }
    String ids = "\"boris\", ".repeat(1000) + "\"boris\"";
    String cells = "{\"ids\": [" + ids + "], \"properties\": [{\"id\": \"label\"}]}";
    assertThat(sent("extend", cells).body()).contains("at most 1000 cells");
    assertThat(served.get("/reconcile?timeout=soon&queries=" + Served.encode("{}")).statusCode())
        .isEqualTo(400);
  }

  /** Each sign is 18 letters; to spell a text takes the square of its length. */
  @Test
  void spellsOnlyTheBeginningOfLongNames() {
    String much = "ﷺ".repeat(30_000);
    long start = System.nanoTime();
    assertThat(results("{'query': 'boris', 'properties': [{'pid': 'bornIn', 'v': 'MUCH'}]}", much))
        .hasSize(1);
    for (String kind : new String[] {"type", "property", "entity"}) {
      HttpResponse<String> answer =
          served.post(
              "/reconcile/suggest/" + kind,
              "application/x-www-form-urlencoded",
              "prefix=" + Served.encode(much));
      assertThat(answer.statusCode()).isEqualTo(200);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  private static JsonArray results(String query, String much) {
    return results(query.replace('\'', '"').replace("MUCH", much));
  }

  @Test
  void comparesNoLongerThanItsClientWaits() {
    String slow = "咞".repeat(500);
    String values =
        IntStream.range(0, 200)
            .mapToObj(i -> "\"" + slow + i + '"')
            .collect(Collectors.joining(","));
    String query =
        "{\"q\": {\"query\": \"boris\", \"properties\": [{\"pid\": \"bornIn\", \"v\": ["
            + values
            + "]}]}}";
    long start = System.nanoTime();
    HttpResponse<String> answer = sent("timeout=0.5&queries", query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void repeatsNoLongNamesInEachRow() {
    String table =
        "{\"ids\": [\"boris\"], \"properties\": [{\"id\": \"" + "x".repeat(501) + "\"}]}";
    assertThat(sent("extend", table).statusCode()).isEqualTo(400);
    assertThat(sent("extend", table).body()).contains("at most 500 letters");
    assertThat(sent("extend", table.replace("xx\"", "x\"")).statusCode()).isEqualTo(200);
  }

  @Test
  void readsNoNumberWithoutEnd() {
    String numbers = "{\"q\": {\"query\": \"boris\", \"limit\": " + "9".repeat(10_001) + "}}";
    assertThat(sent("queries", numbers).body()).contains("more than 10000 digits");
  }

  private static HttpResponse<String> sent(String parameter, String json) {
    return served.post(
        "/reconcile", "application/x-www-form-urlencoded", parameter + "=" + Served.encode(json));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.gilan.check.TheGraph;
import org.gilan.page.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table matched and widened by OpenRefine, request by request, on the real graph. */
class OpenRefineTest {
  private static final String SCHEMA = "classpath:reconciliation/answers.schema.json#/$defs/";
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private static Served served;

  @BeforeAll
  static void start() {
    served = Served.site(new Site(TheGraph.assembly().graph(), TheGraph.documents()));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/reconcile, manifest",
    "/reconcile/suggest/entity?prefix=Kuchi&cursor=0, suggestions",
    "/reconcile/suggest/type?prefix=pe, suggestions",
    "/reconcile/suggest/property?prefix=bo, suggestions",
    "/reconcile/properties?type=Person&limit=3, proposal",
    "/reconcile/properties?type=Treaty, proposal",
  })
  void looksAround(String address, String form) {
    assertValid(form, served.get(address, "Origin", "http://127.0.0.1:3333"));
  }

  @Test
  void matchesTheCellsOfAColumn() {
    HttpResponse<String> answer =
        form(
            "queries",
            """
            {"q0": {"query": "Кучек", "type": "Person", "type_strict": "should", "limit": 3},
             "q1": {"query": "Resht", "type": [{"id": "Place", "name": "place"}], "properties": []},
             "q2": {"query": "Haydar"},
             "q3": {"query": "Lenin", "properties": [{"pid": "exactMatch", "v": {"id": "Q1394"}}]},
             "q4": {"query": "Xylophone"}}\
            """);
    assertValid("results", answer);
    JsonObject results = JSON.parse(answer.body());
    Map.of("q0", "kuchak-khan", "q1", "rasht", "q2", "haidar-khan", "q3", "lenin")
        .forEach((cell, thing) -> assertThat(first(results, cell)).isEqualTo(thing));
    assertThat(result(results, "q4")).isEmpty();
  }

  private static JsonArray result(JsonObject results, String cell) {
    return results.getObj(cell).get("result").getAsArray();
  }

  private static String first(JsonObject results, String cell) {
    return result(results, cell).get(0).getAsObject().getString("id");
  }

  @Test
  void addsColumnsWithValuesOfEveryKind() {
    HttpResponse<String> answer =
        form(
            "extend",
            """
            {"ids": ["soviet-iranian-treaty-1921", "operation-anzali", "rasht", "kuchak-khan", "x"],
             "properties": [{"id": "signedOn"}, {"id": "onDate"}, {"id": "latitude"},
               {"id": "memberOf"}, {"id": "exactMatch"}]}\
            """);
    assertValid("extension", answer);
    assertThat(answer.body())
        .contains("1921-02-26T00:00:00Z", "\"float\"", "Jangal movement", "Q178373");
  }

  @Test
  void proposesNoMoreColumnsThanAsked() {
    JsonObject proposal =
        JSON.parse(served.get("/reconcile/properties?type=Person&limit=3").body());
    assertThat(proposal.get("properties").getAsArray()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "manifest | {\"name\": \"x\"}",
        "results | {\"q0\": {}}",
        "results | {\"q0\": {\"result\": [{\"id\": \"x\"}]}}",
        "extension | {\"meta\": [], \"rows\": {\"x\": {\"y\": [{\"date\": \"1921-02-26\"}]}}}",
      })
  void wouldSeeWhatTheApiDoesNotAllow(String form, String answer) {
    assertThat(schema(form).validate(answer, InputFormat.JSON)).isNotEmpty();
  }

  private static HttpResponse<String> form(String parameter, String json) {
    return served.post(
        "/reconcile", "application/x-www-form-urlencoded", parameter + "=" + Served.encode(json));
  }

  private static void assertValid(String form, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Served.header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(schema(form).validate(answer.body(), InputFormat.JSON)).isEmpty();
  }

  private static JsonSchema schema(String form) {
    return SCHEMAS.getSchema(SchemaLocation.of(SCHEMA + form));
  }
}

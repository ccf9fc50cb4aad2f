// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.gilan.page.ViewFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names searched by queries, {@code text:query}. */
class NameQueryTest {
  private static final String PREFIX = "PREFIX text: <http://jena.apache.org/text#> ";

  private static Served served;

  @BeforeAll
  static void start() {
    served = Served.site(ViewFixture.site());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?x text:query 'Borys' | boris",
        "?x text:query 'ბორისი' | boris",
        "(?x ?score) text:query ('кlara' 1) | clara",
        "VALUES ?name { 'reedport' } ?x text:query ?name | reedport",
        "?x text:query 'clara' . ?x a <https://w3id.org/gilan/ontology#Person> | clara",
        "?x a <https://w3id.org/gilan/ontology#Place> . ?x text:query 'Millham' | millham",
      })
  void findsThingsByAnySpelling(String pattern, String name) {
    HttpResponse<String> answer = ask("SELECT ?x { " + pattern + " }");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body().lines()).containsExactly("x", "https://w3id.org/gilan/id/" + name);
  }

  @Test
  void findsInGraphsThatAreNamed() {
    String from = "SELECT ?x FROM <urn:x-arq:DefaultGraph> { ?x text:query 'boris' }";
    assertThat(ask(from).body()).contains("id/boris");
  }

  @Test
  void keepsToTheNumberAsked() {
    assertThat(ask("SELECT ?x { ?x text:query ('a' 0) }").body().lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?x text:query <x:name>",
        "?x text:query (<x:name> 'boris')",
        "(?x ?y ?z) text:query 'boris'",
        "?x text:query ()",
      })
  void refusesWhatItDoesNotKnow(String pattern) {
    assertThat(ask("SELECT ?x { " + pattern + " }").statusCode()).isEqualTo(400);
  }

  private static HttpResponse<String> ask(String query) {
    return served.get(Served.query(PREFIX + query), "Accept", "text/csv");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedServicesTest {
  @Test
  void allowsWikidataAndDbpediaToBeginWith() {
    assertThat(AllowedServices.usual().names())
        .containsExactly("https://dbpedia.org/sparql", "https://query.wikidata.org/sparql");
    assertThat(AllowedServices.none().names()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://query.wikidata.org/sparql",
        "HTTPS://Query.Wikidata.ORG/sparql",
        "https://query.wikidata.org:443/sparql",
      })
  void knowsTheSpellingsOfOneAddress(String iri) {
    assertThat(AllowedServices.usual().find(iri).map(Service::address))
        .contains(URI.create("https://query.wikidata.org/sparql"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://query.wikidata.org/sparql",
        "https://query.wikidata.org/",
        "https://query.wikidata.org/sparql/",
        "https://query.wikidata.org/SPARQL",
        "https://query.wikidata.org:8443/sparql",
        "https://query.wikidata.org./sparql",
        "https://query.wikidata.org.example/sparql",
        "https://a@query.wikidata.org/sparql",
        "https://query.wikidata.org/sparql?x",
        "https://query.wikidata.org/sparql#x",
        "query.wikidata.org/sparql",
        "",
      })
  void knowsNoOtherAddress(String iri) {
    assertThat(AllowedServices.usual().find(iri)).isEmpty();
  }

  @Test
  void addsWhatTheOperatorNames() {
    AllowedServices more = AllowedServices.usual().with("http://127.0.0.1:7878/query?graph=a=b");
    assertThat(more.find("http://127.0.0.1:7878/query?graph=a=b")).isPresent();
    assertThat(more.names()).hasSize(3);
    assertThat(AllowedServices.usual().names()).hasSize(2);
  }

  @Test
  void asksAMirrorInThePlaceOfAnEndpoint() {
    assertThat(
            AllowedServices.usual()
                .with("https://query.wikidata.org/sparql=http://127.0.0.1:7878/query")
                .find("https://query.wikidata.org/sparql"))
        .contains(
            new Service(
                "https://query.wikidata.org/sparql", URI.create("http://127.0.0.1:7878/query")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wikidata", "ftp://x/y", "http:///x", "http://u@x/", "http://x/ y"})
  void saysHowToWriteAnAddress(String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AllowedServices.none().with(words))
        .withMessageContaining("https://example.org/sparql");
  }
}

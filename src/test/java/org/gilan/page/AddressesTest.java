// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "id/kuchak-khan, /id/kuchak-khan",
    "'document/x/1-20', '/document/x/1-20'",
    "document/x, /document/x",
    "claim/00ff, /claim/00ff",
    "graph/facts, /graph/facts",
    "ontology, /ontology",
    "ontology#Person, /ontology#Person",
  })
  void hasAPathForOurOwnIris(String iri, String path) {
    assertThat(Addresses.path(Gilan.BASE + iri)).contains(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/id/x",
        "https://w3id.org/gilan/",
        "https://w3id.org/gilan/id/",
        "https://w3id.org/gilan/id/a/b",
        "https://w3id.org/gilan/ontology/0.1.0",
        "https://w3id.org/gilan/document/x/a-b",
        "javascript:alert(1)",
      })
  void hasNoPathForOthers(String iri) {
    assertThat(Addresses.path(iri)).isEmpty();
  }

  @Test
  void leadsFromPathToIri() {
    assertThat(Addresses.iri("/id/x")).isEqualTo("https://w3id.org/gilan/id/x");
  }
}

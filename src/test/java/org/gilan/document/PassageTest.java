// SPDX-License-Identifier: Apache-2.0
package org.gilan.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageTest {
  private static final String DOCUMENT = "https://w3id.org/gilan/document/x";

  @Test
  void readsAndWritesItsIri() {
    Passage passage = new Passage(DOCUMENT, 10, 20);
    assertThat(Passage.parse(passage.iri())).contains(passage);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {DOCUMENT, DOCUMENT + "/1", DOCUMENT + "/-1-2", DOCUMENT + "/1-99999999999"})
  void refusesOtherIris(String iri) {
    assertThat(Passage.parse(iri)).isEmpty();
  }

  @Test
  void overlapsByOneCharacterAndNotByTouching() {
    Passage passage = new Passage(DOCUMENT, 10, 20);
    assertThat(passage.overlaps(new Passage(DOCUMENT, 19, 30))).isTrue();
    assertThat(passage.overlaps(new Passage(DOCUMENT, 20, 30))).isFalse();
    assertThat(passage.overlaps(new Passage(DOCUMENT + "y", 10, 20))).isFalse();
  }
}

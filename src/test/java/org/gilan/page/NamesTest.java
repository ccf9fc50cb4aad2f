// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.gilan.check.TheGraph;
import org.gilan.document.Documents;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The search over the real graph: fifty names as people type them, in four scripts. */
class NamesTest {
  private static Names names;

  @BeforeAll
  static void read() {
    names = new Names(new Site(TheGraph.assembly().graph(), Documents.none()));
  }

  @Test
  void offersWhatIsOneLetterOff() {
    assertThat(names.find("Karabagh", null).nearby()).contains("Karabakh");
    assertThat(names.find("Chichelin", null).nearby()).anyMatch(name -> name.contains("Chicherin"));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/names.csv")
  void findsFirst(String words, String thing) {
    assertThat(names.find(words, null).entries())
        .isNotEmpty()
        .first()
        .satisfies(entry -> assertThat(entry.name().href()).isEqualTo("/id/" + thing));
  }
}

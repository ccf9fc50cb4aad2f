// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gilan.check.TheGraph;
import org.gilan.document.Documents;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search over the real graph: over a hundred names as people type them, in seven scripts. */
class NamesTest {
  private static Names names;

  @BeforeAll
  static void read() {
    names = new Names(new Site(TheGraph.assembly().graph(), Documents.none()));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/names.csv")
  void findsFirst(String words, String thing) {
    assertThat(names.find(words, null).entries())
        .isNotEmpty()
        .first()
        .satisfies(entry -> assertThat(entry.name().href()).isEqualTo("/id/" + thing));
  }

  @ParameterizedTest
  @CsvSource({
    "Chichelin, Georgy Chicherin",
    "Stalim, Joseph Stalin",
  })
  void offersWhatIsOneLetterOff(String words, String name) {
    assertThat(names.find(words, null).nearby()).first().isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Xylophone", "Napoleon", "Mussolini", "Bonaparte", "Тимбукту", "ناپلئون", " ,;- "})
  void findsNothingForOthers(String words) {
    assertThat(names.match(words)).isEmpty();
  }

  @Test
  void putsPeopleBeforeWhatIsNamedAfterThem() {
    assertThat(names.match("Ihsanullah Khan"))
        .extracting(match -> match.entry().group())
        .startsWith(Names.Group.PEOPLE, Names.Group.REST);
  }

  @Test
  void findsTheSameInTheSameOrderInEachIndex() {
    Names again = new Names(new Site(TheGraph.assembly().graph(), Documents.none()));
    for (String words : List.of("khan", "1920", "а", "telegram lenin")) {
      assertThat(iris(again, words)).isEqualTo(iris(names, words)).hasSizeGreaterThan(10);
    }
  }

  private static List<String> iris(Names names, String words) {
    return names.match(words).stream().map(match -> match.entry().node().getURI()).toList();
  }
}

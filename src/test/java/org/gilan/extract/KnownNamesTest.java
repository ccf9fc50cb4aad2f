// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.gilan.document.Passage;
import org.gilan.graph.Assembly;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownNamesTest {
  @TempDir Path folder;
  private Invented invented;

  @BeforeEach
  void makeAProject() {
    invented = Invented.in(folder);
  }

  private List<String> found(String text) {
    return invented.extraction(text).mentions().stream()
        .map(m -> m.things().stream().map(Node::getLocalName).toList().toString())
        .toList();
  }

  @Test
  void findsNamesInAnyScriptAndInCapitals() {
    assertThat(
            found(
                "Anna Lodge. ANNA LODGE. آنا لاج. آنا\u200cلاج. Письмо Лоджа. İstanköy, MILL TOWN"))
        .containsExactly(
            "[anna-lodge]",
            "[anna-lodge]",
            "[anna-lodge]",
            "[anna-lodge]",
            "[anna-lodge]",
            "[mill-town]",
            "[mill-town]");
  }

  @Test
  void prefersTheLongestNameAndWholeWords() {
    assertThat(found("The Bureau of the Ferry\nCouncil sat.")).containsExactly("[ferry-council]");
    assertThat(found("Millers, anna lodge, Lodges, Лоджия and some sacks")).isEmpty();
  }

  @Test
  void looksThroughAHyphenThatALineEndLeft() {
    Extraction extraction = invented.extraction("He saw Anna Lod-ge and Lo-\ndge.");
    assertThat(extraction.mentions()).hasSize(2);
    assertThat(extraction.reading().passage(extraction.mentions().get(0).span()))
        .isEqualTo(new Passage(Invented.DOCUMENT, 7, 18));
  }

  @Test
  void knowsFullNamesByTheirInitials() {
    assertThat(found("B. Reed and B.Reed, not C. Reed"))
        .containsExactly("[boris-reed]", "[boris-reed]");
  }

  @Test
  void reportsANameOfTwoThingsAsAmbiguous() {
    assertThat(found("At the Mill.")).containsExactly("[mill-bay, mill-party]");
  }

  @Test
  void learnsAbbreviationsThatTheTextExplains() {
    assertThat(found("State Archives of the Lake (further on SAL), and SAL again"))
        .containsExactly("[lake-archives]", "[lake-archives]", "[lake-archives]");
  }

  @Test
  void leavesOutTheSpellingsOfOneDocument() {
    Assembly assembly = invented.assembly();
    KnownNames names = KnownNames.of(assembly, "https://w3id.org/gilan/document/fixture");
    Extraction extraction =
        Extraction.of(assembly, names, invented.text("Lodge met Anna Lodge in Mill Town"));
    assertThat(extraction.mentions()).hasSize(2);
  }

  @Test
  void countsCodePointsAfterCharactersOutsideTheBasicPlane() {
    Extraction extraction = invented.extraction("\ud83d\udea2 Lodge");
    assertThat(extraction.reading().passage(extraction.mentions().get(0).span()))
        .isEqualTo(new Passage(Invented.DOCUMENT, 2, 7));
  }
}

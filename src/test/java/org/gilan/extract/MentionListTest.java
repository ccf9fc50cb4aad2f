// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gilan.check.CheckedGraph;
import org.gilan.check.TheGraph;
import org.gilan.document.Documents;
import org.gilan.graph.Assembly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionListTest {
  private static final String BODIES =
      """
      VERSION "1.2"
      BASE <https://w3id.org/gilan/>
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      PREFIX id: <https://w3id.org/gilan/id/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

      id:ferry-council
        gilan:organOf id:lake-country ;
      .

      id:lodge-board
        a gilan:PartyOrgan ;
        rdfs:label "Board"@en ;
        gilan:organOf id:lodge-party ;
      .

      id:lodge-party
        a gilan:PoliticalParty ;
        rdfs:label "Lodge Party"@en ;
        gilan:organOf id:lodge-union ;
      .

      id:mill-party
        skos:altLabel "Mill Party"@en ;
        gilan:organOf id:mill-union ;
      .

      id:reed
        a gilan:Person ;
        rdfs:label "Reed"@en ;
      .

      id:reeds-book
        a gilan:Work ;
        rdfs:label "Book by Reed"@en ;
        gilan:title "The Lodge Party at Home"@en ~ <document/fixture/0-12> ;
      .
      """;

  @TempDir Path folder;

  @Test
  void listsWhoIsMentionedWhereAndLeavesOutTheAmbiguous() throws IOException {
    Invented invented = Invented.in(folder);
    Files.writeString(invented.home().resolve("documents/fixture.txt"), "Lodge left the Mill.");
    Assembly assembly = invented.assembly();
    Documents texts =
        CheckedGraph.documents(assembly.graph(), invented.home().resolve("documents"));
    MentionList list = MentionList.of(assembly, texts);
    assertThat(list.lines()).containsExactly("fixture\t0,5\tanna-lodge");
    assertThat(list.ambiguous()).isEqualTo(1);
    list.write(invented.home());
    assertThat(invented.home().resolve(MentionList.FILE)).hasContent("fixture\t0,5\tanna-lodge\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          another body's organ | The Board of the Mill Party met. | mill-party
          its own organ | The Board of the Lodge Party met. | lodge-board lodge-party
          beside another body's organ | The Board and the Bureau of the Ferry Council met. | ferry-council
          in a title | Reed wrote The Lodge Party at Home. | reed
          outside a title | Reed of the Lodge Party wrote. | reed lodge-party
          """)
  void heedsWhatStandsAround(String what, String text, String things) throws IOException {
    Invented invented = Invented.in(folder);
    Files.writeString(invented.home().resolve("data/more.ttl"), BODIES);
    Files.writeString(invented.home().resolve("documents/fixture.txt"), text);
    Assembly assembly = invented.assembly();
    Documents texts =
        CheckedGraph.documents(assembly.graph(), invented.home().resolve("documents"));
    assertThat(MentionList.of(assembly, texts).lines())
        .extracting(line -> line.substring(line.lastIndexOf('\t') + 1))
        .containsExactly(things.split(" "));
  }

  @Test
  void isCurrentInTheProject() throws IOException {
    Path file = Path.of(MentionList.FILE);
    Documents texts = TheGraph.documents();
    assumeTrue(Files.exists(file) && !texts.texts().isEmpty(), "no mentions or no documents");
    List<String> lines = MentionList.of(TheGraph.assembly(), texts).lines();
    assertThat(lines).hasSizeGreaterThan(2000);
    assertThat(Files.readAllLines(file))
        .as("names or texts have changed: run ./gilan extract --mentions")
        .isEqualTo(lines);
  }
}

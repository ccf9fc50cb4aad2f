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

class MentionListTest {
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

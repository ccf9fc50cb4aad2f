// SPDX-License-Identifier: Apache-2.0
package org.gilan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTextTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("text.txt");
  }

  private SourceText text(String words) throws IOException {
    Files.writeString(file, words);
    return SourceText.read("urn:x", file);
  }

  @Test
  void countsCodePointsAndNotJavaCharacters() throws IOException {
    SourceText text = text("\uD83D\uDEA2 میرزا left");
    assertThat(text.length()).isEqualTo(12);
    assertThat(text.slice(8, 12)).isEqualTo("left");
    assertThat(text.find("left")).containsExactly(new Passage("urn:x", 8, 12));
  }

  @Test
  void findsWordsAcrossLineBreaksAndEveryPlaceTheyStand() throws IOException {
    SourceText text = text("nine  sacks\nof rice, nine sacks of salt");
    assertThat(text.find("nine sacks of")).hasSize(2);
    assertThat(text.find("nine sacks of rice")).containsExactly(new Passage("urn:x", 0, 19));
    assertThat(text.find("ten sacks")).isEmpty();
  }

  @Test
  void tellsTheChecksumOfTheFile() throws IOException {
    assertThat(text("").sha256())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void refusesWhatIsNotUtf8() throws IOException {
    Files.write(file, new byte[] {'a', (byte) 0xff});
    assertThatThrownBy(() -> SourceText.read("urn:x", file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void endsSentencesAtStopsButNotAfterInitialsOrAbbreviations() throws IOException {
    String words =
        "Dr. B. Sailor wrote to the port on Monday. Nobody answered him?\n\nA heading here\n\n"
            + "1 See: Letter, inv. 2, f. 3, sheet 4.";
    SourceText text = text(words);
    List<String> sentences =
        text.sentences().stream().map(p -> text.slice(p.begin(), p.end())).toList();
    assertThat(sentences)
        .containsExactly(
            "Dr. B. Sailor wrote to the port on Monday.",
            "Nobody answered him?",
            "A heading here",
            "1 See: Letter, inv. 2, f. 3, sheet 4.");
  }
}

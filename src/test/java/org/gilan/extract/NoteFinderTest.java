// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteFinderTest {
  @TempDir Path folder;

  private List<String> numbers(String text) {
    return Invented.in(folder).extraction(text).notes().stream()
        .map(n -> n.number() + (n.sure() ? "" : "?"))
        .toList();
  }

  @Test
  void findsNotesByTheirSequence() {
    assertThat(
            numbers(
                "Boats.1 Nets.2\n\n1 See: the boats.\n\n2 See: the nets.\n\n1911 was wet.\n\n"
                    + "More.3\n\n300 boats came.\n\n3 A remark.\n"))
        .containsExactly("1", "2", "3");
  }

  @Test
  void findsNotesOnLinesWithoutABlankBetween() {
    assertThat(numbers("A\r\n\r\n1 One boat\r\ncontinued\r\n2 Two boats\r\n3 Three\r\n"))
        .containsExactly("1", "2", "3");
  }

  @Test
  void restoresNumbersThatAreDamagedOrMissing() {
    assertThat(
            numbers(
                "1 See: a.\n\n2 See: b.\n\n8 See: Boats, op. cit., p. 1.\n\nIbid., p. 2.\n\n"
                    + "The story goes on, as we see.\n\n5 See: c.\n"))
        .containsExactly("1", "2", "3?", "4?", "5");
  }

  @Test
  void findsNoneInATextWithoutThem() {
    assertThat(numbers("Only a story.\n\n12 boats came.\n")).isEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the notebooks and the page about them say of each other and of the packages is true. */
class NotebookPagesTest {
  static final Path README = Path.of("notebooks/README.md");

  static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
      List<Path> notebooks = files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList();
      assertThat(notebooks).hasSizeGreaterThanOrEqualTo(5);
      return notebooks;
    }
  }

  @Test
  void listsEveryNotebookAndEveryPackageInTheReadme() throws IOException {
    String readme = Files.readString(README);
    for (Path notebook : notebooks()) {
      assertThat(readme).contains("](" + notebook.getFileName() + ")");
    }
    List<String> packages =
        Files.readAllLines(Path.of("notebooks/requirements.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> "python3-" + line.replaceFirst(">=.*", ""))
            .toList();
    assertThat(packages).hasSizeGreaterThanOrEqualTo(6);
    assertThat(readme)
        .contains(
            "apt-get install -y --no-install-recommends " + String.join(" ", packages) + "\n");
  }

  @Test
  void linksToFilesThatExist() throws IOException {
    List<Path> pages = new ArrayList<>(notebooks());
    pages.add(README);
    int links = 0;
    for (Path page : pages) {
      Matcher link = Pattern.compile("\\]\\(([^):#]+)\\)").matcher(Files.readString(page));
      for (; link.find(); links++) {
        assertThat(page.resolveSibling(link.group(1))).as("linked from " + page).exists();
      }
    }
    assertThat(links).isGreaterThanOrEqualTo(15);
  }
}

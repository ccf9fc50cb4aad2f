// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gilan.extract.Invented;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {
  @TempDir Path folder;
  private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void makeAProject() {
    home = Invented.in(folder.resolve("project")).home();
    System.setProperty("gilan.home", home.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty("gilan.home");
  }

  private int run(String... args) {
    return runWith(home.resolve("documents"), args);
  }

  private int runWith(Path texts, String... args) {
    List<String> words = new ArrayList<>(List.of(args));
    words.addAll(List.of("--documents", texts.toString()));
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return App.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words.toArray(String[]::new));
  }

  @Test
  void draftsAKnownDocumentAndAFileNotYetDescribed() throws IOException {
    assertThat(run("extract", "fixture")).isZero();
    assertThat(out.toString()).startsWith("VERSION \"1.2\"").contains("# <document/fixture/");
    Path file = Files.writeString(folder.resolve("New Book.txt"), "Lodge came on 5 May, 1911.");
    Path draft = folder.resolve("draft.ttl");
    assertThat(run("extract", file.toString(), "--output", draft.toString())).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(draft)
        .content()
        .contains("<document/new-book>", "\"New Book.txt\"", "id:anna-lodge", "\"1911-05-05\"");
  }

  @Test
  void writesTheMentions() {
    assertThat(run("extract", "--mentions")).isZero();
    assertThat(out.toString()).contains("0 mentions written to data/mentions.tsv");
    assertThat(home.resolve("data/mentions.tsv")).exists();
  }

  @Test
  void cannotRunWithoutADocumentOrItsText() throws IOException {
    assertThat(run("extract")).isEqualTo(2);
    assertThat(err.toString()).contains("--mentions");
    assertThat(run("extract", "atlantis")).isEqualTo(2);
    assertThat(err.toString()).contains("no text of a document atlantis");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(runWith(empty, "extract", "--mentions")).isEqualTo(2);
    assertThat(run("extract", "fixture", "--output", folder.toString())).isEqualTo(2);
  }
}

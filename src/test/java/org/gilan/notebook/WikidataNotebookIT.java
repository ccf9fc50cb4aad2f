// SPDX-License-Identifier: Apache-2.0
package org.gilan.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gilan.check.TheGraph;
import org.gilan.federation.LinkedItems;
import org.gilan.federation.StandIn;
import org.gilan.page.Site;
import org.gilan.server.CannotListenException;
import org.gilan.server.GilanServer;
import org.gilan.server.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The notebook about Wikidata, through our endpoint's SERVICE: with a stand-in that answers, with
 * one that has died, and with one that is not allowed. What the first run leaves in {@code
 * target/notebooks-stand-in} shows made-up statements.
 */
@Tag("notebooks")
class WikidataNotebookIT {
  private static final Path KEPT = Path.of("target/notebooks-stand-in");

  /** What must come out of the stand-in's statements, besides what the notebook promises itself. */
  private static final String FEDERATED =
      """
      "lives.set_index('person').born['https://w3id.org/gilan/id/chicherin']": "1863-03-04",
      "lives.set_index('person').born['https://w3id.org/gilan/id/stalin']": "1875",
      "sorted(set(judged.verdict))": "['agrees', 'disagrees', 'silent']",
      "int((judged.verdict == 'agrees').sum())": "1..",
      "bool(posts[posts.person.str.endswith('/chicherin')].office.isna().all())": "True",
      "bool(posts[posts.person.str.endswith('/lenin')].office.notna().all())": "True",
      "sorted(far.placeLabel)": "['Ardabil', 'Lankaran']",
      "int(verdicts.loc['disagrees', 'towns'])": "2",
      "int(fame.set_index('label').articles['Vladimir Lenin'])": "145",
      "len(proposals)": "1..",
      "set(line.split('|')[1] for line in proposals) <= {'P571', 'P576', 'P580', 'P582', 'P585', 'P570'}": "True",
      "all('|S854|\\"https://w3id.org/gilan/claim/' in line for line in proposals)": "True",
      "'Q313623|Aen|\\"G. Chicherin\\"' in aliases": "True",
      "'Q1394|Aen|\\"V.I. Lenin\\"' in aliases": "True",
      "'Q855|Aen|\\"Joseph Stalin\\"' in aliases": "False",
      """;

  private static final String ALONE =
      """
      "[answer is None for answer in (lives, dates, posts, points, spellings, pages)]": "[True, True, True, True, True, True]",
      """;

  @TempDir static Path folder;
  private static StandIn standIn;
  private static StandIn dead;
  private static GilanServer server;

  @BeforeAll
  static void serve() throws CannotListenException, IOException, InterruptedException {
    Notebooks.require();
    Path statements = LinkedItems.written();
    standIn = StandIn.holding(statements);
    dead = StandIn.holding(statements);
    dead.close();
    Site site = new Site(TheGraph.assembly().graph(), TheGraph.documents());
    server = GilanServer.start(site, Settings.at("127.0.0.1", 0), standIn.federation(dead));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
      standIn.close();
    }
  }

  @Test
  void asksBothTogether() throws IOException, InterruptedException {
    int before = standIn.asked();
    String output = run(standIn.address(), FEDERATED, 7);
    assertThat(output).contains("7 figures", "as promised");
    assertThat(standIn.asked() - before).as("requests, one for each question").isEqualTo(6);
    try (Stream<Path> files = Files.list(KEPT)) {
      assertThat(files.filter(f -> f.toString().endsWith(".png"))).hasSize(7);
    }
    assertThat(Files.readString(KEPT.resolve("wikidata.ipynb")))
        .contains("In Wikidata's place " + standIn.address() + " is asked")
        // Made-up values must not pass for Wikidata's when a figure is shown by itself.
        .contains(", not Wikidata itself", "127.0.0.1:%d contradicts ".formatted(port()))
        .doesNotContain("Wikidata contradicts ", "The server says: SERVICE");
  }

  @Test
  void goesOnAloneWhenItIsDead() throws IOException, InterruptedException {
    assertThat(run(dead.address(), ALONE, 3)).contains("3 figures", "as promised");
    assertThat(Files.readString(KEPT.resolve("alone/wikidata.ipynb")))
        .contains(
            "Without Wikidata. The server says: SERVICE", dead.address(), "it cannot be reached");
  }

  @Test
  void goesOnAloneWhenItIsNotAllowed() throws IOException, InterruptedException {
    assertThat(run("http://127.0.0.1:9/sparql", ALONE, 3)).contains("3 figures", "as promised");
    assertThat(Files.readString(KEPT.resolve("alone/wikidata.ipynb")))
        .contains("Without Wikidata. The server says: SERVICE", "is not followed");
  }

  private static int port() {
    return URI.create(standIn.address()).getPort();
  }

  /** {@return what notebooks/run says of the notebook when it promises that much more} */
  private static String run(String wikidata, String promises, int figures)
      throws IOException, InterruptedException {
    String notebook = Files.readString(Path.of("notebooks/wikidata.ipynb"));
    String stricter =
        notebook
            .replace("\"expect\": {", "\"expect\": {" + promises)
            .replace("\"figures\": 3", "\"figures\": " + figures);
    assertThat(stricter.length()).isGreaterThan(notebook.length());
    Path copy = Files.writeString(folder.resolve("wikidata.ipynb"), stricter);
    Path kept = promises.equals(ALONE) ? KEPT.resolve("alone") : KEPT;
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                "/usr/bin/python3", "notebooks/run", "--keep", kept.toString(), copy.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("GILAN_ENDPOINT", server.address() + "gilan/sparql");
    builder.environment().put("GILAN_WIKIDATA", wikidata);
    Process process = builder.start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + Files.readString(output));
    }
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    return Files.readString(output);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gilan.check.TheGraph;
import org.gilan.page.Site;
import org.gilan.server.CannotListenException;
import org.gilan.server.GilanServer;
import org.gilan.server.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The notebooks, the JShell script and the curl page do what they say against a live server. The
 * executed notebooks and their figures are left in {@code target/notebooks}.
 */
@Tag("notebooks")
class NotebooksIT {
  /** Debian's own interpreter, which sees Debian's packages; the first on the path may not. */
  private static final String PYTHON = "/usr/bin/python3";

  private static final String JSHELL =
      Path.of(System.getProperty("java.home"), "bin", "jshell").toString();

  private static final Path KEPT = Path.of("target/notebooks");
  private static final String PICTURE = "turning-points.png";
  private static final String PRINTED =
      "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"1\"}";

  private static final Pattern COMMAND =
      Pattern.compile("```sh\n(.*?)```(?:\n\n```text\n(.*?)```)?", Pattern.DOTALL);

  @TempDir static Path folder;
  private static GilanServer server;

  @BeforeAll
  static void serve() throws CannotListenException {
    Notebooks.require();
    Site site = new Site(TheGraph.assembly().graph(), TheGraph.documents());
    server = GilanServer.start(site, Settings.at("127.0.0.1", 0));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void runsAllNotebooks() throws IOException, InterruptedException {
    Result result = run(PYTHON, "notebooks/run", "--keep", KEPT.toString());
    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(result.output().lines().filter(line -> line.contains("as promised")))
        .hasSize(NotebookPagesTest.notebooks().size());
    leadsToPages();
    String description = pictured(Files.readString(KEPT.resolve("timeline.ipynb")));
    assertThat(Files.readString(NotebookPagesTest.README))
        .contains("![" + description + "](" + PICTURE + ")");
  }

  /** Of the links in the executed notebooks, the first few of each kind lead to a page. */
  private static void leadsToPages() throws IOException, InterruptedException {
    for (Path notebook : NotebookPagesTest.notebooks()) {
      String text = Files.readString(KEPT.resolve(notebook.getFileName()));
      for (String kind : List.of("claim/", "id/", "ui/#/dataset/gilan/query?query=")) {
        Pattern link =
            Pattern.compile(
                "href=\\\\\"(" + server.address() + Pattern.quote(kind) + "[^\\\\\"]+)");
        List<String> links = link.matcher(text).results().map(m -> m.group(1)).limit(3).toList();
        assertThat(links).as(notebook + " links to " + kind).isNotEmpty();
        for (String address : links) {
          var request = HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html");
          var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
          assertThat(answer.statusCode()).as(address).isEqualTo(200);
        }
      }
    }
  }

  /**
   * The title of the figure that the NotebookPagesTest.README shows: its description up to the
   * first full stop.
   */
  private static String pictured(String executed) {
    Matcher description =
        Pattern.compile("\"alt\": \"(Of \\d+ turning points[^.]*)\\.").matcher(executed);
    assertThat(description.find()).isTrue();
    return description.group(1);
  }

  @Test
  void refusesNotebooksThatBreakTheirPromise() throws IOException, InterruptedException {
    String plot = "import matplotlib.pyplot as plt; ";
    String bar = "plt.bar([1], [1]); ";
    Result result =
        run(
            PYTHON,
            "notebooks/run",
            notebook("fails", "\"1\": \"1\"", "1 / 0", ""),
            notebook("miscounts", "\"6 * 7\": \"43..\"", "1", PRINTED),
            notebook("draws-axes-only", "\"1\": \"1\"", plot + "plt.plot(); plt.show()", ""),
            notebook("looks-away", "\"1\": \"1\"", plot + bar + "plt.xlim(5, 6); plt.show()", ""),
            notebook(
                "draws-half",
                "\"1\": \"1\"",
                plot + "plt.subplot(121); " + bar + "plt.subplot(122); plt.show()",
                ""),
            notebook(
                "draws-no-height",
                "\"1\": \"1\"",
                plot + "plt.bar([1, 2], [0, 0]); plt.show()",
                ""),
            notebook("promises-nothing", "", "1", ""));
    assertThat(result.exit()).isOne();
    assertThat(result.output())
        .contains(
            "fails.ipynb: a cell failed with ZeroDivisionError",
            "miscounts.ipynb: expected 6 * 7 to be 43.., got 42",
            "miscounts.ipynb: expected 2 figures or more, got 0",
            "draws-axes-only.ipynb: the figure of cell only is empty; marks in view on its axes: [0]",
            "looks-away.ipynb: the figure of cell only is empty; marks in view on its axes: [0]",
            "draws-half.ipynb: the figure of cell only is empty; marks in view on its axes: [1, 0]",
            "draws-no-height.ipynb: the figure of cell only is empty",
            "draws-half.ipynb: the figure of cell only has no alternative text",
            "miscounts.ipynb: cell only is committed with output; clear it",
            "promises-nothing.ipynb: the notebook has no code or promises no number")
        .doesNotContain("as promised");
  }

  @Test
  void refusesFolderWithoutNotebooksAndListsThatDiffer() throws IOException, InterruptedException {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    for (String file : List.of("run", "gilan.py", "requirements.txt", "environment.yml")) {
      String text = Files.readString(Path.of("notebooks", file));
      String changed =
          file.equals("environment.yml") ? text.replace("pandas>=1.5", "pandas>=2") : text;
      Files.writeString(copy.resolve(file), changed);
    }
    Result result = run(PYTHON, copy.resolve("run").toString());
    assertThat(result.exit()).isOne();
    assertThat(result.output())
        .contains(
            copy + " holds 0 notebooks, expected 5 or more",
            // Only the notebooks draw networks.
            "requirements.txt lists other packages than the code imports: networkx\n",
            "requirements.txt and environment.yml differ: pandas\n");
  }

  @Test
  void failsInOneLineWithoutServer() throws IOException, InterruptedException {
    Result result = runAt("http://127.0.0.1:9/", PYTHON, "notebooks/run");
    assertThat(result.exit()).isOne();
    assertThat(result.output().lines())
        .hasSize(NotebookPagesTest.notebooks().size())
        .allMatch(
            line ->
                line.endsWith(
                    ".ipynb: a cell failed with Unanswered: No Gilan server answers at"
                        + " http://127.0.0.1:9/gilan/sparql. Start one with ./gilan serve, or name"
                        + " another in GILAN_ENDPOINT."));
  }

  @Test
  void saysWhichPackagesAreMissing() throws IOException, InterruptedException {
    Result result = run(PYTHON, "-S", "notebooks/run");
    assertThat(result.exit()).isOne();
    assertThat(result.output())
        .contains("apt-get install -y --no-install-recommends python3-ipykernel")
        .contains("python3-pandas");
  }

  @Test
  void runsTheJshellScript() throws IOException, InterruptedException {
    Result result = run(JSHELL, "notebooks/gilan.jsh");
    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(result.output())
        .containsPattern("^date +standing +document +claim +reason\n")
        .containsPattern("\n1920-06-05 +accepted +document/")
        .contains(" rows\n", "The first claim, " + server.address() + "claim/")
        .containsPattern("passage: " + server.address() + "document/[a-z0-9-]+/\\d+-\\d+\n");
  }

  @Test
  void saysInJshellWhatIsWrong() throws IOException, InterruptedException {
    Result silent = runAt("http://127.0.0.1:9/", JSHELL, "notebooks/gilan.jsh");
    assertThat(silent.exit()).isEqualTo(2);
    // The first jshell of a machine tells that it has made a folder for its settings.
    assertThat(silent.output().lines().filter(line -> !line.matches(".*[Pp]references.*")))
        .singleElement()
        .asString()
        .startsWith("No Gilan server answers at http://127.0.0.1:9/");
    Result refused = runAt(server.address() + "nowhere/", JSHELL, "notebooks/gilan.jsh");
    assertThat(refused.exit()).isOne();
    assertThat(refused.output()).startsWith("40");
  }

  @TestFactory
  Stream<DynamicTest> runsTheCommandsOfTheCurlPage() throws IOException {
    List<MatchResult> commands =
        COMMAND.matcher(Files.readString(Path.of("notebooks/curl.md"))).results().toList();
    assertThat(commands).hasSizeGreaterThanOrEqualTo(12);
    assertThat(commands).anyMatch(command -> command.group(2) != null);
    return commands.stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.group(1).lines().findFirst().orElseThrow(),
                    () -> runs(c.group(1), c.group(2))));
  }

  private static void runs(String command, String answer) throws IOException, InterruptedException {
    assertThat(command).contains("http://127.0.0.1:3030/").contains("curl -sS ");
    String here = command.replace("http://127.0.0.1:3030/", server.address().toString());
    if (answer == null) {
      String strict = here.replace("curl -sS ", "curl -sS --fail-with-body ");
      Result result = run("bash", "-euc", strict);
      assertThat(result.exit()).as(result.output()).isZero();
      if (result.output().startsWith("{\"@context\"")) { // JSON-LD comes on one line
        assertThat(result.output()).contains("\"@id\"");
      } else {
        assertThat(result.output().lines()).hasSizeGreaterThan(1);
      }
    } else {
      List<String> printed = run("bash", "-euc", here).output().lines().toList();
      assertThat(printed).isEqualTo(answer.lines().toList());
    }
  }

  /** Writes a notebook of one cell and returns its path. */
  private static String notebook(String name, String expected, String code, String output)
      throws IOException {
    String json =
        """
        {"nbformat": 4, "nbformat_minor": 5,
         "metadata": {"gilan": {"expect": {%s}},
           "kernelspec": {"name": "python3", "display_name": "Python 3"}},
         "cells": [{"cell_type": "code", "id": "only", "metadata": {}, "execution_count": null,
           "source": "%s", "outputs": [%s]}]}
        """;
    Path path = folder.resolve(name + ".ipynb");
    return Files.writeString(path, json.formatted(expected, code, output)).toString();
  }

  private static Result run(String... command) throws IOException, InterruptedException {
    return runAt(server.address().toString(), command);
  }

  private static Result runAt(String address, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("GILAN_ENDPOINT", address + "gilan/sparql");
    // Nothing listens there: the tests depend on nobody else's server.
    builder.environment().put("GILAN_WIKIDATA", "http://127.0.0.1:9/sparql");
    builder.environment().remove("GILAN_QUESTION");
    Process process = builder.start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + Files.readString(output));
    }
    return new Result(process.exitValue(), Files.readString(output));
  }

  private record Result(int exit, String output) {}
}

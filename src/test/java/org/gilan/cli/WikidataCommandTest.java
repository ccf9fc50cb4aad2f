// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.gilan.check.Fixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command; what is fetched and how is the business of WikidataSnapshotTest. */
class WikidataCommandTest {
  private static final String ONE_STATEMENT =
      """
      {"head": {"vars": ["s", "p", "o"]}, "results": {"bindings": [{
        "s": {"type": "uri", "value": "http://www.wikidata.org/entity/statement/Q900000001-s1"},
        "p": {"type": "uri", "value": "http://wikiba.se/ontology#rank"},
        "o": {"type": "uri", "value": "http://wikiba.se/ontology#NormalRank"}}]}}
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> agents = new CopyOnWriteArrayList<>();
  private Path home;
  private HttpServer standIn;
  private int status = 200;

  @BeforeEach
  void makeAProject() throws IOException {
    home = Fixture.in(folder.resolve("project")).home();
    Files.copy(Path.of("src/test/resources/wikidata/linked.ttl"), home.resolve("data/linked.ttl"));
    Files.writeString(
        home.resolve("data/passages.tsv"),
        "fixture\t0,12\t67daaa03747915fb\nfixture\t2,12\t326c92fc94c5637d\n");
    System.setProperty("gilan.home", home.toString());
    standIn = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    standIn.createContext(
        "/",
        exchange -> {
          agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
          byte[] answer = ONE_STATEMENT.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    standIn.start();
  }

  @AfterEach
  void stop() {
    System.clearProperty("gilan.home");
    standIn.stop(0);
  }

  private String endpoint() {
    return "http://127.0.0.1:" + standIn.getAddress().getPort() + "/sparql";
  }

  private int run(String... more) {
    return start(
        Stream.of(new String[] {"--pause", "0", "--endpoint", endpoint()}, more)
            .flatMap(Stream::of)
            .toArray(String[]::new));
  }

  private int start(String... more) {
    String[] fixed = {"wikidata", "snapshot"};
    return App.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(Stream.of(fixed, more).flatMap(Stream::of).toArray(String[]::new));
  }

  @Test
  void writesADatedFileAndSaysWhoAsks() throws IOException {
    assertThat(run()).as(err.toString()).isZero();
    try (Stream<Path> files = Files.list(home.resolve("wikidata"))) {
      assertThat(files)
          .singleElement()
          .satisfies(
              f -> assertThat(f.getFileName().toString()).matches("20\\d\\d-\\d\\d-\\d\\d\\.ttl"));
    }
    assertThat(out.toString()).contains(": 1 statements", "6 items were asked about");
    assertThat(agents)
        .singleElement()
        .satisfies(a -> assertThat(a).matches("Gilan/\\S+ \\(https://w3id.org/gilan\\) Java/\\d+"));
    assertThat(run()).as("with the snapshot as part of the graph").isZero();
  }

  @Test
  void writesWhereItIsTold() {
    Path file = folder.resolve("new/file.ttl");
    assertThat(run("--output", file.toString())).as(err.toString()).isZero();
    assertThat(file).exists();
    assertThat(home.resolve("wikidata")).doesNotExist();
  }

  @Test
  void saysWhyItCouldNotFetch() {
    status = 403;
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString())
        .contains("refuses the query: it said 403", "run it again later, with --output ");
  }

  @Test
  void refusesWhatIsNoEndpointAndNoPause() {
    assertThat(start("--endpoint", "file:///etc/passwd")).isEqualTo(2);
    assertThat(err.toString()).contains("begin with https://");
    assertThat(start("--endpoint", endpoint(), "--pause", "-1")).isEqualTo(2);
    assertThat(agents).isEmpty();
  }

  @Test
  void cannotWriteIntoAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a-file"), "");
    assertThat(run("--output", file.resolve("below").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("cannot write", "--output");
  }
}

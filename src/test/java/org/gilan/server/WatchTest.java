// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.gilan.page.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
  private static final Settings SETTINGS = Settings.at("127.0.0.1", 0);

  /** The combined format as programs that read it know it. */
  private static final Pattern COMBINED =
      Pattern.compile(
          "127\\.0\\.0\\.1 (\\S+) - \\[\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4}] "
              + "\"(\\S+) (\\S+) HTTP/1\\.1\" (\\d{3}) (\\d+) \"((?:[^\"\\\\]|\\\\.)*)\""
              + " \"((?:[^\"\\\\]|\\\\.)*)\"");

  @TempDir private Path folder;

  @Test
  void isReadyOnceItIsWarm() {
    try (Served served = Served.site(Fixture.site())) {
      assertThat(served.get("/health").statusCode()).isEqualTo(200);
      assertThat(served.get("/ready").statusCode()).isEqualTo(503);
      served.warm();
      assertThat(served.get("/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void countsRequestsForPrometheusOnAPortOfItsOwn() throws Exception {
    int port = freePort();
    try (Served served = Served.watched(Fixture.site(), SETTINGS, new Watch(port, null))) {
      served.get(Served.query("ASK {}"));
      served.get("/id/anna-lodge");
      served.get("/id/nobody");
      served.get("/nowhere/at/all/" + "x".repeat(100));
      String metrics = eventually(port, "gilan_requests_seconds_count", "nowhere");
      assertThat(metrics)
          .contains("method=\"GET\",route=\"/gilan/sparql\",status=\"200\"")
          .contains("method=\"GET\",route=\"/id/\",status=\"404\"")
          .contains("gilan_requests_seconds_bucket{", "le=\"0.1\"")
          .contains("jetty_threads_busy", "jvm_memory_used_bytes", "process_files_open_files")
          .contains("gilan_graph{checksum=\"" + Fixture.site().graph().checksum() + "\"} 1")
          .doesNotContain("xxx", "nobody");
      assertThat(ask(port, "/health").statusCode()).isEqualTo(200);
      assertThat(ask(port, "/gilan/sparql").statusCode()).isEqualTo(404);
      assertThat(served.get("/metrics").statusCode()).isEqualTo(404);
    }
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> ask(port, "/health"));
  }

  @Test
  void loadsNothingForMetricsThatNobodyAsksFor() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-verbose:class",
                Unwatched.class.getName())
            .redirectErrorStream(true)
            .start();
    String classes = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(classes).isZero();
    assertThat(classes)
        .contains("org.gilan.server.GilanServer ")
        .doesNotContain("io.micrometer", "io.prometheus");
  }

  /** A server that nobody watches. */
  static final class Unwatched {
    private Unwatched() {}

    public static void main(String[] args) {
      try (Served served = Served.site(Fixture.site())) {
        served.get("/health");
      }
    }
  }

  @Test
  void writesALineForEachRequestWithoutWhatWasAsked() throws Exception {
    List<String> lines = log(false);
    assertThat(lines).allMatch(line -> COMBINED.matcher(line).matches());
    assertThat(line(lines, "/gilan")).contains("\"GET /gilan/sparql HTTP/1.1\" 200 ");
    assertThat(line(lines, "/nowhere"))
        .contains("\"GET /nowhere HTTP/1.1\" 404 ")
        .doesNotContain(" - - [");
    assertThat(line(lines, "/health")).contains("\"evil\\\" 200 \\\\\"");
    assertThat(String.join("\n", lines)).doesNotContain("ASK", "secret");
  }

  @Test
  void writesDownWhatWasAskedWhereThatIsWanted() throws Exception {
    List<String> lines = log(true);
    assertThat(lines).allMatch(line -> COMBINED.matcher(line).matches());
    assertThat(line(lines, "/gilan"))
        .contains("\"GET /gilan/sparql?query=ASK+%7B%7D HTTP/1.1\" 200 ");
    assertThat(line(lines, "/health")).contains("\"http://secret.example/\"");
  }

  private static String line(List<String> lines, String path) {
    return lines.stream().filter(line -> line.contains("GET " + path)).findFirst().orElseThrow();
  }

  private List<String> log(boolean withQueries) throws IOException {
    Path file = folder.resolve("access.log");
    Watch watch = new Watch(null, AccessLog.open(file, withQueries));
    try (Served served = Served.watched(Fixture.site(), SETTINGS, watch)) {
      served.get(Served.query("ASK {}"));
      served.get("/nowhere");
      try (Socket socket = new Socket("127.0.0.1", served.uri("/").getPort())) {
        socket
            .getOutputStream()
            .write(
                ("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "User-Agent: evil\" 200 \\\r\nReferer: http://secret.example/\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        socket.getInputStream().readAllBytes();
      }
    }
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(3);
    return lines;
  }

  @Test
  void answersThoughItsLogCannotBeWritten() throws Exception {
    Watch watch = new Watch(null, AccessLog.open(Path.of("/dev/full"), false));
    try (Served served = Served.watched(Fixture.site(), SETTINGS, watch)) {
      assertThat(served.get("/health").statusCode()).isEqualTo(200);
      assertThat(served.get("/health").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void namesTheRequestInEachRefusal() {
    try (Served served = Served.site(Fixture.site())) {
      HttpResponse<String> text = served.get("/nowhere");
      HttpResponse<String> json = served.get("/nowhere", "Accept", "application/json");
      String id = Served.header(json, "X-Request-Id");
      assertThat(id)
          .matches("[0-9a-z]+-[0-9a-z]+")
          .isNotEqualTo(Served.header(text, "X-Request-Id"));
      assertThat(Served.header(json, "Content-Type")).isEqualTo("application/problem+json");
      assertThat(json.body())
          .contains(
              "\"title\" : \"There is nothing at /nowhere\"", "404", "\"id\" : \"" + id + "\"");
      assertThat(Served.header(text, "Content-Type")).startsWith("text/plain");
    }
  }

  @Test
  void saysThatThePortOfTheMetricsIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () -> Served.watched(Fixture.site(), SETTINGS, new Watch(taken.getLocalPort(), null)))
          .withMessageContaining("port " + taken.getLocalPort() + ": the port is in use");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static HttpResponse<String> ask(int port, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            BodyHandlers.ofString());
  }

  /** A request is counted after its answer has come; the last one may still be on its way. */
  private static String eventually(int port, String... words) throws Exception {
    for (int i = 0; ; i++) {
      String metrics = ask(port, "/metrics").body();
      if (i == 50 || List.of(words).stream().allMatch(metrics::contains)) {
        return metrics;
      }
      Thread.sleep(20);
    }
  }
}

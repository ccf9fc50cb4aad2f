// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.gilan.page.Fixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyLimitTest {
  private static final int LIMIT = 20_000;

  private static Served served;

  @BeforeAll
  static void start() {
    Duration minute = Duration.ofMinutes(1);
    served = Served.site(Fixture.site(), new Settings("127.0.0.1", 0, minute, minute, LIMIT));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/gilan/sparql, application/sparql-query, 'ASK {} #', true",
    "/gilan/sparql, application/sparql-query, 'ASK {} #', false",
    "/gilan/sparql, application/x-www-form-urlencoded, 'query=ASK+%7B%7D+%23', true",
    "/gilan/sparql, application/x-www-form-urlencoded, 'query=ASK+%7B%7D+%23', false",
    "/gilan/shacl, text/turtle, '#', true",
    "/gilan/shacl, text/turtle, '#', false",
  })
  void refusesWhatIsTooLong(String path, String type, String start, boolean announced) {
    HttpResponse<String> response = send(path, type, start, LIMIT + 1, announced);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(413);
    assertThat(response.body()).contains("at most 20000 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "/gilan/sparql, application/sparql-query, 'ASK {} #', true",
    "/gilan/sparql, application/sparql-query, 'ASK {} #', false",
    "/gilan/sparql, application/x-www-form-urlencoded, 'query=ASK+%7B%7D+%23', true",
    "/gilan/sparql, application/x-www-form-urlencoded, 'query=ASK+%7B%7D+%23', false",
    "/gilan/shacl, text/turtle, '#', false",
  })
  void readsWhatIsJustShortEnough(String path, String type, String start, boolean announced) {
    HttpResponse<String> response = send(path, type, start, LIMIT - 100, announced);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  /** A body that arrives after the answer must not cost the client its next request. */
  @Test
  void keepsTheConnectionWhereABodyWasNotWanted() throws Exception {
    String host = "Host: " + served.uri("/").getAuthority() + "\r\n";
    try (Socket socket = new Socket("127.0.0.1", served.uri("/").getPort())) {
      OutputStream out = socket.getOutputStream();
      String post = "POST /gilan/sparql HTTP/1.1\r\n" + host;
      out.write(ascii(post + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n"));
      Thread.sleep(500);
      out.write(ascii("{}"));
      Thread.sleep(500);
      out.write(ascii("GET /sparql?query=ASK%7B%7D HTTP/1.0\r\n" + host + "\r\n"));
      String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answers).startsWith("HTTP/1.1 415").contains("HTTP/1.1 200", "\"boolean\":true");
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void readsNothingCompressed() {
    HttpResponse<String> response =
        served.send(
            "POST",
            "/gilan/shacl",
            BodyPublishers.ofString("x"),
            "Content-Type",
            "text/turtle",
            "Content-Encoding",
            "gzip");
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.body()).contains("without Content-Encoding");
  }

  private static HttpResponse<String> send(
      String path, String type, String start, int length, boolean announced) {
    byte[] body = (start + "x".repeat(length - start.length())).getBytes(StandardCharsets.US_ASCII);
    BodyPublisher publisher =
        announced
            ? BodyPublishers.ofByteArray(body)
            : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    return served.send("POST", path, publisher, "Content-Type", type);
  }
}

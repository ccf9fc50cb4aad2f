// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.gilan.page.Fixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
  private static Served served;
  private static Served behind;

  @BeforeAll
  static void start() {
    served = Served.site(Fixture.site(), at("127.0.0.1"));
    behind = Served.site(Fixture.site(), at("127.0.0.1").behindProxy());
  }

  private static Settings at(String host) {
    Duration minute = Duration.ofMinutes(1);
    return new Settings(host, 0, minute, minute, 1 << 20).named(List.of("Gilan.example.org"));
  }

  @AfterAll
  static void stop() {
    served.close();
    behind.close();
  }

  private static String answer(Served server, String request) throws IOException {
    return answer(server.uri("/").getPort(), request);
  }

  private static String answer(int port, String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String get(Served server, String path, String host) throws IOException {
    return get(server.uri("/").getPort(), path, host);
  }

  private static String get(int port, String path, String host) throws IOException {
    return answer(
        port, "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost:3030",
        "localhost.",
        "127.0.0.1",
        "127.0.0.1:1",
        "[::1]:3030",
        "gilan.example.org",
        "GILAN.example.org:443"
      })
  void answersUnderItsNames(String host) throws IOException {
    assertThat(get(served, "/$/ping", host)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rebound.example.org",
        "rebound.example.org:3030",
        "gilan.example.org.evil.example",
        "localhost.evil.example",
        "evil-localhost",
        "127.0.0.1.evil.example",
        "192.0.2.1",
        "[2001:db8::1]",
        "0.0.0.0"
      })
  void readsNothingToAPageUnderAnotherName(String host) throws IOException {
    for (String path :
        List.of("/", "/$/ping", "/gilan/sparql?query=ASK%7B%7D", "/ui/", "/nowhere")) {
      for (Served server : List.of(served, behind)) {
        assertThat(get(server, path, host))
            .startsWith("HTTP/1.1 421 ")
            .contains("does not go by that name", "--allow-host")
            .doesNotContain(host);
      }
    }
  }

  @Test
  void readsNoBodyOfSuchAPageEither() throws IOException {
    String query =
        "POST /gilan/sparql HTTP/1.1\r\nHost: %s\r\nContent-Type: application/sparql-query\r\n"
            + "Content-Length: 6\r\nConnection: close\r\n\r\nASK {}";
    for (Served server : List.of(served, behind)) {
      assertThat(answer(server, query.formatted("evil.example"))).startsWith("HTTP/1.1 421 ");
      assertThat(answer(server, query.formatted("localhost"))).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void tellsSuchAPageNoMetrics() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    try (Served watched =
        Served.watched(Fixture.site(), at("127.0.0.1").behindProxy(), new Watch(port, null))) {
      for (String path : List.of("/metrics", "/health")) {
        assertThat(get(port, path, "evil.example")).startsWith("HTTP/1.1 421 ");
        assertThat(get(port, path, "localhost")).startsWith("HTTP/1.1 200 ");
      }
      assertThat(get(watched, "/health", "evil.example")).startsWith("HTTP/1.1 421 ");
    }
  }

  @Test
  void goesByTheAddressWhereThatIsAsked() throws IOException {
    String absolute = "GET http://%s/$/ping HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
    assertThat(answer(served, absolute.formatted("evil.example", "evil.example")))
        .startsWith("HTTP/1.1 421 ");
    assertThat(answer(served, absolute.formatted("localhost", "localhost")))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void refusesThePreflightToo() throws IOException {
    String preflight =
        "OPTIONS /gilan/sparql HTTP/1.1\r\nHost: %s\r\nOrigin: http://evil.example\r\n"
            + "Access-Control-Request-Method: POST\r\nConnection: close\r\n\r\n";
    assertThat(answer(served, preflight.formatted("evil.example"))).startsWith("HTTP/1.1 421 ");
    assertThat(answer(served, preflight.formatted("localhost"))).startsWith("HTTP/1.1 204 ");
  }

  @Test
  void goesByEveryAddressButNoNameWhereItListensEverywhere() throws IOException {
    try (Served everywhere = Served.site(Fixture.site(), at("0.0.0.0"))) {
      assertThat(get(everywhere, "/$/ping", "192.0.2.1:3030")).startsWith("HTTP/1.1 200 ");
      assertThat(get(everywhere, "/$/ping", "evil.example")).startsWith("HTTP/1.1 421 ");
    }
  }

  @Test
  void believesNoForwardedNameAboutItself() throws IOException {
    String request =
        "GET /$/ping HTTP/1.1\r\nHost: %s\r\nX-Forwarded-Host: %s\r\nConnection: close\r\n\r\n";
    assertThat(answer(behind, request.formatted("evil.example", "localhost")))
        .startsWith("HTTP/1.1 421 ");
    assertThat(answer(behind, request.formatted("127.0.0.1", "graph.example.org")))
        .startsWith("HTTP/1.1 200 ");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

  @BeforeAll
  static void start() {
    served = Served.site(Fixture.site(), at("127.0.0.1"));
  }

  private static Settings at(String host) {
    Duration minute = Duration.ofMinutes(1);
    return new Settings(host, 0, minute, minute, 1 << 20).named(List.of("Gilan.example.org"));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static String answer(Served server, String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.uri("/").getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String get(Served server, String path, String host) throws IOException {
    return answer(
        server, "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
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
      assertThat(get(served, path, host))
          .startsWith("HTTP/1.1 421 ")
          .contains("does not go by that name", "--allow-host")
          .doesNotContain(host);
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
    try (Served behind = Served.site(Fixture.site(), at("127.0.0.1").behindProxy())) {
      assertThat(answer(behind, request.formatted("evil.example", "localhost")))
          .startsWith("HTTP/1.1 421 ");
      assertThat(answer(behind, request.formatted("127.0.0.1", "graph.example.org")))
          .startsWith("HTTP/1.1 200 ");
    }
  }
}

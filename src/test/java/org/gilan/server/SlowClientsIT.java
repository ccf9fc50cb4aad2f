// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gilan.page.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that are slow, leave, or ask just before the end; each test takes as long as they do. */
@Timeout(120)
class SlowClientsIT {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String HEAD = "GET /health HTTP/1.1\r\nHost: localhost\r\nX: ";
  private static final String BODY =
      "POST /gilan/sparql HTTP/1.1\r\nHost: localhost\r\n"
          + "Content-Type: application/sparql-query\r\nContent-Length: 1000\r\n\r\n";
  private static final String GET_WITH_BODY =
      "GET /gilan/sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n";
  private static final String MUCH =
      "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
          .formatted(Served.query("SELECT * { ?a ?b ?c . ?d ?e ?f }"));
  private static final String LONG =
      "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
          .formatted(
              Served.query(
                  "SELECT (COUNT(*) AS ?count) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"));

  @TempDir private Path folder;

  private static Served served(Watch watch) {
    return Served.watched(
        Fixture.site(), new Settings("127.0.0.1", 0, MINUTE, MINUTE, 1 << 20), watch);
  }

  private static Socket ask(Served served, String text) throws IOException {
    Socket socket = new Socket("127.0.0.1", served.uri("/").getPort());
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Two hundred are more than there are threads. */
  @Test
  void dropsTheSlowAndAnswersOthersMeanwhile() throws Exception {
    try (Served served = served(Watch.nothing())) {
      List<Socket> sockets = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        sockets.add(ask(served, List.of(HEAD, BODY, GET_WITH_BODY).get(i % 3)));
      }
      for (int second = 0; second < 25; second++) {
        long start = System.nanoTime();
        assertThat(served.get("/health").statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isLessThan(Duration.ofSeconds(5).toNanos());
        for (Socket socket : sockets) {
          drip(socket);
        }
        Thread.sleep(1000);
      }
      for (Socket socket : sockets) {
        assertThat(isClosed(socket)).isTrue();
        socket.close();
      }
    }
  }

  /** More than there are threads, or turns for what is long; none of them reads what it is sent. */
  @Test
  void dropsWhoDoesNotRead() throws Exception {
    try (Served served = served(Watch.nothing())) {
      List<Socket> sockets = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        sockets.add(ask(served, MUCH));
      }
      for (int second = 0; second < 35; second++) {
        long start = System.nanoTime();
        assertThat(served.get(Served.query("ASK {}")).statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isLessThan(Duration.ofSeconds(5).toNanos());
        Thread.sleep(1000);
      }
      int cut = 0;
      for (Socket socket : sockets) {
        cut += isCut(socket) ? 1 : 0;
        socket.close();
      }
      assertThat(cut).isEqualTo(sockets.size());
    }
  }

  /** {@return whether the connection ends in the midst of an answer, or with a refusal} */
  private static boolean isCut(Socket socket) throws IOException {
    socket.setSoTimeout(5000);
    try {
      String got = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return !got.endsWith("\r\n0\r\n\r\n") || got.startsWith("HTTP/1.1 503 ");
    } catch (SocketException e) {
      return true;
    }
  }

  private static void drip(Socket socket) {
    try {
      socket.getOutputStream().write('x');
    } catch (IOException e) {
      // dropped, as it should
    }
  }

  private static boolean isClosed(Socket socket) throws IOException {
    socket.setSoTimeout(5000);
    try {
      return socket.getInputStream().readAllBytes().length == 0;
    } catch (SocketException e) {
      return true;
    }
  }

  /** It may have sent the beginning of its next request, with the first or later, or many. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "0, 1", "3, 5000", "20000, 0", "0, 20000"})
  void endsTheQueryOfAClientThatLeaves(int ahead, int later) throws Exception {
    Path log = folder.resolve("access.log");
    try (Served served = served(new Watch(null, AccessLog.open(log, false)))) {
      try (Socket socket = ask(served, LONG + "G".repeat(ahead))) {
        if (later > 0) {
          Thread.sleep(1200);
          socket.getOutputStream().write("G".repeat(later).getBytes(StandardCharsets.US_ASCII));
          Thread.sleep(1200);
        }
      }
      awaitEnd(log, "GET /gilan/sparql");
    }
  }

  @Test
  void endsTheShapesOfAClientThatLeaves() throws Exception {
    String shapes =
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <x:s> a sh:NodeShape ; sh:targetNode <x:n> ;"
            + " sh:sparql [ sh:select 'SELECT $this { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
            + " FILTER (CONCAT(STR(?a), STR(?l)) = \"never\") }' ] .";
    endsWhatALeavingClientAsked(
        "POST /gilan/shacl HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/turtle\r\n"
            + "Content-Length: %d\r\n\r\n%s".formatted(shapes.length(), shapes),
        "POST /gilan/shacl");
  }

  @Test
  void endsTheComparisonsOfAClientThatLeaves() throws Exception {
    String slow = Served.encode('"' + "咞".repeat(500) + "\",").repeat(200);
    String form =
        "queries="
            + Served.encode(
                "{\"q\":{\"query\":\"anna\",\"properties\":[{\"pid\":\"bornIn\",\"v\":[")
            + slow
            + Served.encode("1]}]}}");
    endsWhatALeavingClientAsked(
        "POST /reconcile HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: %d\r\n\r\n%s".formatted(form.length(), form),
        "POST /reconcile");
  }

  private void endsWhatALeavingClientAsked(String request, String logged) throws Exception {
    Path log = folder.resolve("access.log");
    try (Served served = served(new Watch(null, AccessLog.open(log, false)))) {
      ask(served, request).close();
      awaitEnd(log, logged);
    }
  }

  private static void awaitEnd(Path log, String request) throws Exception {
    for (int i = 0; i < 100 && Files.size(log) == 0; i++) {
      Thread.sleep(100);
    }
    assertThat(Files.readString(log)).contains("\"" + request + " HTTP/1.1\" 499 ");
  }

  @Test
  void answersTheNextRequestOfAClientThatSentItEarly() throws Exception {
    try (Served served = served(Watch.nothing());
        Socket socket = ask(served, LONG.replace("query=", "timeout=3&query=") + HEAD)) {
      for (String next : List.of("y\r\n\r\n", HEAD, "y\r\nConnection: close\r\n\r\n")) {
        Thread.sleep(700);
        socket.getOutputStream().write(next.getBytes(StandardCharsets.US_ASCII));
      }
      String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answers)
          .startsWith("HTTP/1.1 503 ")
          .containsPattern("(?s)(HTTP/1.1 200 .*ok\n){2}");
    }
  }

  @Test
  void answersWhatItWasAskedBeforeItStops() throws Exception {
    Served served = served(Watch.nothing());
    try (Socket running = ask(served, LONG.replace("query=", "timeout=4&query="));
        Socket idle = ask(served, "")) {
      Thread.sleep(1000);
      CompletableFuture<Void> stop = CompletableFuture.runAsync(served::close);
      String answer = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 503 ").contains("Connection: close", "timed out");
      assertThat(isClosed(idle)).isTrue();
      stop.join();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gilan.page.Fixture;
import org.gilan.server.Corpus.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever is sent gets a 4xx in words or a closed connection, never a 500, a stack trace or
 * silence; and the server is afterwards what it was before.
 */
@Timeout(240)
class CorpusTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Pattern TRACE =
      Pattern.compile(
          "(?m)^\\s+at |[a-z](Exception|Error)\\b|\\.java:\\d|class java|org\\.(apache|eclipse|gilan)\\.");

  private static final int PATIENCE_MILLIS = 20_000;
  private static final long MOST_GROWTH = 48 << 20;

  /** How many there are of each kind, so that none gets lost. */
  private static final Map<String, Integer> KINDS =
      Map.ofEntries(
          Map.entry("address", 74),
          Map.entry("chunks", 8),
          Map.entry("circle of shapes", 7),
          Map.entry("compact shapes", 1),
          Map.entry("cut short", 12),
          Map.entry("encoding", 29),
          Map.entry("endless query", 9),
          Map.entry("endless shapes", 7),
          Map.entry("header", 35),
          Map.entry("line", 19),
          Map.entry("method", 12),
          Map.entry("mutant", 120),
          Map.entry("n-triples", 1),
          Map.entry("query", 91),
          Map.entry("query by GET", 91),
          Map.entry("shapes", 92),
          Map.entry("turtle", 20),
          Map.entry("type", 14),
          Map.entry("xml", 7));

  @Test
  void hasSomethingOfEachKind() {
    Map<String, Integer> kinds =
        Stream.concat(Corpus.all().stream(), Corpus.endless().stream())
            .collect(Collectors.toMap(Input::kind, input -> 1, Integer::sum));
    assertThat(kinds).isEqualTo(KINDS);
  }

  @Test
  void endsWhatWouldNeverEnd() throws IOException {
    Duration second = Duration.ofSeconds(1);
    Settings settings = new Settings("127.0.0.1", 0, second, second, 1 << 20);
    try (Served served = Served.site(Fixture.site(), settings)) {
      for (Input input : Corpus.endless()) {
        String answer = send(served.uri("/").getPort(), input);
        assertThat(shortened(answer)).as(input.name()).startsWith("HTTP/1.1 503");
        assertThat(TRACE.matcher(answer).find()).as(answer).isFalse();
      }
      assertThat(served.get(Served.query("ASK {}")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void answersNothingWithAFaultOfItsOwn() throws Exception {
    List<Input> inputs = Corpus.all();
    assertThat(inputs).hasSizeGreaterThan(300);
    List<String> faults = new ArrayList<>();
    try (Served served =
        Served.site(Fixture.site(), new Settings("127.0.0.1", 0, LIMIT, LIMIT, 1 << 20))) {
      served.warm();
      int port = served.uri("/").getPort();
      int refused = 0;
      for (Input input : inputs) {
        String answer = send(port, input);
        String fault = fault(input, answer);
        if (fault != null) {
          faults.add(fault + " for " + shortened(input.name()) + " → " + shortened(answer));
        } else if (answer.startsWith("HTTP/1.1 4")) {
          refused++;
        }
      }
      String sent = inputs.size() + " sent, " + refused + " refused in words";
      Files.writeString(Path.of("target/corpus-sent"), sent + "\n");
      assertThat(faults).as(sent).isEmpty();
      assertThat(refused).as(sent).isGreaterThan(250);
      assertThat(served.get(Served.query("ASK {}")).statusCode()).isEqualTo(200);

      // Once more: by now classes are loaded, and caches and pools are full.
      long memory = usedMemory();
      Set<String> threads = threads();
      for (Input input : inputs) {
        send(port, input);
      }
      assertThat(usedMemory() - memory).isLessThan(MOST_GROWTH);
      assertThat(threads()).isSubsetOf(threads);
    }
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(260, text.length())).replace("\r\n", "⏎");
  }

  /** {@return what is wrong with an answer; null if nothing} */
  private static String fault(Input input, String answer) {
    if (answer.equals("silence")) {
      return "no answer";
    }
    if (answer.isEmpty()) {
      return null; // closed
    }
    if (!answer.startsWith("HTTP/1.")) {
      return "no HTTP";
    }
    int status = Integer.parseInt(answer.substring(9, 12));
    if (TRACE.matcher(answer).find()) {
      return "a stack trace";
    }
    if (status >= 500 && status != 501 && status != 505) {
      return "a " + status;
    }
    return input.isWrong() && status < 400 ? "a " + status + " for what is wrong" : null;
  }

  private static String send(int port, Input input) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(input.bytes());
        if (input.isLeft()) {
          socket.shutdownOutput();
        }
      } catch (SocketException e) {
        // It has closed before all was sent, and may have said why.
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketTimeoutException e) {
      return "silence";
    } catch (SocketException e) {
      return "";
    }
  }

  private static long usedMemory() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }

  /** {@return the names of the threads, but for those of the pool, whose number is bounded} */
  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> !name.startsWith("qtp") && !name.startsWith("ForkJoinPool"))
        .collect(Collectors.toSet());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Eight reads of everything at once, of a server with little memory; with Jena's writer of JSON-LD
 * they were its end. A process of its own, as an {@code OutOfMemoryError} ends it.
 */
@Timeout(600)
class ManyReadsIT {
  private static final int AT_ONCE = 8;
  private static final String HEAP = "-Xmx256m";
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static Process server;
  private static URI address;

  @BeforeAll
  static void serve() throws IOException {
    server =
        Launcher.process(
                Path.of("gilan").toAbsolutePath(),
                List.of("serve", "--port", "0", "--time", "300"),
                Map.of("GILAN_JAVA_OPTIONS", HEAP))
            .redirectErrorStream(true)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    String line = said.readLine();
    while (line != null && !line.contains("http://")) {
      line = said.readLine();
    }
    assertThat(line).isNotNull();
    address = URI.create(line.substring(line.indexOf("http://")));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    server.destroy();
    assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gilan/data?default&output=jsonld",
        "gilan/data?default&output=ttl",
        "gilan/data?default&output=rdf",
        "gilan/data?output=trig",
        "gilan/data?output=nq",
        "gilan/sparql?query=SELECT*%7B?s?p?o%7D&output=json",
        "gilan/sparql?query=CONSTRUCT%7B?s?p?o%7DWHERE%7B?s?p?o%7D&output=jsonld"
      })
  void areAnsweredOrRefusedWhileOthersAreAnswered(String path) throws Exception {
    CompletableFuture<?>[] reads =
        IntStream.range(0, AT_ONCE)
            .mapToObj(i -> CompletableFuture.runAsync(() -> read(path)))
            .toArray(CompletableFuture[]::new);
    CompletableFuture<Void> all = CompletableFuture.allOf(reads);
    do {
      light();
      Thread.sleep(100);
    } while (!all.isDone());
    all.join();
    light();
    assertThat(server.isAlive()).isTrue();
  }

  /** Reads all of it; what breaks off is an exception. */
  private static void read(String path) {
    HttpResponse<?> response = get(path, BodyHandlers.discarding());
    assertThat(response.statusCode()).isIn(200, 503);
    if (response.statusCode() == 503) {
      assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }
  }

  private static void light() {
    long start = System.nanoTime();
    String ask = "gilan/sparql?query=ASK%7B?s?p?o%7D&at=" + start;
    assertThat(get(ask, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }

  private static <T> HttpResponse<T> get(String path, HttpResponse.BodyHandler<T> body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address.resolve(path)).header("Cache-Control", "no-cache").build();
      return HTTP.send(request, body);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.gilan.page.Fixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {
  private static final String ENDLESS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }";

  private static Served served;

  @BeforeAll
  static void start() {
    Duration whole = Duration.ofSeconds(3);
    served = Served.site(Fixture.site(), new Settings("127.0.0.1", 0, whole, whole, 1 << 20));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static HttpResponse<byte[]> send(String method, String path, String... headers)
      throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(served.uri(path))
                .method(method, BodyPublishers.noBody())
                .headers(headers)
                .build(),
            BodyHandlers.ofByteArray());
  }

  private static String unzip(byte[] body) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/gilan/data?default, text/turtle",
    "/gilan/data, application/trig",
    "/gilan/sparql?query=SELECT+*+%7B?s+?p+?o%7D+ORDER+BY+?s+?p+?o, text/csv",
    "/gilan/sparql?query=ASK%7B%7D, application/json",
    "/gilan/sparql?query=nonsense, text/csv",
    "/gilan/sparql, text/turtle",
    "/id/anna-lodge, text/html",
    "/id/nobody, text/html",
    "/ui/, text/html",
    "/$/stats, application/json",
  })
  void compressesWhatIsAskedFor(String path, String accept) throws Exception {
    HttpResponse<byte[]> zipped = send("GET", path, "Accept", accept, "Accept-Encoding", "gzip");
    HttpResponse<String> plain = served.get(path, "Accept", accept);
    assertThat(zipped.statusCode()).isEqualTo(plain.statusCode());
    assertThat(Served.header(zipped, "Content-Encoding")).isEqualTo("gzip");
    assertThat(Served.header(plain, "Content-Encoding")).isEmpty();
    for (HttpResponse<?> response : new HttpResponse<?>[] {zipped, plain}) {
      assertThat(Served.header(response, "Vary")).contains("Accept-Encoding");
    }
    assertThat(unzip(zipped.body()).replaceAll("_:\\w+|\\d+", ""))
        .isEqualTo(plain.body().replaceAll("_:\\w+|\\d+", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "br", "gzip;q=0", "gzip; q=0.0, *;q=0"})
  void leavesTheRestAlone(String encodings) throws Exception {
    HttpResponse<byte[]> response =
        send("GET", "/gilan/sparql?query=ASK%7B%7D", "Accept-Encoding", encodings);
    assertThat(Served.header(response, "Content-Encoding")).isEmpty();
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("true");
  }

  @Test
  void answersHeadLikeGet() throws Exception {
    String[] headers = {"Accept", "text/csv", "Accept-Encoding", "deflate, gzip;q=0.5"};
    String path = "/gilan/sparql?query=ASK%7B%7D";
    HttpResponse<byte[]> head = send("HEAD", path, headers);
    HttpResponse<byte[]> get = send("GET", path, headers);
    assertThat(head.body()).isEmpty();
    for (String name :
        new String[] {"Content-Encoding", "Content-Length", "Content-Type", "ETag"}) {
      assertThat(Served.header(head, name))
          .as(name)
          .isNotEmpty()
          .isEqualTo(Served.header(get, name));
    }
  }

  @Test
  void compressesNoMissingBody() throws Exception {
    String path = "/gilan/data?default";
    String tag = Served.header(served.get(path), "ETag");
    HttpResponse<byte[]> kept = send("GET", path, "Accept-Encoding", "gzip", "If-None-Match", tag);
    assertThat(kept.statusCode()).isEqualTo(304);
    assertThat(kept.body()).isEmpty();
    assertThat(Served.header(kept, "Content-Encoding")).isEmpty();
  }

  @Test
  void startsAnewWithAnErrorWhileNothingIsSent() throws Exception {
    String fewThenSlow =
        "SELECT ?x WHERE { { VALUES ?x { 1 2 } } UNION { "
            + ENDLESS
            + " FILTER(CONCAT(STR(?a), STR(?o)) = 'never') } }";
    HttpResponse<byte[]> response =
        send("GET", Served.query(fewThenSlow), "Accept", "text/csv", "Accept-Encoding", "gzip");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(unzip(response.body())).startsWith("Query timed out\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "text/tab-separated-values"})
  void breaksOffAnAnswerThatRunsOutOfTimeWhileItIsSent(String accept) {
    // Noise, since what repeats would be compressed away and still fit the container's buffer.
    byte[] noise = new byte[30_000];
    new Random(1920).nextBytes(noise);
    String wideThenSlow =
        "SELECT ?a ?wide WHERE { { SELECT ?a ('"
            + Base64.getUrlEncoder().encodeToString(noise)
            + "' AS ?wide) WHERE { ?a ?b ?c . ?d ?e ?f } LIMIT 500 } UNION { "
            + ENDLESS
            + " FILTER(CONCAT(STR(?a), STR(?o)) = 'never') } }";
    String[] headers = {"Accept", accept, "Accept-Encoding", "gzip"};
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> send("GET", Served.query(wideThenSlow), headers));
  }
}

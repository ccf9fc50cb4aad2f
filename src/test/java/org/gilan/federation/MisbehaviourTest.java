// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.query.QueryCancelledException;
import org.gilan.federation.LinkedPeople.Heard;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Endpoints that are dead, slow, broken or hostile. */
class MisbehaviourTest {
  private static final String OK = "200 OK\r\nContent-Type: application/sparql-results+json";
  private static final String NOTHING = "{\"head\":{\"vars\":[]},\"results\":{\"bindings\":[]}}";
  private static final int LARGEST = 1 << 20;

  /** One second a call; a test that takes three hangs. */
  private static final Limits LIMITS =
      new Limits(
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          20,
          1000,
          LARGEST,
          100,
          1 << 20,
          Duration.ofHours(1));

  private static final Duration TOO_LONG = Duration.ofSeconds(3);

  private static final String REQUIRED =
      "SELECT ?who ?born { ?who skos:exactMatch ?item SERVICE <TO> { ?item wdt:P569 ?born } }";

  /** What an endpoint does, and what we say of it. */
  private static Map<String, Listener.Manner> manners() {
    Map<String, Listener.Manner> manners = new TreeMap<>();
    manners.put("no whole answer: silence", (head, out) -> Thread.sleep(60_000));
    manners.put("no whole answer: drip", (head, out) -> drip(out, "HTTP/1.1 " + OK + "\r\n\r\n"));
    manners.put("no whole answer: dripping head", (head, out) -> drip(out, "HTTP/1.1 200 "));
    manners.put(
        "no whole answer: endless 1xx",
        (head, out) -> {
          while (true) {
            out.write("HTTP/1.1 103 Early\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            Thread.sleep(20);
          }
        });
    manners.put("breaks off: at once", (head, out) -> {});
    manners.put("breaks off: noise", Listener.says("\u0001\u0002", "\u0003"));
    manners.put(
        "breaks off: half an answer", Listener.says(OK + "\r\nContent-Length: 900", NOTHING));
    manners.put(
        "breaks off: huge head", Listener.says(OK + "\r\nX: " + "x".repeat(1 << 20), NOTHING));
    manners.put("SPARQL's JSON: html", Listener.says("200 OK\r\nContent-Type: text/html", "<p>"));
    manners.put("SPARQL's JSON: no type", Listener.says("200 OK", NOTHING));
    for (String body :
        List.of(
            "",
            "garbage",
            "{}",
            "[]",
            "null",
            "{\"head\":{\"vars\":[\"born\"]}}",
            "{\"head\":{},\"boolean\":true}",
            "{\"head\":{\"vars\":[\"born\"]},\"results\":{\"bindings\":[{\"born\":{}}]}}",
            "{\"head\":{\"vars\":[\"born\"]},\"results\":{\"bindings\":[{\"born\":[[[",
            "[".repeat(500_000),
            "{\"head\":{\"vars\":[\"born\"]},\"results\":{\"bindings\":" + "[".repeat(500_000))) {
      String name = body.length() > 80 ? body.substring(0, 80) : body;
      manners.put("SPARQL's JSON: " + name, Listener.says(OK, body));
    }
    manners.put("was not asked: nothing", Listener.says(OK, row("")));
    manners.put("was not asked: another", Listener.says(OK, row(item("Q1"))));
    manners.put(
        "not whole: rows", Listener.says(OK + "\r\nX-SPARQL-MaxRows: 1", row(item("Q9001"))));
    manners.put(
        "not whole: rows in words",
        Listener.says(OK + "\r\nX-SPARQL-MaxRows: 1 row", row(item("Q9001"))));
    manners.put("not whole: time", Listener.says(OK + "\r\nX-SQL-State: S1TAT", NOTHING));
    manners.put("larger than: plain", Listener.says(OK, NOTHING + " ".repeat(2 * LARGEST)));
    byte[] bomb = bomb();
    manners.put("SPARQL's JSON: packed", (head, out) -> out.write(bomb));
    manners.put("SPARQL's JSON: half of it", (head, out) -> out.write(bomb, 0, bomb.length / 2));
    manners.put("larger than: announced", Listener.says(OK + "\r\nContent-Length: 9999999999", ""));
    for (int status : List.of(204, 400, 401, 403, 404, 429, 500, 503)) {
      manners.put("HTTP status " + status, Listener.says(status + " X", ""));
    }
    for (String pause : List.of("Wed, 21 Oct 2015 07:28:00 GMT", "soon", "-1", "")) {
      manners.put("HTTP status 503: " + pause, Listener.says("503 X\r\nRetry-After: " + pause, ""));
    }
    for (int status : List.of(301, 302, 303, 307, 308)) {
      manners.put(
          "it redirects (" + status,
          (head, out) ->
              Listener.says(status + " X\r\nLocation: /sparql?again", "").answer(head, out));
    }
    return manners;
  }

  private static void drip(OutputStream out, String start)
      throws IOException, InterruptedException {
    out.write(start.getBytes(StandardCharsets.UTF_8));
    while (true) {
      out.write(' ');
      out.flush();
      Thread.sleep(50);
    }
  }

  /** {@return an answer that is small when packed and eight times too large unpacked} */
  private static byte[] bomb() {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.writeBytes(
        ("HTTP/1.1 " + OK + "\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
      zip.write(new byte[8 * LARGEST]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bomb.toByteArray();
  }

  private static String item(String name) {
    return ",\"item\":{\"type\":\"uri\",\"value\":\"http://www.wikidata.org/entity/%s\"}"
        .formatted(name);
  }

  private static String row(String item) {
    return "{\"head\":{\"vars\":[\"born\",\"item\"]},\"results\":{\"bindings\":[{\"born\":"
        + "{\"type\":\"literal\",\"value\":\"1920\"}"
        + item
        + "}]}}";
  }

  @TestFactory
  Stream<DynamicTest> saysWhatAnEndpointDoesWrong() {
    Map<String, Listener.Manner> manners = manners();
    assertThat(manners).hasSizeGreaterThan(35);
    return manners.entrySet().stream()
        .map(m -> DynamicTest.dynamicTest(m.getKey(), () -> survives(m.getKey(), m.getValue())));
  }

  private static void survives(String name, Listener.Manner manner) {
    try (Listener rascal = new Listener(manner)) {
      survives(name.split(":")[0], rascal.address());
      assertThat(rascal.connections()).isBetween(3, 4);
    }
  }

  private static void survives(String words, String address) {
    String required = REQUIRED.replace("TO", address);
    long start = System.nanoTime();
    try (LinkedPeople linked = linked(address)) {
      assertThatExceptionOfType(ServiceException.class)
          .isThrownBy(() -> linked.ask(required))
          .withMessageContaining(address)
          .withMessageContaining(words)
          .matches(e -> e.getStatusCode() == 502 || e.getStatusCode() == 504);
      String inFilter =
          required.replace("SERVICE", "FILTER EXISTS { SERVICE").replace("} }", "} } }");
      assertThatExceptionOfType(ServiceException.class)
          .isThrownBy(() -> linked.ask(inFilter))
          .withMessageContaining(words);
      Heard silent = linked.ask(required.replace("SERVICE", "SERVICE SILENT"));
      assertThat(silent.rows()).hasSize(41).allMatch(r -> r.contains("?born=null"));
      assertThat(silent.warnings()).hasSize(1);
      assertThat(silent.warnings().get(0)).contains(address).contains(words).contains("without it");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TOO_LONG.multipliedBy(3));
  }

  /**
   * What it says may be made for whoever reads our answer; in that are its address and our words.
   */
  @Test
  void repeatsNothingThatAnEndpointSays() {
    for (Listener.Manner manner :
        List.of(
            Listener.says("503 Confided\r\nRetry-After: confided", "confided"),
            Listener.says("404 Confided\r\nContent-Type: text/plain", "confided"),
            Listener.says("302 Confided\r\nLocation: http://confided.example/", "confided"),
            Listener.says("200 OK\r\nContent-Type: text/confided", "confided"),
            Listener.says(OK, "confided"),
            Listener.says(OK, "{\"head\":{\"confided\":"),
            Listener.says(OK, row(item("confided"))),
            Listener.says(OK, row(",\"item\":{\"type\":\"confided\",\"value\":\"\"}")),
            Listener.says(OK + "\r\nX-SPARQL-MaxRows: 1 confided", row(item("Q9001"))),
            Listener.says("confided", "confided"))) {
      try (Listener rascal = new Listener(manner);
          LinkedPeople linked = linked(rascal.address())) {
        String query = REQUIRED.replace("TO", rascal.address());
        List<String> told =
            new ArrayList<>(linked.ask(query.replace("SERVICE", "SERVICE SILENT")).warnings());
        assertThatExceptionOfType(ServiceException.class)
            .isThrownBy(() -> linked.ask(query))
            .satisfies(e -> told.add(e.getMessage()));
        assertThat(told).hasSize(2).noneMatch(text -> text.toLowerCase().contains("confided"));
      }
    }
  }

  private static LinkedPeople linked(String address) {
    return new LinkedPeople(
        new Federation(
            AllowedServices.none().with(address),
            LIMITS,
            Federation.agent("1.2", "ops@example.org")));
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = taken.getLocalPort();
    }
    survives("cannot be reached", "http://127.0.0.1:" + port + "/sparql");
  }

  @Test
  void saysThatTheNameIsUnknown() {
    String address = "http://no-such-host.invalid/sparql";
    try (LinkedPeople linked = linked(address)) {
      assertThatExceptionOfType(ServiceException.class)
          .isThrownBy(() -> linked.ask(REQUIRED.replace("TO", address)))
          .withMessageContaining("failed");
    }
  }

  @Test
  void asksAnEndpointThatFailedOnlyOnceInAQuery() {
    try (Listener rascal = new Listener(Listener.says("500 X", ""));
        LinkedPeople linked = linked(rascal.address())) {
      Heard heard =
          linked.ask(
              """
              SELECT * { ?who skos:exactMatch ?item
                OPTIONAL { SERVICE SILENT <TO> { ?item wdt:P569 ?born } }
                OPTIONAL { SERVICE SILENT <TO> { ?item wdt:P570 ?died } } }\
              """
                  .replace("TO", rascal.address()));
      assertThat(heard.rows()).hasSize(41);
      assertThat(heard.warnings()).hasSize(1);
      assertThat(rascal.connections()).isEqualTo(1);
    }
  }

  @Test
  void stopsWaitingWhenTheQueryHasNoMoreTime() {
    Limits patient =
        new Limits(
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            20,
            1000,
            LARGEST,
            100,
            1 << 20,
            Duration.ofHours(1));
    try (Listener rascal = new Listener((head, out) -> Thread.sleep(60_000));
        LinkedPeople linked =
            new LinkedPeople(
                new Federation(AllowedServices.none().with(rascal.address()), patient, "x"))) {
      for (String silent : List.of("SERVICE", "SERVICE SILENT")) {
        String query = REQUIRED.replace("TO", rascal.address()).replace("SERVICE", silent);
        long start = System.nanoTime();
        assertThatExceptionOfType(QueryCancelledException.class)
            .isThrownBy(() -> linked.ask(query, Duration.ofMillis(300)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TOO_LONG);
      }
    }
  }

  @Test
  void turnsAFailureThatNobodyWouldHearIntoAnError() {
    Calls deaf = new Calls(LIMITS, warning -> false);
    Service service = new Service("http://127.0.0.1/", URI.create("http://127.0.0.1/"));
    ServiceException cause = ServiceException.failed(service, "it is dead.");
    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> deaf.silence(service, cause));
    assertThat(deaf.isSilenced(service)).isFalse();
  }

  @Test
  void leavesAnEndpointAloneThatAsksForAPause() {
    try (Listener busy = new Listener(Listener.says("429 X\r\nRetry-After: 60", ""));
        LinkedPeople linked = linked(busy.address())) {
      String query = REQUIRED.replace("TO", busy.address());
      assertThatExceptionOfType(ServiceException.class)
          .isThrownBy(() -> linked.ask(query))
          .withMessageContaining("429");
      assertThatExceptionOfType(ServiceException.class)
          .isThrownBy(() -> linked.ask(query))
          .withMessageContaining("no more requests for the moment");
      assertThat(busy.connections()).isEqualTo(1);
    }
  }

  @Test
  void showsTheNameOfAnEndpointAndNotItsMirror() {
    String mirror = "http://127.0.0.1:1/secret";
    try (LinkedPeople linked = linked(LinkedPeople.WIKIDATA + "=" + mirror)) {
      assertThatExceptionOfType(ServiceException.class)
          .isThrownBy(() -> linked.ask(REQUIRED.replace("TO", LinkedPeople.WIKIDATA)))
          .withMessageContaining(LinkedPeople.WIKIDATA)
          .withMessageNotContaining("secret");
    }
  }

  /** Whoever asks may send as much as the cache holds, and is answered with nothing. */
  @Test
  void keepsNoAnswerToWhatIsLongerThanTheCache() {
    try (Listener polite = new Listener(Listener.says(OK, NOTHING));
        LinkedPeople linked = linked(polite.address())) {
      for (int length : new int[] {LARGEST / 2, LARGEST / 4}) {
        String pattern = "?item wdt:P569 '%s'".formatted("x".repeat(length));
        for (int i = 0; i < 2; i++) {
          linked.ask("SELECT * { SERVICE <%s> { %s } }".formatted(polite.address(), pattern));
        }
      }
      assertThat(polite.connections()).isEqualTo(3);
    }
  }

  @Test
  void introducesItself() {
    try (Listener polite = new Listener(Listener.says(OK, NOTHING));
        LinkedPeople linked = linked(polite.address())) {
      assertThat(linked.ask(REQUIRED.replace("TO", polite.address())).rows()).isEmpty();
      assertThat(polite.lastHead())
          .startsWith("POST /sparql HTTP/1.1\r\n")
          .contains(
              "User-Agent: gilan/1.2 (https://w3id.org/gilan; contact ops@example.org)\r\n",
              "Accept: application/sparql-results+json\r\n",
              "Content-Type: application/x-www-form-urlencoded\r\n")
          .doesNotContain("Cookie", "Authorization", "Referer");
    }
  }

  @Test
  void sendsNoBlankNodes() {
    try (Listener polite = new Listener(Listener.says(OK, NOTHING));
        LinkedPeople linked = linked(polite.address())) {
      String blank = REQUIRED.replace("?item SERVICE", "?item FILTER (ISBLANK(?item)) SERVICE");
      assertThat(linked.ask(blank.replace("TO", polite.address())).rows()).isEmpty();
      assertThat(polite.connections()).isZero();
    }
  }
}

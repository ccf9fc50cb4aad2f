// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.gilan.page.Fixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Faults that were found in endpoints, each a row with the right answer and where it is written.
 */
class ToTheLetterTest {
  private static final String ENDLESS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }";

  /** Some megabytes of rows, then nothing until the time is up. */
  private static final String CUT =
      Served.query(
          "SELECT ?a ?wide { { SELECT ?a ('"
              + "x".repeat(3000)
              + "' AS ?wide) { ?a ?b ?c . ?d ?e ?f } LIMIT 1000 } UNION { "
              + ENDLESS
              + " FILTER (CONCAT(STR(?a), STR(?o)) = 'never') } }");

  private static Served served;

  @BeforeAll
  static void start() {
    Duration first = Duration.ofSeconds(20);
    served =
        Served.site(
            Fixture.site(), new Settings("127.0.0.1", 0, first, Duration.ofSeconds(2), 1 << 20));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static byte[] raw(String head) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", served.uri("/").getPort())) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      InputStream in = socket.getInputStream();
      in.transferTo(answer);
      return answer.toByteArray();
    }
  }

  private static String text(byte[] answer) {
    return new String(answer, StandardCharsets.ISO_8859_1);
  }

  /** RFC 9112 section 8: an answer in chunks without the last one is not whole. */
  @Test
  void sendsChunksEvenIfTheConnectionIsToBeClosed() throws IOException {
    String answer =
        text(
            raw(
                "GET "
                    + CUT
                    + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\nConnection: close\r\n\r\n"));
    assertThat(answer)
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("Transfer-Encoding: chunked");
    assertThat(answer).doesNotEndWith("0\r\n\r\n");
  }

  /** RFC 1945 section 7.2.2: in HTTP/1.0 the end of the connection is the end of the answer. */
  @Test
  void resetsTheConnectionInHttp10() {
    assertThatExceptionOfType(SocketException.class)
        .isThrownBy(
            () -> raw("GET " + CUT + " HTTP/1.0\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n"))
        .withMessageContaining("reset");
  }

  /** RFC 9110 section 8.8.3: whoever has half an answer would be told by its tag that it holds. */
  @Test
  void tagsNothingThatMayBeBrokenOff() throws IOException {
    for (String method : new String[] {"GET ", "HEAD "}) {
      String answer =
          text(
              raw(
                  method
                      + CUT
                      + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\nConnection: close\r\n\r\n"));
      assertThat(answer).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("\r\nETag: ");
    }
  }

  @Test
  void endsAWholeAnswerInHttp10AsOneDoes() throws IOException {
    assertThat(text(raw("GET /sparql?query=ASK%7B%7D HTTP/1.0\r\nHost: localhost\r\n\r\n")))
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("Content-Length: ")
        .endsWith("true}\n");
  }

  /** RFC 9110 sections 15.5.1 and 15.5.15: what the container refuses has our form, and CORS. */
  @ParameterizedTest
  @CsvSource({
    "/gilan//sparql, 400",
    "/gilan/%2e%2e/sparql, 400",
    "/id/%zz, 400",
    "/gilan/sparql?query=%ff, 400",
    "/LONG, 414",
  })
  void refusesInOurFormWhatTheContainerRefuses(String path, int status) throws IOException {
    String target = path.replace("LONG", "x".repeat(300_000));
    String answer =
        text(raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .containsIgnoringCase("Access-Control-Allow-Origin: *")
        .containsIgnoringCase("Content-Type: text/plain; charset=utf-8")
        .doesNotContain("<html");
  }

  /** What never comes to be a request, too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "NONSENSE",
        "GET /health HTTP/9.9",
        "GET /\u0000 HTTP/1.1",
        "GET /id/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close",
        "GET / HTTP/1.1\r\nHost: localhost\r\nNo-Colon",
        "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost",
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1x",
      })
  void refusesWhatIsMalformedAsItRefusesAnythingElse(String head) throws IOException {
    String nowhere =
        text(raw("GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    String answer = text(raw(head + "\r\n\r\n"));
    assertThat(names(answer)).containsExactlyInAnyOrderElementsOf(names(nowhere));
    assertThat(answer)
        .containsPattern("^HTTP/1.1 (4\\d\\d|505) ")
        .contains("Cache-Control: no-store\r\n", "Content-Type: text/plain; charset=utf-8\r\n")
        .doesNotContain("<", "Jetty", "jetty");
  }

  private static List<String> names(String answer) {
    return answer
        .substring(0, answer.indexOf("\r\n\r\n"))
        .lines()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(':')))
        .filter(name -> !name.equals("Connection"))
        .toList();
  }

  /** RFC 9110 section 9.3.2: HEAD gets no body, from the container neither. */
  @ParameterizedTest
  @ValueSource(strings = {"/", "/nowhere", "/id/%zz", "/%00", "//", "/id/%ff"})
  void sendsNoBodyToHead(String path) throws IOException {
    String answer =
        text(raw("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    assertThat(answer).startsWith("HTTP/1.1 ").endsWith("\r\n\r\n").containsOnlyOnce("\r\n\r\n");
  }

  /** RFC 9110 section 9.3.7: the server as a whole. */
  @Test
  void saysWhatTheServerAllows() throws IOException {
    assertThat(text(raw("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")))
        .startsWith("HTTP/1.1 204")
        .contains("Allow: GET, HEAD, POST, OPTIONS\r\n");
  }

  /** RFC 9112 section 6.1: what is packed besides is not taken for what it says. */
  @ParameterizedTest
  @ValueSource(strings = {"gzip, chunked", "gzip\r\nTransfer-Encoding: chunked", "x, Chunked"})
  void readsNoOtherTransferCodings(String codings) throws IOException {
    String request =
        "POST /gilan/sparql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/sparql-query\r\nTransfer-Encoding: %s\r\n\r\n"
            + "6\r\nASK {}\r\n0\r\n\r\n";
    assertThat(text(raw(request.formatted(codings)))).startsWith("HTTP/1.1 501");
    assertThat(text(raw(request.formatted("Chunked")))).startsWith("HTTP/1.1 200");
  }

  /** RFC 9110 section 12.5.1, at the bare endpoint and with what leads to it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/turtle, text/html;q=0.2 | /gilan/sparql | 200 | text/turtle; charset=utf-8",
        "text/turtle, text/html;q=0.2 | /gilan/sparql? | 200 | text/turtle; charset=utf-8",
        "text/turtle, text/html;q=0.2 | /gilan/sparql/ | 200 | text/turtle; charset=utf-8",
        "text/turtle, text/html;q=0.2 | /sparql | 200 | text/turtle; charset=utf-8",
        "text/html, */*;q=0.1 | /gilan/sparql | 303 | ''",
        "text/turtle;q=.9, application/rdf+xml;q=.8 | /void | 200 | text/turtle; charset=utf-8",
        "application/rdf+xml, text/turtle;q=x | /void | 200 | text/turtle; charset=utf-8",
        "application/rdf+xml | /id/anna-lodge | 200 | application/rdf+xml",
        "application/sparql-results+xml | /sparql?query=ASK%7B%7D | 200 | application/sparql-results+xml; charset=utf-8",
        "application/sparql-results+json | /sparql?query=ASK%7B%7D | 200 | application/sparql-results+json; charset=utf-8",
      })
  void weighsWhatIsAcceptedTheSameEverywhere(String accept, String path, int status, String type) {
    HttpResponse<String> response = served.get(path, "Accept", accept);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(Served.header(response, "Content-Type")).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/id/nobody", "/claim/nothing", "/query/none", "/elsewhere"})
  void tellsPagesOfOtherSitesThatThereIsNone(String path) throws IOException {
    String request = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: */*\r\n\r\n";
    assertThat(text(raw("GET " + path + request)))
        .startsWith("HTTP/1.1 404")
        .contains("Access-Control-Allow-Origin: *");
  }

  /** RFC 9110 sections 12.4.2 and 12.5: what is not well written is no reason to refuse. */
  @ParameterizedTest
  @ValueSource(strings = {"Accept", "Accept-Encoding"})
  void answersWhoWritesAHeaderAmiss(String header) throws IOException {
    for (String value : new String[] {"x/y; q = 0.5", "a/b;c=\"d", "\"", "a = b", ";q=1", "q"}) {
      String request = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
      assertThat(
              text(
                  raw(
                      "GET /sparql?query=ASK%7B%7D"
                          + request
                          + header
                          + ": "
                          + value
                          + "\r\n\r\n")))
          .as(value)
          .startsWith("HTTP/1.1 200")
          .endsWith("true}\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "turtle, text/turtle", "ttl, text/turtle", "ntriples, application/n-triples",
    "json-ld, application/ld+json", "rdfxml, application/rdf+xml", "text/turtle, text/turtle",
  })
  void takesTheUsualNamesOfFormatsOnPagesToo(String name, String type) {
    for (String path : new String[] {"/id/anna-lodge", "/void", "/ontology"}) {
      assertThat(Served.header(served.get(path + "?format=" + name), "Content-Type"))
          .as(path)
          .startsWith(type);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeout=", "timeout=0", "timeout=0.0", "timeout=60"})
  void takesAnEmptyTimeoutForNone(String timeout) {
    assertThat(served.get("/gilan/sparql?query=ASK%7B%7D&" + timeout).statusCode()).isEqualTo(200);
  }

  /** Fetch standard, section 4.9: a star does not stand for Authorization. */
  @Test
  void allowsTheHeadersThatClientsSend() {
    HttpResponse<String> preflight =
        served.send(
            "OPTIONS",
            "/gilan/sparql",
            BodyPublishers.noBody(),
            "Origin",
            "https://x.example",
            "Access-Control-Request-Method",
            "POST",
            "Access-Control-Request-Headers",
            "authorization,x-own");
    assertThat(Served.header(preflight, "Access-Control-Allow-Headers"))
        .contains("Authorization", "x-own");
  }

  @Test
  void refusesShapesThatAreNotUtf8() {
    HttpResponse<String> response =
        served.send(
            "POST",
            "/gilan/shacl",
            BodyPublishers.ofByteArray("# é\n".getBytes(StandardCharsets.ISO_8859_1)),
            "Content-Type",
            "text/turtle");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("not UTF-8");
  }

  /** XML 1.0 section 2.2; RDF 1.2 Concepts section 3.3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT ('a\\u000Bb' AS ?x) {} | application/sparql-results+xml | 406",
        "SELECT ('a\\u000Bb' AS ?x) {} | application/sparql-results+json | 200",
        "SELECT (STRDT('a', <http://x.example/?a=1&b=2>) AS ?x) {} | application/sparql-results+xml | 200",
        "CONSTRUCT { <x:s> <x:p> 'a'@ar--rtl } WHERE {} | application/rdf+xml | 406",
        "CONSTRUCT { <x:s> <x:p> 'a'@ar--rtl } WHERE {} | application/ld+json | 406",
        "CONSTRUCT { <x:s> <x:p> 'a'@ar--rtl } WHERE {} | text/turtle | 200",
        "CONSTRUCT { <x:s> <x:p> 'a'@ar--rtl } WHERE {} | application/rdf+xml, text/turtle;q=0.1 | 200",
      })
  void refusesWhatAFormatCannotHold(String query, String accept, int status) {
    HttpResponse<String> response = served.get(Served.query(query), "Accept", accept);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
  }

  @Test
  void saysItsOwnVersion() {
    assertThat(served.get("/$/server").body()).contains("\"version\" : \"Gilan ");
  }

  /**
   * RFC 7239 section 8.1: what a proxy says is believed only if the operator says that there is
   * one.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void believesAProxyOnlyIfThereIsOne(boolean isBehindProxy) {
    Settings settings = Settings.at("127.0.0.1", 0);
    try (Served behind =
        Served.site(Fixture.site(), isBehindProxy ? settings.behindProxy() : settings)) {
      String[] headers = {
        "X-Forwarded-Proto", "https",
        "X-Forwarded-Host", "kb.example",
        "X-Forwarded-Prefix", "/graphs",
        "Accept", "text/turtle"
      };
      assertThat(
              behind
                  .get("/gilan/sparql", headers)
                  .body()
                  .contains("https://kb.example/graphs/gilan/sparql"))
          .isEqualTo(isBehindProxy);
      assertThat(behind.get("/void", headers).body().contains("https://kb.example/graphs/"))
          .isEqualTo(isBehindProxy);
    }
  }

  /** Some proxies pass on what clients say. */
  @Test
  void passesOverAPrefixThatIsTooLong() {
    try (Served behind = Served.site(Fixture.site(), Settings.at("127.0.0.1", 0).behindProxy())) {
      for (String prefix :
          List.of("/a".repeat(20_000), "/" + "a".repeat(200), "/a".repeat(99) + "!", "a", "//")) {
        HttpResponse<String> response =
            behind.get("/gilan/sparql", "X-Forwarded-Prefix", prefix, "Accept", "text/turtle");
        assertThat(response.statusCode()).as(prefix).isEqualTo(200);
        assertThat(response.body()).contains(behind.uri("/gilan/sparql").toString());
      }
    }
  }
}

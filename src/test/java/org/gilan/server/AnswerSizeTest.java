// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.gilan.document.Documents;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.page.Fixture;
import org.gilan.page.Site;
import org.gilan.query.QueryLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The most bytes of an answer: 422 as long as nothing is sent, else it is broken off. */
@Timeout(60)
class AnswerSizeTest {
  private static final int LITTLE = 600;
  private static final int MUCH = Settings.HELD_BYTES * 3 / 2;
  private static final String END = "\r\n0\r\n\r\n";

  private static Settings most(long bytes) {
    QueryLimits usual = QueryLimits.usual().within(Duration.ofMinutes(1), Duration.ofMinutes(1));
    return Settings.at("127.0.0.1", 0).limited(usual.upTo(usual.rows(), bytes, usual.memory()));
  }

  /** {@return a graph of some megabytes} */
  private static Site large() {
    DatasetGraph dataset = DatasetGraphFactory.create();
    IntStream.range(0, 20_000)
        .forEach(
            i ->
                dataset.add(
                    Quad.defaultGraphIRI,
                    NodeFactory.createURI("https://example.org/thing/" + i),
                    NodeFactory.createURI("https://example.org/says"),
                    NodeFactory.createLiteralString("something of some length, number " + i)));
    return new Site(new KnowledgeGraph(dataset, "cafe"), Documents.none());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/gilan/sparql?query=SELECT*%7B?s?p?o%7D",
        "/gilan/sparql?query=CONSTRUCT%7B?s?p?o%7DWHERE%7B?s?p?o%7D",
        "/gilan/data?default",
        "/gilan/data?default&output=jsonld",
        "/gilan/data",
        "/id/anna-lodge",
        "/id/anna-lodge.ttl",
        "/",
        "/disputes"
      })
  void refusesWhatHasMoreBeforeAnythingIsSent(String path) {
    try (Served served = Served.site(Fixture.site(), most(LITTLE))) {
      HttpResponse<String> response = served.get(path, "Accept", "*/*");
      assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
      assertThat(response.body()).contains("more than " + LITTLE + " bytes");
      assertThat(response.headers().firstValue("ETag")).isEmpty();
      assertThat(served.get(path, "Accept", "*/*").statusCode()).isEqualTo(422);
      assertThat(served.get(Served.query("ASK {}")).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/gilan/sparql?query=SELECT*%7B?s?p?o%7D",
        "/gilan/sparql?query=CONSTRUCT%7B?s?p?o%7DWHERE%7B?s?p?o%7D",
        "/gilan/data?default&output=nt",
        "/gilan/data?default&output=jsonld",
        "/gilan/data?default&output=ttl",
        "/gilan/data"
      })
  void breaksOffWhatGrowsBeyondItWhileItIsSent(String path) throws IOException {
    try (Served served = Served.site(large(), most(MUCH))) {
      String answer = raw(served, path);
      assertThat(answer.substring(0, 12)).isEqualTo("HTTP/1.1 200");
      assertThat(answer.length()).isBetween(Settings.HELD_BYTES, MUCH + 20_000);
      assertThat(answer.endsWith(END)).isFalse();
    }
    try (Served served = Served.site(large(), most(1 << 30))) {
      assertThat(raw(served, path).endsWith(END)).isTrue();
    }
  }

  @Test
  void countsWhatIsSentLast() throws IOException {
    Site site = large();
    long whole;
    try (Served served = Served.site(site, most(1 << 30))) {
      whole = served.get("/gilan/data?default&output=nt").body().length();
      assertThat(whole).isGreaterThan(MUCH);
    }
    try (Served served = Served.site(site, most(whole - 1))) {
      assertThat(raw(served, "/gilan/data?default&output=nt").endsWith(END)).isFalse();
    }
    try (Served served = Served.site(site, most(whole))) {
      assertThat(raw(served, "/gilan/data?default&output=nt").endsWith(END)).isTrue();
    }
  }

  private static String raw(Served served, String path) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", served.uri("/").getPort())) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.ResultsReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** curl with every result format: each answer is what was asked for, and reads back the same. */
class CurlIT {
  private static Endpoint endpoint;
  @TempDir static Path folder;

  @BeforeAll
  static void start() {
    endpoint = Endpoint.start();
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  private record Reply(int status, String type, byte[] body) {}

  /** Asks with curl; what it gets is kept in a file, byte for byte. */
  private static Reply curl(String... arguments) throws IOException {
    Path body = folder.resolve("body");
    Files.deleteIfExists(body);
    String[] fixed = {"-sS", "-o", body.toString(), "-w", "%{http_code} %{content_type}"};
    String[] all =
        java.util.stream.Stream.of(fixed, arguments)
            .flatMap(java.util.stream.Stream::of)
            .toArray(String[]::new);
    String[] head = Program.curl().output(folder, all).split(" ", 2);
    return new Reply(Integer.parseInt(head[0]), head[1], Files.readAllBytes(body));
  }

  private static Reply get(String query, String accept) throws IOException {
    return curl(
        "-G", endpoint.sparql(), "-H", "Accept: " + accept, "--data-urlencode", "query=" + query);
  }

  private static List<String> parties(Reply reply, String type) {
    Lang lang = RDFLanguages.contentTypeToLang(type);
    InputStream body = new ByteArrayInputStream(reply.body());
    return RowSet.adapt(ResultsReader.create().lang(lang).build().read(body)).stream()
        .map(row -> row.get("party"))
        .map(party -> party.isURI() ? party.getURI() : party.getLiteralLexicalForm())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json, application/sparql-results+json",
    "application/json, application/json",
    "application/sparql-results+xml, application/sparql-results+xml",
    "application/xml, application/xml",
    "text/csv, text/csv",
    "text/tab-separated-values, text/tab-separated-values",
    "application/sparql-results+thrift, application/sparql-results+thrift",
    "*/*, application/sparql-results+json",
    "'text/csv;q=0.5, application/sparql-results+xml', application/sparql-results+xml",
    "image/png, application/sparql-results+json",
  })
  void selectsInEveryForm(String accept, String type) throws IOException {
    Reply reply = get(Endpoint.SELECT, accept);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.type()).startsWith(type);
    assertThat(parties(reply, readable(type))).isEqualTo(Endpoint.PARTIES);
  }

  private static String readable(String type) {
    return switch (type) {
      case "application/json" -> "application/sparql-results+json";
      case "application/xml" -> "application/sparql-results+xml";
      default -> type;
    };
  }

  private static String text(Reply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  @Test
  void drawsATableForPeople() throws IOException {
    Reply reply = get(Endpoint.SELECT, "text/plain");
    assertThat(reply.type()).startsWith("text/plain");
    assertThat(text(reply)).contains("| id:persia |", "| id:rsfsr  |");
  }

  @ParameterizedTest
  @CsvSource({"json", "xml", "csv", "tsv", "text", "thrift"})
  void selectsByParameterWhereNoHeaderCanBeSet(String output) throws IOException {
    for (String name : List.of("output=", "format=")) {
      Reply reply =
          curl(
              "-G",
              endpoint.sparql(),
              "-d",
              name + output,
              "--data-urlencode",
              "query=" + Endpoint.SELECT);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.type())
          .contains(
              output.equals("text") ? "plain" : output.equals("tsv") ? "tab-separated" : output);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
  })
  void saysYesInEveryForm(String type) throws IOException {
    Reply reply = get(Endpoint.ASK, type);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.type()).startsWith(type);
    assertThat(text(reply)).contains("true");
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle, text/turtle",
    "application/n-triples, application/n-triples",
    "application/ld+json, application/ld+json",
    "application/rdf+xml, application/rdf+xml",
    "application/trig, application/trig",
    "application/n-quads, application/n-quads",
    "application/trix+xml, text/turtle",
    "application/rdf+thrift, application/rdf+thrift",
    "*/*, text/turtle",
    "text/html, text/turtle",
  })
  void constructsInEveryForm(String accept, String type) throws IOException {
    Reply reply = get(Endpoint.CONSTRUCT, accept);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.type()).startsWith(type);
    assertThat(objects(reply, type)).isEqualTo(Endpoint.PARTIES);
  }

  private static List<String> objects(Reply reply, String type) {
    Graph graph =
        RDFParser.source(new ByteArrayInputStream(reply.body()))
            .forceLang(RDFLanguages.contentTypeToLang(type))
            .toDatasetGraph()
            .getDefaultGraph();
    return graph.find().toList().stream()
        .map(t -> t.getObject())
        .map(Node::toString)
        .sorted()
        .toList();
  }

  @Test
  void describesAThing() throws IOException {
    Reply reply = get("DESCRIBE <" + Endpoint.TREATY + ">", "application/n-triples");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(objects(reply, "application/n-triples")).containsAll(Endpoint.PARTIES);
  }

  @ParameterizedTest
  @CsvSource({
    "default",
    "graph=https://w3id.org/gilan/graph/facts",
    "graph=https://w3id.org/gilan/graph/reifiers"
  })
  void downloadsAGraph(String which) throws IOException {
    Reply reply =
        curl("-H", "Accept: application/n-triples", endpoint.address() + "gilan/data?" + which);
    assertThat(reply.status()).isEqualTo(200);
    int expected =
        which.equals("default")
            ? Endpoint.triples()
            : Endpoint.triples(which.substring(which.lastIndexOf('/') + 1));
    assertThat(text(reply).lines().count()).isEqualTo(expected);
  }
}

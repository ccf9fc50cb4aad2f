// SPDX-License-Identifier: Apache-2.0
package org.gilan.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.resultset.ResultsReader;

/**
 * One engine, asked over HTTP with its connections kept.
 *
 * @param name of the engine
 * @param endpoint where it is asked
 * @param pid of its process
 * @param patience how long an answer is awaited
 * @param http keeps the connections
 */
record Client(String name, URI endpoint, String pid, Duration patience, HttpClient http) {
  private static final int OK = 200;

  /**
   * An answer: its rows as one number that their order does not change, and how long the engine took from
   * the first byte asked to the last byte read. Reading the rows is the client's own affair and not in it.
   *
   * @param status of HTTP; 0 if there was no answer
   * @param rows how many
   */
  record Answer(int status, int rows, long hash, double millis) {
    boolean isError() {
      return status != OK;
    }
  }

  /** {@return the client for {@code NAME=ENDPOINT=PID}} */
  static Client of(String word) {
    String[] parts = word.split("=");
    return of(parts[0], parts[1], parts[2], Duration.ofSeconds(15));
  }

  static Client of(String name, String endpoint, String pid, Duration patience) {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return new Client(name, URI.create(endpoint), pid, patience, http);
  }

  HttpRequest request(String query) {
    String address = endpoint + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(URI.create(address))
        .header("Accept", "application/sparql-results+json")
        .header("Cache-Control", "no-cache")
        .timeout(patience)
        .build();
  }

  /** Asks and reads; an engine that fails or takes too long gives an error. */
  Answer ask(String query) throws InterruptedException {
    HttpRequest request = request(query);
    long start = System.nanoTime();
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      double millis = (System.nanoTime() - start) / 1e6;
      return response.statusCode() == OK
          ? answer(response.body(), millis)
          : new Answer(response.statusCode(), 0, 0, millis);
    } catch (IOException | RuntimeException e) {
      return new Answer(0, 0, 0, (System.nanoTime() - start) / 1e6);
    }
  }

  private static Answer answer(byte[] json, double millis) {
    RowSet rows =
        RowSet.adapt(
            ResultsReader.create()
                .lang(ResultSetLang.RS_JSON)
                .build()
                .read(new java.io.ByteArrayInputStream(json)));
    long hash = 0;
    int count = 0;
    while (rows.hasNext()) {
      var row = rows.next();
      long one = 1;
      for (var name : rows.getResultVars()) {
        var value = row.get(name);
        one = one * 31 + (value == null || value.isBlank() ? 0 : hash(value));
      }
      hash += one * 0x9E3779B97F4A7C15L;
      count++;
    }
    return new Answer(OK, count, hash, millis);
  }

  /** Numbers by value: an engine may write them with another type or other noughts, and they are the same. */
  private static int hash(Node value) {
    return value.isLiteral() && value.getLiteralDatatype() instanceof XSDDatatype && isNumber(value)
        ? new BigDecimal(value.getLiteralLexicalForm()).stripTrailingZeros().hashCode()
        : value.toString().hashCode();
  }

  private static boolean isNumber(Node value) {
    NodeValue read = NodeValue.makeNode(value);
    return read.isInteger() || read.isDecimal();
  }

  long residentMegabytes() throws IOException {
    return megabytes("VmRSS");
  }

  /** {@return its memory of one kind, as the kernel counts it} */
  long megabytes(String kind) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", pid, "status"))) {
      if (line.startsWith(kind + ":")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    return 0;
  }
}

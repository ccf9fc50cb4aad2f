// SPDX-License-Identifier: Apache-2.0
package org.gilan.wikidata;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFDataMgr;

/** Stands in for Wikidata on loopback: answers queries, after such mishaps as the test orders. */
final class StandIn implements AutoCloseable {
  static final Path CONTENT = Path.of("src/test/resources/wikidata/standin.ttl");

  /** What goes wrong with one request. */
  interface Mishap {
    void happen(HttpExchange exchange, byte[] answer) throws IOException;
  }

  /** One request, as it arrived. */
  record Request(long nanos, String userAgent, String accept, String type, String query) {}

  private final Model content = RDFDataMgr.loadModel(CONTENT.toString());
  private final Queue<Mishap> mishaps = new ArrayDeque<>();
  private final List<Request> requests = new ArrayList<>();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpServer server;

  StandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sparql");
  }

  /** Orders a mishap for the next request without one. */
  StandIn first(Mishap mishap) {
    mishaps.add(mishap);
    return this;
  }

  /** Orders nothing for the next request without a mishap. */
  StandIn firstWell() {
    return first((exchange, answer) -> send(exchange, 200, answer));
  }

  static Mishap status(int status, String... headers) {
    return (exchange, answer) -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      send(exchange, status, "no\n".getBytes(StandardCharsets.UTF_8));
    };
  }

  /** Promises the whole answer, sends half of it and hangs up. */
  static Mishap cutConnection() {
    return (exchange, answer) -> {
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer, 0, answer.length / 2);
    };
  }

  /** Sends half of the answer as if it were all, as Wikidata does when time is up. */
  static Mishap halfAnAnswer() {
    return (exchange, answer) ->
        send(exchange, 200, java.util.Arrays.copyOf(answer, answer.length / 2));
  }

  List<Request> requests() {
    return requests;
  }

  int mostAtOnce() {
    return mostAtOnce.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String query = URLDecoder.decode(body.substring("query=".length()), StandardCharsets.UTF_8);
      Mishap mishap;
      synchronized (requests) {
        requests.add(
            new Request(
                System.nanoTime(),
                exchange.getRequestHeaders().getFirst("User-Agent"),
                exchange.getRequestHeaders().getFirst("Accept"),
                exchange.getRequestMethod()
                    + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type"),
                query));
        mishap = mishaps.poll();
      }
      byte[] answer = answer(query);
      atOnce.decrementAndGet(); // before the client can know of the answer and ask again
      if (mishap != null) {
        mishap.happen(exchange, answer);
      } else {
        send(exchange, 200, answer);
      }
    }
  }

  private byte[] answer(String query) {
    try (QueryExecution execution = QueryExecution.create(query, DatasetFactory.wrap(content))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ResultSetFormatter.outputAsJSON(out, execution.execSelect());
      return out.toByteArray();
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

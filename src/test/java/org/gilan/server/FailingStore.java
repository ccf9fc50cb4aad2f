// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.gilan.document.Documents;
import org.gilan.federation.Listener;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.page.Fixture;
import org.gilan.page.Site;
import org.gilan.remote.Credentials;
import org.gilan.remote.RemoteStore;

/** A store that answers right, by a server of ours behind it, until it is told to do otherwise. */
final class FailingStore implements AutoCloseable {
  /** Stands in whatever it says that is wrong; nobody may hear it from us. */
  static final String WORDS = "the store's own words";

  /** How long it may take for a page. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** The graph that it holds. */
  static final String GRAPH = "cafe0123";

  private static final int ROWS = 6000;
  private static final String OK = "200 OK\r\nContent-Type: " + Twins.JSON;

  private final Served holder = Served.site(site());
  private Listener listener = listening();
  private volatile Manner manner;
  private volatile String graph = GRAPH;

  /** What is made of the right answer. */
  interface Manner {
    void answer(byte[] right, OutputStream out) throws IOException, InterruptedException;
  }

  /** {@return one at a port that no connection gets by chance while nobody listens there} */
  private Listener listening() {
    while (true) {
      try {
        return new Listener(ThreadLocalRandom.current().nextInt(20_000, 30_000), this::answer);
      } catch (UncheckedIOException e) {
        // It is taken.
      }
    }
  }

  private static Site site() {
    DatasetGraph dataset = Fixture.dataset();
    Node set = NodeFactory.createURI("https://w3id.org/gilan/void#dataset");
    Node name = NodeFactory.createLiteralString(GRAPH);
    dataset.add(RemoteStore.RELEASE, set, DCTerms.identifier.asNode(), name);
    Node property = NodeFactory.createURI("urn:long");
    for (int i = 0; i < ROWS; i++) {
      Node text = NodeFactory.createLiteralString(i + " " + "x".repeat(300));
      dataset.getDefaultGraph().add(NodeFactory.createURI("urn:" + i), property, text);
    }
    return new Site(new KnowledgeGraph(dataset, GRAPH), Documents.none());
  }

  /** {@return what it holds, to be served} */
  static Site site(RemoteStore opened) throws IOException {
    Map<String, String> prefixes =
        Fixture.dataset().getDefaultGraph().getPrefixMapping().getNsPrefixMap();
    return new Site(opened.graph(prefixes), Documents.none());
  }

  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** {@return the server that has the same graph in memory} */
  Served holder() {
    return holder;
  }

  /** Answers wrong from now on. */
  void fail(Manner how) {
    manner = how;
  }

  /** Answers right again. */
  void recover() {
    manner = (right, out) -> say(OK + length(right.length), right, right.length, out);
  }

  /** Holds another graph from now on; it is the same but for its name. */
  void refill(String name) {
    graph = name;
  }

  /** Is not there, until {@link #comeBack}. */
  void goAway() {
    listener.close();
  }

  /** Waits for the thread that still accepts: until it has seen the end, the port is taken. */
  void comeBack() {
    int port = listener.port();
    listener.close();
    try {
      await("the port", () -> isListening(port));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private boolean isListening(int port) {
    try {
      listener = new Listener(port, this::answer);
      return true;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** {@return how often somebody connected} */
  int connections() {
    return listener.connections();
  }

  /** {@return it as it is asked; to be closed} */
  RemoteStore opened() {
    return opened(PATIENCE);
  }

  RemoteStore opened(Duration patience) {
    return new RemoteStore(
        URI.create(listener.address()), new Credentials(null, null, null), patience);
  }

  private void answer(String request, OutputStream out) throws IOException, InterruptedException {
    HttpResponse<String> right =
        holder.send(
            "POST",
            "/gilan/sparql",
            BodyPublishers.ofString(request.substring(request.indexOf("\r\n\r\n") + 4)),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Accept",
            Twins.JSON);
    manner.answer(right.body().replace(GRAPH, graph).getBytes(StandardCharsets.UTF_8), out);
  }

  private static String length(int bytes) {
    return "\r\nContent-Length: " + bytes;
  }

  private static void say(String head, byte[] body, int count, OutputStream out)
      throws IOException {
    out.write(("HTTP/1.1 " + head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    out.write(body, 0, count);
    out.flush();
  }

  private static int most(byte[] right) {
    return right.length * 3 / 4;
  }

  /** {@return the ways to break off or hang after most of an answer} */
  static Map<String, Manner> halves() {
    Map<String, Manner> halves = new TreeMap<>();
    halves.put(
        "breaks off: less than announced",
        (right, out) -> say(OK + length(right.length), right, most(right), out));
    halves.put(
        "breaks off: without the last chunk",
        (right, out) -> chunk(right, most(right), most(right), out));
    halves.put(
        "breaks off: in the middle of a chunk",
        (right, out) -> chunk(right, right.length, most(right), out));
    halves.put(
        "breaks off: ends with the connection",
        (right, out) -> say(OK + "\r\nConnection: close", right, most(right), out));
    halves.put(
        "breaks off: packed",
        (right, out) -> {
          byte[] packed = packed(right);
          say(OK + "\r\nContent-Encoding: gzip\r\nConnection: close", packed, most(packed), out);
        });
    halves.put(
        "rubbish: after most of it",
        (right, out) -> {
          byte[] spoilt = right.clone();
          Arrays.fill(spoilt, most(right), right.length, (byte) '{');
          say(OK + length(spoilt.length), spoilt, spoilt.length, out);
        });
    halves.put(
        "hangs: in the middle",
        (right, out) -> {
          say(OK + length(right.length), right, most(right), out);
          Thread.sleep(60_000);
        });
    return halves;
  }

  private static void chunk(byte[] right, int announced, int count, OutputStream out)
      throws IOException {
    String chunked = OK + "\r\nTransfer-Encoding: chunked\r\n\r\n";
    out.write(("HTTP/1.1 " + chunked + Integer.toHexString(announced) + "\r\n").getBytes());
    out.write(right, 0, count);
    out.write("\r\n".getBytes());
  }

  private static byte[] packed(byte[] right) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(right);
    }
    return packed.toByteArray();
  }

  /** {@return all ways to fail} */
  static Map<String, Manner> manners() {
    Map<String, Manner> manners = halves();
    manners.put("hangs: at once", (right, out) -> Thread.sleep(60_000));
    manners.put(
        "hangs: drips",
        (right, out) -> {
          say(OK + length(right.length), right, 0, out);
          for (byte one : right) {
            out.write(one);
            out.flush();
            Thread.sleep(200);
          }
        });
    manners.put("breaks off: at once", (right, out) -> {});
    manners.put("breaks off: noise", says("\u0001\u0002", WORDS));
    manners.put("breaks off: huge head", says(OK + "\r\nX: " + WORDS.repeat(50_000), ""));
    manners.put("rubbish: html", says("200 OK\r\nContent-Type: text/html", "<p>" + WORDS));
    manners.put("rubbish: cut", says(OK + "\r\nX-SPARQL-MaxRows: 1", row("s", "uri", "urn:x")));
    manners.put("rubbish: out of time", says(OK + "\r\nX-SQL-State: S1TAT", row()));
    for (String body :
        List.of(
            "",
            WORDS,
            "{}",
            "{\"head\":{\"vars\":[\"s\"]}}",
            "{\"head\":{\"vars\":[\"s\"]},\"results\":{}}",
            "{\"results\":{\"bindings\":{}}}",
            "{\"head\":{},\"boolean\":true}",
            row("s", "letter", WORDS),
            row("p", "literal", WORDS),
            "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":" + "[".repeat(500_000))) {
      String name = body.length() > 80 ? body.substring(0, 80) : body;
      manners.put("rubbish: " + name, says(OK, body));
    }
    manners.put("rubbish: unbound", says(OK, row("name", "uri")));
    manners.put("rubbish: another's", says(OK, row("name", "uri", "urn:x")));
    manners.put("rubbish: a number", says(OK, row("n", "literal", WORDS)));
    for (int status : List.of(204, 301, 401, 407, 500, 502, 504)) {
      String head = status + " " + WORDS + "\r\nContent-Type: text/plain\r\nX-Says: " + WORDS;
      manners.put("status " + status, says(head, WORDS));
    }
    manners.put("status 401: asks", says("401 X\r\nWWW-Authenticate: Basic realm=\"x\"", WORDS));
    for (int status : List.of(401, 429, 503)) {
      String pause = status == 503 ? "Wed, 21 Oct 2099 07:28:00 GMT" : "7";
      manners.put(
          "status " + status + ": pause",
          says(status + " X\r\nRetry-After: " + pause + "\r\nX-Says: " + WORDS, WORDS));
    }
    return manners;
  }

  /** Answers which graph it holds, and nothing else. */
  static void saysOnlyItsName(byte[] right, OutputStream out) throws IOException {
    boolean isName = new String(right, StandardCharsets.UTF_8).contains("\"name\"");
    say(
        isName ? OK + length(right.length) : "503 X" + length(0),
        right,
        isName ? right.length : 0,
        out);
  }

  private static Manner says(String head, String body) {
    return (right, out) -> Listener.says(head, body).answer("", out);
  }

  private static String row(String... term) {
    String type = term.length < 2 ? "" : "\"type\":\"" + term[1] + "\"";
    String value = term.length < 3 ? "" : ",\"value\":\"" + term[2] + "\"";
    String row = term.length == 0 ? "" : "{\"%s\":{%s%s}}".formatted(term[0], type, value);
    return "{\"head\":{\"vars\":[%s]},\"results\":{\"bindings\":[%s]}}"
        .formatted(term.length == 0 ? "" : "\"" + term[0] + "\"", row);
  }

  @Override
  public void close() {
    listener.close();
    holder.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Requests that nobody means well: written by hand, and made of good ones by a few wrong bytes. The
 * seeds are fixed, so that every run sends the same.
 */
final class Corpus {
  private static final String END = "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  private static final int SEED = 1920;
  private static final int MOST_IN_ADDRESS = 10_000;

  /**
   * What is sent.
   *
   * @param kind what it is wrong in
   * @param name what it tries
   * @param bytes the request
   * @param isWrong whether 200 would be wrong
   * @param isLeft whether the client closes its half at once
   */
  record Input(String kind, String name, byte[] bytes, boolean isWrong, boolean isLeft) {}

  private final List<Input> inputs = new ArrayList<>();

  private Corpus() {}

  static List<Input> all() {
    Corpus corpus = new Corpus();
    corpus.heads();
    corpus.bodies();
    corpus.addresses();
    corpus.encodings();
    corpus.queries();
    corpus.shapes();
    corpus.mutants();
    return List.copyOf(corpus.inputs);
  }

  /** {@return what is well-formed and would never come to an end} */
  static List<Input> endless() {
    Corpus corpus = new Corpus();
    CorpusQueries.ENDLESS.forEach(
        query -> corpus.send("endless query", "/gilan/sparql", "application/sparql-query", query));
    CorpusShapes.ENDLESS.forEach(
        shapes -> corpus.send("endless shapes", "/gilan/shacl", "text/turtle", shapes));
    return List.copyOf(corpus.inputs);
  }

  private void wrong(String kind, String text) {
    add(kind, text, latin(text), true, false);
  }

  private void any(String kind, String text) {
    add(kind, text, latin(text), false, false);
  }

  private void add(String kind, String name, byte[] bytes, boolean isWrong, boolean isLeft) {
    inputs.add(new Input(kind, name, bytes, isWrong, isLeft));
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void heads() {
    for (String line :
        List.of(
            "",
            " ",
            "GET",
            "GET /",
            "/health HTTP/1.1",
            "GET /health HTTP/9.9",
            "GET /health HTTP/1.",
            "GET /health HTTP/1.1 more",
            "GET /\u0000 HTTP/1.1",
            "GET /hea lth HTTP/1.1",
            "G\u00c3T /health HTTP/1.1",
            "GET\t/health\tHTTP/1.1",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
            "PRI * HTTP/2.0",
            "GET http:// HTTP/1.1",
            "GET //evil.example/%2e%2e HTTP/1.1")) {
      wrong("line", line + END);
    }
    for (String line :
        List.of(
            "GET  /health  HTTP/1.1", "GET /health http/1.1", "GET ftp://localhost/ HTTP/1.1")) {
      any("line", line + END);
    }
    wrong("method", "CONNECT localhost:80 HTTP/1.1" + END);
    wrong("method", "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    wrong("method", "CONNECT localhost:80 HTTP/1.0\r\n\r\n");
    wrong("method", "CONNECT evil.example:80 HTTP/1.1" + END);
    for (String method :
        List.of("PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "get", "A".repeat(5000), "G{T")) {
      wrong("method", method + " /health HTTP/1.1" + END);
    }
    for (String header :
        List.of(
            "Host: evil.example",
            "Host: localhost\r\nHost: localhost",
            "Host: local host",
            "Host: localhost:99999999",
            "Host: localhost:x",
            "Host: [::1",
            "Host: localhost\r\n Folded: yes",
            "Host: localhost\r\n: no name",
            "Host: localhost\r\nNo-Colon",
            "Host: localhost\r\nSp ace: 1",
            "Host: localhost\r\nX: \u0000",
            "Host: localhost\r\nContent-Length: -1",
            "Host: localhost\r\nContent-Length: 1x",
            "Host: localhost\r\nContent-Length: 99999999999999999999",
            "Host: localhost\r\nContent-Length: 1\r\nContent-Length: 2",
            "Host: localhost\r\nContent-Length: 2000000",
            "Host: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked",
            "Host: localhost\r\nTransfer-Encoding: gzip",
            "Host: localhost\r\nTransfer-Encoding: chunked, chunked",
            "Host: localhost\r\nExpect: the-unexpected",
            "Host: localhost\r\nX: " + "x".repeat(300_000),
            "Host: localhost\r\n" + "X: y\r\n".repeat(60_000) + "Z: z")) {
      wrong("header", "GET /nowhere HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n");
    }
    for (String header :
        List.of(
            "Accept: " + "a/b,".repeat(20_000),
            "Accept: ;q=;;,,/,*",
            "Accept: text/html;q=1e999",
            "Accept-Encoding: gzip;q=x, " + "br,".repeat(5000),
            "If-None-Match: " + "W/\"x\",".repeat(20_000),
            "If-None-Match: \"",
            "Range: bytes=0-0,".repeat(100),
            "Cookie: " + "a=b;".repeat(10_000),
            "X-Forwarded-For: ' OR 1=1 --",
            "Forwarded: for=\"[::\"",
            "Origin: null\r\nAccess-Control-Request-Method: \u00ff",
            "Accept-Language: " + "x-".repeat(20_000),
            "Content-Type: /;;;charset=\"")) {
      any(
          "header",
          "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n"
              + header
              + END.substring("\r\nHost: localhost".length()));
    }
  }

  private static String post(String path, String type, String more) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
        + type
        + "\r\n"
        + more;
  }

  private void bodies() {
    String chunked =
        post("/gilan/sparql", "application/sparql-query", "Transfer-Encoding: chunked\r\n\r\n");
    for (String chunks :
        List.of(
            "x\r\nASK {}\r\n0\r\n\r\n",
            "-1\r\nASK {}\r\n0\r\n\r\n",
            "6\r\nASK {}XX0\r\n\r\n",
            "FFFFFFFFFFFFFFFF\r\nASK {}\r\n0\r\n\r\n",
            "6;\u0000\r\nASK {\r\n0\r\n\r\n",
            "\r\n\r\n",
            "3\r\nASK\r\n0\r\nTrailer without colon\r\n\r\n",
            "0\r\n\r\n")) {
      wrong("chunks", chunked + chunks);
    }
    for (String cut : List.of("", "6", "6\r\n", "6\r\nAS", "6\r\nASK {}")) {
      add("cut short", "chunks " + cut, latin(chunked + cut), true, true);
    }
    for (int sent : new int[] {0, 1, 5}) {
      String head = post("/gilan/shacl", "text/turtle", "Content-Length: 1000\r\n\r\n");
      add("cut short", "body " + sent, latin(head + "x".repeat(sent)), true, true);
    }
    for (String cut :
        List.of("G", "GET / HT", "GET / HTTP/1.1\r\nHo", "GET / HTTP/1.1\r\nHost: localhost\r\n")) {
      add("cut short", "head " + cut, latin(cut), true, true);
    }
    for (String type :
        List.of(
            "",
            "application/json",
            "text/plain",
            "multipart/form-data",
            "x",
            "/",
            "a/b/c",
            "application/sparql-query; charset=utf-16",
            "application/sparql-update",
            "application/x-www-form-urlencoded; charset=\"")) {
      send("type", "/gilan/sparql", type, "ASKE {}");
    }
  }

  private void send(String kind, String path, String type, String body) {
    add(
        kind,
        path + " " + body,
        sent(path, type, body.getBytes(StandardCharsets.UTF_8)),
        true,
        false);
  }

  private static byte[] sent(String path, String type, byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(latin(post(path, type, "Content-Length: " + body.length + "\r\n\r\n")));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private void addresses() {
    for (String path :
        List.of(
            "/../etc/passwd",
            "/..%2fetc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/assets/../../x",
            "/assets/%2e%2e/%2e%2e/App.class",
            "/assets/..\\..\\x",
            "/ui/..;/..;/x",
            "/ui/%00.js",
            "/assets/" + "a/".repeat(5000),
            "/" + "%41".repeat(20_000),
            "/%",
            "/%f",
            "/%zz",
            "/%c0%ae%c0%ae/",
            "/%ff",
            "/id/%ed%a0%80",
            "/id/" + "x".repeat(10_000),
            "/document/x/9-1",
            "/document/x/-1--2",
            "/document/lake-chronicle/0-999999999999999999999",
            "/document/lake-chronicle/4294967296-5",
            "/document/lake-chronicle?char=" + "0".repeat(20_000) + "64,132",
            "/x/..".repeat(3000) + "/ui",
            "/x/..".repeat(40_000) + "/id/anna-lodge",
            "/.".repeat(9000) + "/id/anna-lodge.ttl",
            "/./id/anna-lodge",
            "/id/..",
            "/claim/%0d%0aSet-Cookie:x",
            "/query/nothing.csv",
            "/query/.graphml",
            "/query/..json",
            "/id/anna-lodge.nope",
            "/$/admin",
            "/$/server/../x",
            "/gilan/update",
            "/gilan/nothing",
            "/gilan/sparql?query=ASK%7B",
            "/gilan/sparql?query=%ff",
            "/gilan/sparql?query=ASK%7B%7D&query=ASK%7B%7D",
            "/gilan/sparql?query=",
            "/gilan/sparql?%",
            "/gilan/sparql?query=ASK%7B%7D&timeout=soon",
            "/gilan/sparql?query=ASK%7B%7D&timeout=-1",
            "/gilan/sparql?query=ASK%7B%7D&timeout=1e9",
            "/gilan/data?graph=&default",
            "/gilan/data?graph=a&graph=b",
            "/gilan/data?graph=http://nowhere/",
            "/gilan/data?graph=%00",
            "/gilan/data?graph=not%20an%20iri%3E",
            "/gilan/shacl",
            "/void.exe",
            "/%E2%80%AE",
            "/index.php",
            "/.git/config",
            "/WEB-INF/web.xml",
            "/a;b=c/d;e")) {
      wrong("address", "GET " + path + " HTTP/1.1" + END);
    }
    for (String path :
        List.of(
            "/?" + "a=b&".repeat(20_000),
            "/find?q=" + "%28".repeat(3000),
            "/find?q=%00",
            "/find?page=-1",
            "/find?q=a&page=99999999999999999999",
            "/timeline?from=x&to=y",
            "/map?year=-5",
            "/network?of=%3Cx%3E",
            "/letters?from=%ff",
            "/reconcile?queries=%7B%7B",
            "/reconcile?queries=%5B%5B%5B",
            "/archives?x=y",
            "/disputes?page=x",
            "/void?format=" + "x".repeat(2000),
            "/ontology?output=%00",
            "/gilan/sparql?query=ASK%7B%7D&output=%0d%0aX:y",
            "/gilan/sparql?query=ASK%7B%7D&default-graph-uri=%20%3E&named-graph-uri=%00",
            "/gilan/sparql?query=SELECT*%7B%7D&output=" + "json,".repeat(500))) {
      any("address", "GET " + path + " HTTP/1.1" + END);
    }
  }

  private void encodings() {
    byte[] query = "ASK { ?s ?p \"*\" }".getBytes(StandardCharsets.UTF_8);
    byte[] shapes = (CorpusShapes.SHAPE + "sh:message \"*\" .").getBytes(StandardCharsets.UTF_8);
    int[][] bad = {
      {0xc0, 0xaf}, {0xed, 0xa0, 0x80}, {0xf5, 0x80, 0x80, 0x80}, {0xff}, {0xe2, 0x82}, {0x80}
    };
    for (int[] sequence : bad) {
      encoding("/gilan/sparql", "application/sparql-query", with(query, sequence));
      encoding("/gilan/sparql", "application/x-www-form-urlencoded", with(query, sequence));
      encoding("/gilan/shacl", "text/turtle", with(shapes, sequence));
      encoding("/gilan/shacl", "application/n-triples", with(shapes, sequence));
    }
    byte[] utf16 = "ASK {}".getBytes(StandardCharsets.UTF_16);
    encoding("/gilan/sparql", "application/sparql-query", utf16);
    encoding("/gilan/shacl", "text/turtle", CorpusShapes.SHAPE.getBytes(StandardCharsets.UTF_16));
    encoding("/gilan/shacl", "text/turtle; charset=utf-16", utf16);
    byte[] zip = latin("\u001f\u008b\b");
    encoding("/gilan/sparql", "application/sparql-query\r\nContent-Encoding: gzip", zip);
    encoding("/gilan/shacl", "text/turtle\r\nContent-Encoding: gzip", zip);
  }

  private void encoding(String path, String type, byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    add("encoding", path + " " + type + " " + text, sent(path, type, body), true, false);
  }

  /** {@return the text with these bytes instead of its star} */
  private static byte[] with(byte[] text, int[] bytes) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte b : text) {
      for (int one : b == '*' ? bytes : new int[] {b}) {
        all.write(one);
      }
    }
    return all.toByteArray();
  }

  private void queries() {
    for (String query : CorpusQueries.WRONG) {
      send("query", "/gilan/sparql", "application/sparql-query", query);
      String head = query.substring(0, Math.min(query.length(), MOST_IN_ADDRESS));
      wrong(
          "query by GET",
          "GET /gilan/sparql?query="
              + URLEncoder.encode(head, StandardCharsets.UTF_8)
              + (query.length() > MOST_IN_ADDRESS ? "%7B" : "")
              + " HTTP/1.1"
              + END);
    }
  }

  private void shapes() {
    for (String turtle : CorpusShapes.TURTLE) {
      send("turtle", "/gilan/shacl", "text/turtle", turtle);
    }
    for (String shapes : CorpusShapes.ILL_FORMED) {
      send("shapes", "/gilan/shacl", "text/turtle", shapes);
    }
    for (String circle : CorpusShapes.CIRCLES) {
      byte[] bytes = circle.getBytes(StandardCharsets.UTF_8);
      add("circle of shapes", circle, sent("/gilan/shacl", "text/turtle", bytes), false, false);
    }
    for (String xml : CorpusShapes.XML) {
      send("xml", "/gilan/shacl", "application/rdf+xml", xml);
    }
    for (String type :
        List.of(
            "application/ld+json", "text/html", "application/octet-stream", "application/trig")) {
      send("type", "/gilan/shacl", type, "{\"@context\":\"http://127.0.0.1:1/\"}");
    }
    send("n-triples", "/gilan/shacl", "application/n-triples", "<a> <b> .");
    send("compact shapes", "/gilan/shacl", "text/shaclc", "shape { ".repeat(3000));
  }

  /** Good requests with a few bytes changed, dropped or doubled; what they mean then is open. */
  private void mutants() {
    Random random = new Random(SEED);
    List<String> good =
        List.of(
            "GET /gilan/sparql?query=SELECT%20*%20%7B?s%20?p%20?o%7D%20LIMIT%203 HTTP/1.1" + END,
            "GET /id/anna-lodge HTTP/1.1\r\nAccept: text/html,application/xml;q=0.9" + END,
            post("/gilan/sparql", "application/sparql-query", "Content-Length: 34\r\n\r\n")
                + "SELECT * { ?s ?p ?o . } LIMIT 0003",
            post("/gilan/sparql", "application/sparql-query", "Transfer-Encoding: chunked\r\n\r\n")
                + "6\r\nASK {}\r\n0\r\n\r\n");
    for (int i = 0; i < 120; i++) {
      byte[] bytes = latin(good.get(i % good.size()));
      for (int change = 0; change <= random.nextInt(4); change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      add("mutant", new String(bytes, StandardCharsets.ISO_8859_1), bytes, false, true);
    }
  }
}

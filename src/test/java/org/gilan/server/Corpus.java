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

  /**
   * What is sent.
   *
   * @param name of what it tries
   * @param bytes the request
   * @param isWrong whether 200 would be wrong
   * @param isLeft whether the client closes its half at once
   */
  record Input(String name, byte[] bytes, boolean isWrong, boolean isLeft) {}

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

  private void wrong(String name, String text) {
    inputs.add(new Input(name + ": " + text, latin(text), true, false));
  }

  private void any(String name, String text) {
    inputs.add(new Input(name + ": " + text, latin(text), false, false));
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
    inputs.add(new Input("CONNECT", latin("CONNECT localhost:80 HTTP/1.1" + END), true, true));
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
      inputs.add(new Input("cut chunks: " + cut, latin(chunked + cut), true, true));
    }
    for (int sent : new int[] {0, 1, 5}) {
      String head = post("/gilan/shacl", "text/turtle", "Content-Length: 1000\r\n\r\n");
      inputs.add(new Input("cut body " + sent, latin(head + "x".repeat(sent)), true, true));
    }
    for (String cut :
        List.of("G", "GET / HT", "GET / HTTP/1.1\r\nHo", "GET / HTTP/1.1\r\nHost: localhost\r\n")) {
      inputs.add(new Input("cut head: " + cut, latin(cut), true, true));
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

  private void send(String name, String path, String type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    raw(name + " " + path + " " + type + ": " + body, path, type, bytes);
  }

  private void raw(String name, String path, String type, byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(latin(post(path, type, "Content-Length: " + body.length + "\r\n\r\n")));
    all.writeBytes(body);
    inputs.add(new Input(name, all.toByteArray(), true, false));
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
    int[][] bad = {
      {0xc0, 0xaf}, {0xed, 0xa0, 0x80}, {0xf5, 0x80, 0x80, 0x80}, {0xff}, {0xe2, 0x82}, {0x80}
    };
    for (int[] sequence : bad) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.writeBytes(latin("ASK { ?s ?p \""));
      for (int b : sequence) {
        body.write(b);
      }
      body.writeBytes(latin("\" }"));
      raw("bytes in a query", "/gilan/sparql", "application/sparql-query", body.toByteArray());
      raw("bytes in shapes", "/gilan/shacl", "text/turtle", body.toByteArray());
      raw(
          "bytes in a form",
          "/gilan/sparql",
          "application/x-www-form-urlencoded",
          body.toByteArray());
    }
    raw(
        "UTF-16",
        "/gilan/sparql",
        "application/sparql-query",
        "ASK {}".getBytes(StandardCharsets.UTF_16));
    raw(
        "gzip",
        "/gilan/sparql",
        "application/sparql-query\r\nContent-Encoding: gzip",
        latin("\u001f\u008b\b"));
  }

  private void queries() {
    for (String query :
        List.of(
            "ASK",
            "ASK {",
            "ASK }",
            "SELECT * {",
            "SELECT ?x {} GROUP BY",
            "SELECT (1/0 AS ?x",
            "{}",
            "SELECT (COUNT(?x) AS ?x) { ?x ?p ?o }",
            "SELECT ?s (MAX(?o) AS ?m) { ?s ?p ?o }",
            "INSERT DATA { <a> <b> <c> }",
            "DROP ALL",
            "LOAD <file:///etc/passwd>",
            "CLEAR ALL; ASK {}",
            "PREFIX : <x> ASK { :a a b:c }",
            "BASE <:::> ASK { <x> <y> <z> ",
            "ASK { <a b> ?p ?o }",
            "ASK { ?s ?p 'x }",
            "ASK { ?s ?p \"\"\"x }",
            "ASK { ?s ?p '\\ud800' . FILTER(}",
            "SELECT * { BIND(<java:java.lang.System>(1) AS ?x) }",
            "SELECT * { ?x <java:java.lang.Runtime> ?y }",
            "PREFIX afn: <http://jena.apache.org/ARQ/function#> SELECT * { BIND(afn:wait(99999) AS ?x) }",
            "SELECT * { SERVICE <http://169.254.169.254/> { ?s ?p ?o } }",
            "SELECT * { SERVICE <file:///etc/passwd> { ?s ?p ?o } }",
            "SELECT * { BIND(STRLEN() AS ?x) }",
            "SELECT * { BIND(SUBSTR('a') AS ?x) }",
            "SELECT * { VALUES (?a ?b) { (1) } }",
            "SELECT ?a ?a* { }",
            "ASK { ?s ^^ ?o }",
            "DESCRIBE",
            "CONSTRUCT { ?s } { ?s ?p ?o }",
            "CONSTRUCT { 'x' ?p ?o } WHERE",
            "ASK " + "{".repeat(5000),
            "ASK " + "{".repeat(5000) + "}".repeat(5000),
            "ASK { FILTER(" + "(".repeat(3000) + "1" + ")".repeat(3000) + ") }",
            "ASK { FILTER(" + "!".repeat(20_000) + "true) }",
            "ASK { ?s " + "(".repeat(3000) + "<p>" + ")*".repeat(3000) + " ?o }",
            "ASK { FILTER EXISTS {".repeat(200) + "}".repeat(200),
            "ASK { ?s ?p " + "<<( ".repeat(1000) + "?a ?b ?c" + " )>>".repeat(1000) + " }",
            "ASK { ?s ?p " + "[ <p> ".repeat(3000) + "]".repeat(3000) + " }",
            "ASK { ?s ?p " + "( ".repeat(3000) + ")".repeat(3000) + " }",
            "SELECT " + "?x".repeat(1) + " ?y".repeat(200_000) + " {}",
            "ASK { FILTER(1 IN (" + "1,".repeat(100_000) + "1)) }",
            "\u0000\u0001\u0002",
            "ASK {} \u0000",
            "\ufeff\ufeffASK {",
            "#".repeat(50_000))) {
      send("query", "/gilan/sparql", "application/sparql-query", query);
      wrong(
          "query by GET",
          "GET /gilan/sparql?query="
              + URLEncoder.encode(
                  query.substring(0, Math.min(query.length(), 10_000)), StandardCharsets.UTF_8)
              + (query.length() > 10_000 ? "%7B" : "")
              + " HTTP/1.1"
              + END);
    }
  }

  private void shapes() {
    for (String turtle :
        List.of(
            "<a> <b>",
            "<a> <b> <c",
            "a b c",
            "@prefix x <y> .",
            "<a> <b> \"c .",
            "<a> <b> \"c\"@@ .",
            "@base <::> . <a> <b> <c> <d> .",
            "{ <a> <b> <c> }",
            "<a> <b> '\\q' .",
            "<a> <b> \"\\uD800\" .",
            "<a b> <c> <d> .",
            "_: <b> <c> .",
            "<a> 'b' <c> .",
            "<a> <b> 1.2.3 .",
            "\u0000",
            "<a> <b> " + "[ <c> ".repeat(20_000) + " .",
            "<a> <b> " + "( ".repeat(20_000) + " .",
            "<a> <b> <<( ".repeat(2000),
            "<?xml version='1.0'?><x/>",
            "VERSION \"9.9")) {
      send("turtle", "/gilan/shacl", "text/turtle", turtle);
    }
    String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>";
    String bomb =
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
    for (String xml :
        List.of("<", "<a>", entity + "<x>&e;", bomb + "<x>&b;", "<rdf:RDF/>", "\u0000")) {
      send("xml", "/gilan/shacl", "application/rdf+xml", xml);
    }
    for (String type :
        List.of(
            "application/ld+json", "text/html", "application/octet-stream", "application/trig")) {
      send("type", "/gilan/shacl", type, "{\"@context\":\"http://127.0.0.1:1/\"}");
    }
    send("nt", "/gilan/shacl", "application/n-triples", "<a> <b> .");
    send("shaclc", "/gilan/shacl", "text/shaclc", "shape { ".repeat(3000));
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
      inputs.add(
          new Input(
              "mutant " + i + ": " + new String(bytes, StandardCharsets.ISO_8859_1),
              bytes,
              false,
              true));
    }
  }
}

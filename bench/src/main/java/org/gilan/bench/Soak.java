// SPDX-License-Identifier: Apache-2.0
package org.gilan.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Good, heavy and hostile requests at once for so many seconds, and what is left of the server
 * afterwards: {@code Soak QUERIES PORT PID SECONDS [good]}; with {@code good}, good ones only. Exits with 1 if an answer was wrong or a fault
 * of the server, or if threads stay.
 */
public final class Soak {
  private static final int GOOD_PAUSE = 100;
  private static final List<String> LIGHT = List.of("treaty-parties", "first-cabinet", "replies");
  private static final List<String> PAGES =
      List.of("/", "/id/kuchak-khan", "/letters", "/disputes", "/timeline?plain", "/find?q=Resht");
  private static final List<String> HEAVY =
      List.of(
          "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f",
          "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . FILTER (?c < ?f) }",
          "SELECT * { ?a (<x:a>|!<x:b>)* ?b . ?b (<x:c>|!<x:d>)* ?c } LIMIT 1000000",
          "SELECT * { ?s ?p ?o FILTER REGEX(\"%s\", \"(.*x){20}z\") }".formatted("x".repeat(60)),
          "SELECT ?p (GROUP_CONCAT(STR(?o)) AS ?all) (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o } GROUP BY ?p",
          "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . ?o ?q ?r }",
          "SELECT * { ?s ?p ?o }");
  private static final List<String> HOSTILE =
      List.of(
          "GET /gilan/sparql?query=SELECT HTTP/1.1\r\nHost: localhost\r\n\r\n",
          "GET /gilan/sparql?query=SELECT%20*%20%7B" + "%7B".repeat(3000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
          "GET /id/%ff%fe%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
          "POST /gilan/sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-update\r\n"
              + "Content-Length: 13\r\n\r\nDROP ALL; ###",
          "POST /gilan/sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nxx\r\n",
          "POST /gilan/shacl HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/turtle\r\nContent-Length: 47\r\n\r\n"
              + "<x:s> <http://www.w3.org/ns/shacl#property> 1 .",
          "GET /" + "a/".repeat(9000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
          "\0\1\2\3\r\n\r\n",
          "GET /gilan/sparql?query=ASK%7B%7D&default-graph-uri=http://no.such/ HTTP/1.1\r\nHost: localhost\r\n"
              + "Accept: " + "text/x;q=0.1,".repeat(900) + "\r\n\r\n");

  private final String base;
  private final int port;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> questions;
  private final Map<String, Integer> first = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> statuses = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Long> light = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
  private volatile boolean isOver;

  private Soak(int port, Map<String, String> questions) {
    this.port = port;
    this.base = "http://127.0.0.1:" + port;
    this.questions = questions;
  }

  /** Runs all; see the class. */
  public static void main(String[] words) throws Exception {
    Map<String, String> questions = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of(words[0]))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".rq")).toList()) {
        String text = Files.readString(file);
        if (!text.contains("SERVICE") && !text.contains("CONSTRUCT") && !text.contains("NOW()")) {
          questions.put(file.getFileName().toString().replace(".rq", ""), text);
        }
      }
    }
    Soak soak = new Soak(Integer.parseInt(words[1]), questions);
    System.exit(soak.run(words[2], Integer.parseInt(words[3]), words.length > 4) ? 0 : 1);
  }

  private boolean run(String pid, int seconds, boolean isGood) throws Exception {
    for (String question : questions.values()) { // what is right, asked while nobody disturbs
      good(question);
    }
    for (String page : PAGES) {
      get(page, "page");
    }
    Thread.sleep(2000);
    long threadsBefore = status(pid, "Threads");
    long before = status(pid, "VmRSS") / 1024;
    List<Thread> clients = new ArrayList<>();
    start(clients, 2, this::light);
    start(
        clients,
        isGood ? 2 : 4,
        n -> {
          good(pick(List.copyOf(questions.values()), n));
          Thread.sleep(isGood ? GOOD_PAUSE : 0);
        });
    if (!isGood) {
      start(clients, 8, n -> heavy(pick(HEAVY, n)));
      start(clients, 4, n -> hostile(pick(HOSTILE, n)));
      start(clients, 4, n -> slow());
    }
    List<Long> resident = new ArrayList<>();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (System.nanoTime() < end) {
      Thread.sleep(Math.max(1, Math.min(10_000, (end - System.nanoTime()) / 1_000_000)));
      resident.add(status(pid, "VmRSS") / 1024);
    }
    isOver = true;
    for (Thread client : clients) {
      client.join(90_000);
    }
    Thread.sleep(95_000); // idle threads and half-open connections may go
    long threadsAfter = status(pid, "Threads");
    long after = status(pid, "VmRSS") / 1024;
    long[] times = light.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        "| %d s | light: %,d, p50 %.1f ms, p99 %.1f ms, worst %.0f ms | resident %d MB before, %d after a"
            + " tenth, at most %d, %d afterwards | threads %d before, %d afterwards | faults %d |%n",
        seconds,
        times.length,
        times[times.length / 2] / 1e6,
        times[(int) (times.length * 0.99)] / 1e6,
        times[times.length - 1] / 1e6,
        before,
        resident.get(resident.size() / 10),
        resident.stream().mapToLong(Long::longValue).max().orElse(0),
        after,
        threadsBefore,
        threadsAfter,
        faults.size());
    new TreeMap<>(statuses).forEach((kind, n) -> System.out.printf("| %s | %,d |%n", kind, n.get()));
    faults.stream().limit(20).forEach(System.out::println);
    return faults.isEmpty() && threadsAfter <= threadsBefore + 4;
  }

  private interface Step {
    void take(int n) throws Exception;
  }

  private void start(List<Thread> clients, int many, Step step) {
    for (int i = 0; i < many; i++) {
      int offset = i * 7;
      Thread thread =
          new Thread(
              () -> {
                for (int n = offset; !isOver; n++) {
                  try {
                    step.take(n);
                  } catch (IOException e) {
                    count("connection closed");
                  } catch (Exception e) {
                    faults.add(e.toString());
                  }
                }
              });
      thread.setDaemon(true);
      thread.start();
      clients.add(thread);
    }
  }

  private static <T> T pick(List<T> all, int n) {
    return all.get(n % all.size());
  }

  private void light(int n) throws Exception {
    long start = System.nanoTime();
    if (n % 2 == 0) {
      get(pick(PAGES, n / 2), "page");
    } else {
      good(questions.get(pick(LIGHT, n / 2)));
    }
    light.add(System.nanoTime() - start);
    Thread.sleep(10);
  }

  /** The answer must be what it was when nobody disturbed; a server that is busy may say so. */
  private void good(String question) throws Exception {
    HttpResponse<byte[]> response = ask(question, HttpResponse.BodyHandlers.ofByteArray());
    count("question " + response.statusCode());
    if (response.statusCode() == 200) {
      int hash = Arrays.hashCode(response.body());
      Integer right = first.putIfAbsent(question, hash);
      if (right != null && right != hash) {
        faults.add("another answer to " + question.lines().findFirst().orElse(""));
      }
    } else if (response.statusCode() != 503) {
      faults.add(response.statusCode() + " to " + question.lines().findFirst().orElse(""));
    }
  }

  private void heavy(String query) throws Exception {
    int status = ask(query, HttpResponse.BodyHandlers.discarding()).statusCode();
    count("heavy " + status);
    if (status != 200 && status != 503 && status != 422) {
      faults.add(status + " to " + query);
    }
  }

  private void get(String path, String kind) throws Exception {
    HttpResponse<byte[]> response =
        http.send(
            HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(90))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    count(kind + " " + response.statusCode());
    if (response.statusCode() != 200 && response.statusCode() != 503) {
      faults.add(response.statusCode() + " to " + path);
    }
  }

  private <T> HttpResponse<T> ask(String query, HttpResponse.BodyHandler<T> body) throws Exception {
    String form = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return http.send(
        HttpRequest.newBuilder(URI.create(base + "/gilan/sparql"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/sparql-results+json, application/n-triples;q=0.5")
            .header("Cache-Control", "no-cache")
            .timeout(Duration.ofSeconds(90))
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        body);
  }

  private void hostile(String bytes) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      byte[] head = socket.getInputStream().readNBytes(12);
      String status = head.length < 12 ? "closed" : new String(head, 9, 3, StandardCharsets.US_ASCII);
      count("hostile " + status);
      if (status.startsWith("5") && !status.equals("503") && !status.equals("501")) {
        faults.add(status + " to " + bytes.substring(0, Math.min(60, bytes.length())));
      }
    }
    Thread.sleep(20);
  }

  /** A request of which the rest never comes. */
  private void slow() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port);
        InputStream in = socket.getInputStream()) {
      socket.setSoTimeout(40_000);
      socket.getOutputStream().write("POST /gilan/sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\nq".getBytes(StandardCharsets.US_ASCII));
      while (!isOver && in.read() >= 0) {
        continue;
      }
    }
    count("slow ended");
  }

  private void count(String kind) {
    statuses.computeIfAbsent(kind, k -> new AtomicLong()).incrementAndGet();
  }

  private static long status(String pid, String what) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", pid, "status"))) {
      if (line.startsWith(what + ":")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("the server is gone");
  }
}

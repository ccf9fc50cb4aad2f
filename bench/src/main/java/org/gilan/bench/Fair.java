// SPDX-License-Identifier: Apache-2.0
package org.gilan.bench;

import java.io.IOException;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a light query takes while 32 heavy ones are asked: {@code Fair QUERIES PORT SECONDS
 * HEAVY}. Each light one is asked anew and from what is kept, and a page; first while nobody
 * disturbs. Exits with 1 if one of them failed.
 */
public final class Fair {
  private static final Duration PATIENCE = Duration.ofSeconds(100);
  private static final int PAUSE = 20;
  private static final String SIX = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l";
  private static final List<String> HEAVY =
      List.of(
          "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f",
          "SELECT DISTINCT ?c ?f { ?a ?b ?c . ?d ?e ?f }",
          "SELECT (COUNT(*) AS ?count) { " + SIX + " }",
          "SELECT * { " + SIX + " FILTER (CONCAT(STR(?a), STR(?l)) = 'never') }",
          "SELECT (COUNT(*) AS ?count) { ?a ((!<x:a>|^!<x:a>)*)* ?b . ?b ((!<x:a>)*)* ?c }",
          "SELECT * { ?s ?p ?o FILTER REGEX(\"%s\", \"(.*x){20}z\") }".formatted("x".repeat(60)),
          "CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f }",
          "SELECT ?b (GROUP_CONCAT(STR(?f)) AS ?all) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?b");

  private final String base;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, AtomicLong> statuses = new ConcurrentHashMap<>();
  private volatile boolean isOver;

  private Fair(int port) {
    base = "http://127.0.0.1:" + port;
  }

  /** Runs all; see the class. */
  public static void main(String[] words) throws Exception {
    String question = Files.readString(Path.of(words[0], "treaty-parties.rq"));
    Fair fair = new Fair(Integer.parseInt(words[1]));
    int seconds = Integer.parseInt(words[2]);
    int heavy = Integer.parseInt(words[3]);
    System.out.println("| light, while | asked | p50 ms | p99 ms | worst ms | failed |");
    System.out.println("|---|---|---|---|---|---|");
    boolean isGood = fair.measure("nobody disturbs", question, Math.min(seconds, 10));
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < heavy; i++) {
      int first = i;
      Thread client = new Thread(() -> fair.disturb(first));
      client.setDaemon(true);
      client.start();
      clients.add(client);
    }
    Thread.sleep(3000);
    isGood &= fair.measure(heavy + " heavy ones run", question, seconds);
    fair.isOver = true;
    System.out.println("\nheavy: " + new TreeMap<>(fair.statuses));
    System.exit(isGood ? 0 : 1);
  }

  private void disturb(int first) {
    for (int n = first; !isOver; n++) {
      String status;
      try {
        status = "" + ask(HEAVY.get(n % HEAVY.size()) + " # " + first, true);
      } catch (Exception e) {
        status = "broken off";
      }
      statuses.computeIfAbsent(status, s -> new AtomicLong()).incrementAndGet();
    }
  }

  private interface Light {
    int ask() throws Exception;
  }

  private boolean measure(String when, String question, int seconds) throws Exception {
    Map<String, Light> kinds = new TreeMap<>();
    kinds.put("answered anew", () -> ask(question, true));
    kinds.put("kept", () -> ask(question, false));
    kinds.put("page", () -> send(HttpRequest.newBuilder(URI.create(base + "/id/kuchak-khan"))));
    Map<String, List<Long>> times = new ConcurrentHashMap<>();
    Map<String, AtomicLong> failed = new ConcurrentHashMap<>();
    List<Thread> clients = new ArrayList<>();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    for (Map.Entry<String, Light> kind : kinds.entrySet()) {
      List<Long> own = new ArrayList<>();
      times.put(kind.getKey(), own);
      failed.put(kind.getKey(), new AtomicLong());
      Thread client =
          new Thread(
              () -> {
                while (System.nanoTime() < end) {
                  long start = System.nanoTime();
                  try {
                    if (kind.getValue().ask() != 200) {
                      failed.get(kind.getKey()).incrementAndGet();
                    }
                    own.add(System.nanoTime() - start);
                    Thread.sleep(PAUSE);
                  } catch (Exception e) {
                    failed.get(kind.getKey()).incrementAndGet();
                  }
                }
              });
      client.start();
      clients.add(client);
    }
    for (Thread client : clients) {
      client.join();
    }
    for (String kind : kinds.keySet()) {
      long[] sorted = times.get(kind).stream().mapToLong(Long::longValue).sorted().toArray();
      System.out.printf(
          "| %s: %s | %,d | %.1f | %.1f | %.0f | %d |%n",
          when,
          kind,
          sorted.length,
          sorted[sorted.length / 2] / 1e6,
          sorted[(int) (sorted.length * 0.99)] / 1e6,
          sorted[sorted.length - 1] / 1e6,
          failed.get(kind).get());
    }
    return failed.values().stream().allMatch(many -> many.get() == 0);
  }

  private int ask(String query, boolean isAnew) throws IOException, InterruptedException {
    String form = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + "/gilan/sparql"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/sparql-results+json, application/n-triples;q=0.5")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    return send(isAnew ? request.header("Cache-Control", "no-cache") : request);
  }

  private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}

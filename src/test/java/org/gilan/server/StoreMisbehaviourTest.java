// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gilan.query.QueryLimits;
import org.gilan.remote.RemoteStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * A store that breaks off, hangs, answers rubbish, refuses or goes away: an error in our form, or a
 * connection that is broken off, and the right answer once it is well again.
 */
@Timeout(240)
class StoreMisbehaviourTest {
  private static final String LONG = "SELECT ?s ?o { ?s <urn:long> ?o } ORDER BY ?s";
  private static final Settings IMPATIENT =
      Settings.at("127.0.0.1", 0)
          .limited(
              QueryLimits.usual()
                  .within(FailingStore.PATIENCE, FailingStore.PATIENCE)
                  .sharing(Duration.ofSeconds(1), 4, 40));

  @AutoClose private static final FailingStore STORE = new FailingStore();

  /** What somebody asks of us. */
  private record Request(String name, Function<Served, HttpResponse<String>> ask) {
    static Request query(String sparql) {
      return new Request(sparql, served -> served.ask(sparql, "*/*"));
    }

    static Request page(String path) {
      return new Request(path, served -> served.get(path, "Accept", "text/html"));
    }
  }

  private static final List<Request> REQUESTS =
      List.of(
          Request.query("SELECT ?s { ?s a <ontology#Person> } ORDER BY ?s"),
          Request.query("ASK { <id/anna-lodge> ?p ?o }"),
          Request.query("CONSTRUCT { ?s a ?o } WHERE { ?s a ?o }"),
          Request.query(
              "SELECT ?s { ?s a ?o FILTER NOT EXISTS { ?s a <ontology#Person> } } ORDER BY ?s"),
          Request.query(
              "PREFIX afn: <http://jena.apache.org/ARQ/function#>"
                  + " SELECT (afn:localname(?t) AS ?n) { <id/anna-lodge> a ?t } ORDER BY ?n"),
          Request.query(
              "PREFIX afn: <http://jena.apache.org/ARQ/function#>"
                  + " SELECT ?s { ?s a ?t FILTER (afn:localname(?t) = 'Person')"
                  + " FILTER NOT EXISTS { ?s <ontology#holder> ?x } } ORDER BY ?s"),
          Request.query("DESCRIBE <id/ferry-council>"),
          Request.page("/id/anna-lodge"),
          Request.page("/claim/c3"),
          Request.page("/query/leaders"),
          Request.page("/find?q=lodge"),
          Request.page("/suggest?q=lod"),
          Request.page("/timeline"),
          Request.page("/id/ferry-council.ttl"),
          Request.page("/query/leaders.csv"),
          Request.page("/gilan/data?graph=https://w3id.org/gilan/graph/facts&format=rdf"),
          Request.page("/gilan/data?graph=https://w3id.org/gilan/graph/facts&format=nt"),
          Request.page(
              "/reconcile?queries="
                  + Served.encode("{\"q\":{\"query\":\"Anna Lodge\",\"type\":\"Person\"}}")),
          new Request(
              "shapes",
              served ->
                  served.post(
                      "/gilan/shacl",
                      "text/turtle",
                      """
                      PREFIX sh: <http://www.w3.org/ns/shacl#>
                      <https://example.org/s> a sh:NodeShape ; sh:targetNode <https://w3id.org/gilan/id/millers> ;
                        sh:property [ sh:path <https://example.org/none> ; sh:minCount 1 ] .
                      """)));

  @TestFactory
  Stream<DynamicTest> saysThatTheStoreFails() {
    List<Map.Entry<String, FailingStore.Manner>> manners =
        List.copyOf(FailingStore.manners().entrySet());
    assertThat(manners).hasSizeGreaterThan(35);
    return IntStream.range(0, manners.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    manners.get(i).getKey(),
                    () ->
                        survives(
                            asked(manners.get(i).getKey(), i),
                            () -> STORE.fail(manners.get(i).getValue()),
                            STORE::recover)));
  }

  /** Everything where an answer may be half one; else a third, another each time. */
  private static List<Request> asked(String manner, int turn) {
    boolean isHalf = manner.startsWith("breaks") || manner.startsWith("hangs");
    return IntStream.range(0, REQUESTS.size())
        .filter(i -> isHalf || (i + turn) % 3 == 0)
        .mapToObj(REQUESTS::get)
        .toList();
  }

  @Test
  void saysThatTheStoreIsNotThere() throws Exception {
    survives(REQUESTS, STORE::goAway, STORE::comeBack);
  }

  private static void survives(List<Request> requests, Runnable failing, Runnable well)
      throws Exception {
    STORE.recover();
    try (RemoteStore opened = STORE.opened();
        Served served = Served.site(FailingStore.site(opened), IMPATIENT)) {
      failing.run();
      List<HttpResponse<String>> answers = together(served, requests);
      assertAll(
          IntStream.range(0, requests.size())
              .mapToObj(i -> () -> isOurError(requests.get(i).name(), answers.get(i))));
      FailingStore.await("threads that ask the store", () -> !isAsked());
      well.run();
      assertAll(requests.stream().map(request -> () -> isRight(request, served)));
    } finally {
      well.run();
    }
    FailingStore.await(
        "threads of the store", () -> threads().noneMatch(t -> t.getName().startsWith("store")));
  }

  private static List<HttpResponse<String>> together(Served served, List<Request> requests) {
    ExecutorService clients = Executors.newFixedThreadPool(requests.size());
    List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
    for (Request request : requests) {
      asked.add(CompletableFuture.supplyAsync(() -> request.ask().apply(served), clients));
    }
    List<HttpResponse<String>> answers = asked.stream().map(CompletableFuture::join).toList();
    clients.shutdown();
    return answers;
  }

  private static void isOurError(String name, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(name + ": " + answer.body()).isIn(502, 503, 504);
    assertThat(answer.body())
        .containsAnyOf("The store of the graph", "timed out", "Other long queries")
        .doesNotContain(FailingStore.WORDS);
    assertThat(answer.headers().toString()).doesNotContain(FailingStore.WORDS);
    assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    assertThat(answer.headers().firstValue("ETag")).isEmpty();
  }

  /** The first answer that is no error is the right one; on a busy machine it may take a while. */
  private static void isRight(Request request, Served served) throws InterruptedException {
    HttpResponse<String> right = request.ask().apply(STORE.holder());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    HttpResponse<String> answer = request.ask().apply(served);
    while (answer.statusCode() > 502 && System.nanoTime() < end) {
      answer = request.ask().apply(served);
    }
    assertThat(answer.statusCode()).as(request.name() + answer.body()).isEqualTo(200);
    assertThat(plain(answer)).as(request.name()).isEqualTo(plain(right));
  }

  /** The lines in any order, without what is another each time. */
  private static List<String> plain(HttpResponse<String> answer) {
    return answer
        .body()
        .replaceAll("127\\.0\\.0\\.1:\\d+", "")
        .replaceAll("_:\\S+", "_")
        .lines()
        .sorted()
        .toList();
  }

  private static Stream<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream();
  }

  private static boolean isAsked() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getClassName().startsWith("org.gilan.remote"));
  }

  /** What has been begun is not ended as if it were whole. */
  @TestFactory
  Stream<DynamicTest> breaksOffWhatHasBegun() {
    List<Request> begun =
        Stream.concat(
                Stream.of("text/csv", "text/tab-separated-values", "application/sparql-results+xml")
                    .map(type -> new Request(type, served -> served.ask(LONG, type))),
                Stream.of(
                    new Request("JSON", served -> served.ask(LONG + " # json", Twins.JSON)),
                    Request.page("/gilan/data?default&format=nt")))
            .toList();
    return FailingStore.halves().entrySet().stream()
        .map(half -> DynamicTest.dynamicTest(half.getKey(), () -> breaksOff(half, begun)));
  }

  private static void breaksOff(Map.Entry<String, FailingStore.Manner> half, List<Request> begun)
      throws Exception {
    STORE.recover();
    try (RemoteStore opened = STORE.opened();
        Served served = Served.site(FailingStore.site(opened), IMPATIENT)) {
      STORE.fail(half.getValue());
      AtomicInteger broken = new AtomicInteger();
      List<Request> watched =
          begun.stream()
              .map(request -> new Request(request.name(), s -> broken(request, s, broken)))
              .toList();
      for (HttpResponse<String> answer : together(served, watched)) {
        if (answer != null) {
          isOurError("", answer);
        }
      }
      assertThat(broken).hasPositiveValue();
      STORE.recover();
      for (Request request : begun) {
        isRight(request, served);
      }
    }
  }

  private static HttpResponse<String> broken(Request request, Served served, AtomicInteger broken) {
    try {
      return request.ask().apply(served);
    } catch (UncheckedIOException e) {
      broken.incrementAndGet();
      return null;
    }
  }

  /** Wherever an answer ends, it is known whether it is whole. */
  @Test
  void knowsHalfAnAnswerByItself() throws Exception {
    Request request = Request.query("SELECT ?o { <id/anna-lodge> a ?o } ORDER BY ?o");
    List<String> right = plain(request.ask().apply(STORE.holder()));
    STORE.recover();
    try (RemoteStore opened = STORE.opened();
        Served served = Served.site(FailingStore.site(opened))) {
      AtomicInteger length = new AtomicInteger();
      AtomicInteger whole = new AtomicInteger(1);
      for (; length.get() < whole.get(); length.incrementAndGet()) {
        STORE.fail(
            (answer, out) -> {
              whole.set(answer.length);
              out.write("HTTP/1.1 200 OK\r\nContent-Type: ".getBytes());
              out.write((Twins.JSON + "\r\nConnection: close\r\n\r\n").getBytes());
              out.write(answer, 0, length.get());
            });
        String fresh = request.name() + " # " + length;
        HttpResponse<String> answer = served.ask(fresh, "*/*");
        if (answer.statusCode() == 200) {
          assertThat(plain(answer)).as("after " + length + " bytes").isEqualTo(right);
        } else {
          isOurError(fresh, answer);
        }
      }
      assertThat(whole).hasValueGreaterThan(150);
    } finally {
      STORE.recover();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.gilan.query.QueryLimits;
import org.gilan.remote.RemoteStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that takes requests and does not answer: nobody waits longer than for one answer. */
class HangingStoreTest {
  private static final Settings IMPATIENT =
      Settings.at("127.0.0.1", 0)
          .limited(QueryLimits.usual().within(FailingStore.PATIENCE, FailingStore.PATIENCE));

  @AutoClose private static final FailingStore STORE = new FailingStore();

  /** What is read once for all would take thirty times its limit, one after another. */
  @Test
  @Timeout(20)
  void failsForAllWhoAskTogether() throws Exception {
    failsWithin(
        FailingStore.PATIENCE,
        Stream.of("/find?q=lodge", "/suggest?q=lod", "/timeline")
            .flatMap(path -> Stream.generate(() -> path).limit(30))
            .toList());
  }

  /** Names and whole graphs may take a minute, but not of who has two seconds. */
  @Test
  @Timeout(20)
  void keepsToTheTimeOfAQuery() throws Exception {
    failsWithin(
        Duration.ofMinutes(1),
        List.of(
            Served.query(
                "SELECT ?x { ?x <http://jena.apache.org/text#query> 'lodge' FILTER (RAND() < 2) }"),
            Served.query("SELECT ?x { GRAPH ?g { ?x a ?c } FILTER (RAND() < 2) }"),
            "/gilan/data"));
  }

  /** The store is looked at each second; what it does not answer, nobody waits for any longer. */
  @Test
  @Timeout(30)
  void waitsForNothingFromAStoreThatIsSilent() throws Exception {
    STORE.recover();
    try (RemoteStore opened = STORE.opened(Duration.ofMinutes(1))) {
      Renewal renewal = new Renewal(StoreAwayTest.source(opened), note -> {});
      try (Served served = Served.site(renewal.first())) {
        served.follow(renewal, Duration.ofMillis(20));
        FailingStore.await("ready", () -> served.get("/ready").statusCode() == 200);
        STORE.fail(FailingStore.manners().get("hangs: at once"));
        assertThat(served.get("/id/anna-lodge").statusCode()).isEqualTo(503);
        long start = System.nanoTime();
        HttpResponse<String> further = served.get("/id/ferry-council");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(FailingStore.PATIENCE);
        assertThat(further.statusCode()).isEqualTo(503);
        assertThat(further.body()).contains("does not answer at the moment");
        STORE.recover();
        FailingStore.await("page", () -> served.get("/id/anna-lodge").statusCode() == 200);
      } finally {
        renewal.close();
      }
    }
  }

  private static void failsWithin(Duration patience, List<String> paths) throws Exception {
    STORE.recover();
    ExecutorService clients = Executors.newFixedThreadPool(paths.size());
    try (RemoteStore opened = STORE.opened(patience);
        Served served = Served.site(FailingStore.site(opened), IMPATIENT)) {
      STORE.fail(FailingStore.manners().get("hangs: at once"));
      List<Callable<HttpResponse<String>>> requests =
          paths.stream().<Callable<HttpResponse<String>>>map(p -> () -> served.get(p)).toList();
      for (Future<HttpResponse<String>> answer : clients.invokeAll(requests)) {
        assertThat(answer.get().statusCode()).as(answer.get().body()).isIn(503, 504);
      }
    } finally {
      clients.shutdown();
      STORE.recover();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gilan.page.Site;
import org.gilan.remote.RemoteStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that is away, or fails, while the server starts and while its graph is replaced. */
@Timeout(120)
class StoreAwayTest {
  private static FailingStore store;

  @BeforeAll
  static void start() {
    store = new FailingStore();
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  /** What fails at first is tried again: names that are read in the background, the next graph. */
  @Test
  void goesOnWithTheStoreOnceItIsWell() throws Exception {
    store.recover();
    List<String> notes = new CopyOnWriteArrayList<>();
    try (RemoteStore opened = store.opened()) {
      Renewal renewal = new Renewal(new Source(opened), notes::add);
      try (Served served = Served.site(renewal.first())) {
        FailingStore.Manner busy = FailingStore.manners().get("status 503: pause");
        store.fail(busy);
        served.follow(renewal, Duration.ofMillis(20));
        lookedAt();
        assertThat(served.get("/ready").statusCode()).isEqualTo(503);
        store.recover();
        FailingStore.await("ready", () -> served.get("/ready").statusCode() == 200);
        for (String rubbish : List.of("rubbish: unbound", "rubbish: another's", "status 500")) {
          store.fail(FailingStore.manners().get(rubbish));
          lookedAt();
        }
        store.refill("beef4567");
        store.fail(FailingStore::saysOnlyItsName);
        FailingStore.await("note", () -> !notes.isEmpty());
        assertThat(served.get("/id/anna-lodge").statusCode()).isEqualTo(503);
        store.recover();
        FailingStore.await("next", () -> served.get("/ready").body().contains("beef4567"));
        assertThat(served.get("/id/anna-lodge").statusCode()).isEqualTo(200);
        assertThat(String.join("", notes)).doesNotContain(FailingStore.WORDS);
      } finally {
        renewal.close();
        store.refill(FailingStore.GRAPH);
        store.recover();
      }
    }
  }

  private static void lookedAt() throws InterruptedException {
    int before = store.connections();
    FailingStore.await("looks", () -> store.connections() > before + 3);
  }

  /** What follows a store for the command line. */
  private record Source(RemoteStore store) implements Renewal.Source {
    @Override
    public Object state() {
      return store.name();
    }

    @Override
    public Site read() throws IOException {
      return FailingStore.site(store);
    }
  }
}

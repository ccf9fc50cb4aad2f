// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gilan.page.Site;
import org.gilan.remote.RemoteStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that is away, or fails, while the server starts and while its graph is replaced. */
@Timeout(120)
class StoreAwayTest {
  @AutoClose private static final FailingStore STORE = new FailingStore();

  /** What fails at first is tried again: names that are read in the background, the next graph. */
  @Test
  void goesOnWithTheStoreOnceItIsWell() throws Exception {
    STORE.recover();
    List<String> notes = new CopyOnWriteArrayList<>();
    try (RemoteStore opened = STORE.opened()) {
      Renewal renewal = new Renewal(source(opened), notes::add);
      try (Served served = Served.site(renewal.first())) {
        FailingStore.Manner busy = FailingStore.manners().get("status 503: pause");
        STORE.fail(busy);
        served.follow(renewal, Duration.ofMillis(20));
        lookedAt();
        assertThat(served.get("/ready").statusCode()).isEqualTo(503);
        STORE.recover();
        FailingStore.await("ready", () -> served.get("/ready").statusCode() == 200);
        for (String rubbish : List.of("rubbish: unbound", "rubbish: another's", "status 500")) {
          STORE.fail(FailingStore.manners().get(rubbish));
          lookedAt();
        }
        STORE.refill("beef4567");
        STORE.fail(FailingStore::saysOnlyItsName);
        FailingStore.await("note", () -> !notes.isEmpty());
        assertThat(served.get("/id/anna-lodge").statusCode()).isEqualTo(503);
        STORE.recover();
        FailingStore.await("next", () -> served.get("/ready").body().contains("beef4567"));
        assertThat(served.get("/id/anna-lodge").statusCode()).isEqualTo(200);
        assertThat(String.join("", notes)).doesNotContain(FailingStore.WORDS);
      } finally {
        renewal.close();
        STORE.refill(FailingStore.GRAPH);
        STORE.recover();
      }
    }
  }

  private static void lookedAt() throws InterruptedException {
    int before = STORE.connections();
    FailingStore.await("looks", () -> STORE.connections() > before + 3);
  }

  /** {@return what is followed of a store} */
  static Renewal.Source source(RemoteStore store) {
    return new Source(store);
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

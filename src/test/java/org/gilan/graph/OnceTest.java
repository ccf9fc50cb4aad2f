// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.jena.query.QueryCancelledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OnceTest {
  private final CountDownLatch open = new CountDownLatch(1);
  private final AtomicInteger tried = new AtomicInteger();

  /** Fails the first time, after a while. */
  private final Once<String> once =
      new Once<>(
          () -> {
            await(open);
            if (tried.incrementAndGet() == 1) {
              throw new IllegalStateException("away");
            }
            return "made";
          });

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void failsForAllWhoWaitTogether() throws Exception {
    Set<Thread> waiting = ConcurrentHashMap.newKeySet();
    ExecutorService threads = Executors.newFixedThreadPool(30);
    List<Future<String>> asked =
        Stream.generate(
                () -> threads.submit(() -> once.get(() -> waiting.add(Thread.currentThread()))))
            .limit(30)
            .toList();
    while (waiting.size() < asked.size()) {
      Thread.sleep(5);
    }
    open.countDown();
    for (Future<String> one : asked) {
      assertThatThrownBy(one::get).hasRootCauseMessage("away");
    }
    threads.shutdown();
    assertThat(tried).hasValue(1);
  }

  @Test
  void isMadeOnceItIsAskedForAgain() {
    open.countDown();
    assertThatThrownBy(once::get).hasMessage("away");
    assertThat(once.get()).isSameAs(once.get()).isEqualTo("made");
    assertThat(tried).hasValue(2);
  }

  @Test
  void letsGoWhoNeedNotWait() {
    assertThatThrownBy(
            () ->
                once.get(
                    () -> {
                      throw new QueryCancelledException();
                    }))
        .isInstanceOf(QueryCancelledException.class);
    assertThat(tried).hasValue(0);
    open.countDown();
  }
}

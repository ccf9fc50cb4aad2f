// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The pages that are made at the same time: a few, while some wait, so that however many are asked
 * for leave threads and processors to queries. What is kept of them takes no turn. Thread-safe.
 */
final class PageTurns {
  private final Semaphore turns = new Semaphore(Settings.PAGES, true);
  private final Semaphore places = new Semaphore(Settings.PAGES_WAITING);
  private final Duration patience;

  /**
   * Makes turns.
   *
   * @param patience how long a page may wait for its turn
   */
  PageTurns(Duration patience) {
    this.patience = patience;
  }

  /**
   * {@return what makes a page, once it is its turn}
   *
   * @throws Problem when too many wait, or it would wait too long
   */
  <T> T take(Supplier<T> page) {
    if (!isMine()) {
      throw Problem.busy("Too many pages are asked for at the moment");
    }
    try {
      return page.get();
    } finally {
      turns.release();
    }
  }

  private boolean isMine() {
    if (turns.tryAcquire()) {
      return true;
    }
    if (!places.tryAcquire()) {
      return false;
    }
    try {
      return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      places.release();
    }
  }
}

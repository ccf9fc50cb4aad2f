// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Cancels a query when its time is over. Jena's own alarm waits for a lock that is held while a
 * plan is made, and has one thread for all queries: one that hangs there leaves the others without
 * a limit. This sets the signal and waits for nothing.
 */
final class Watchdog implements AutoCloseable {
  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private final ScheduledFuture<?> first;
  private final ScheduledFuture<?> whole;

  /**
   * Begins to watch.
   *
   * @param cancel the signal of the query
   * @param first how long it may take to its first row
   * @param whole how long it may take altogether
   */
  Watchdog(AtomicBoolean cancel, Duration first, Duration whole) {
    this.first = at(cancel, first);
    this.whole = at(cancel, whole);
  }

  private static ScheduledFuture<?> at(AtomicBoolean cancel, Duration limit) {
    return CLOCK.schedule(() -> cancel.set(true), limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Notes that there is a first row. */
  void arrived() {
    first.cancel(false);
  }

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "watchdog");
              thread.setDaemon(true);
              return thread;
            });
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }

  @Override
  public void close() {
    first.cancel(false);
    whole.cancel(false);
  }
}

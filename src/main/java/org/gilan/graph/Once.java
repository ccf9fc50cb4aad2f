// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;

/**
 * Makes a value when it is first asked for, once for all threads, and keeps it. A failure is that
 * of all who wait for it, who would else fail one after another; who asks later has it tried again.
 *
 * @param <T> what is made
 */
public final class Once<T> implements Supplier<T> {
  /** How soon somebody who need not wait any more goes. */
  private static final long LOOK_MILLIS = 20;

  private final Supplier<T> make;
  private final AtomicReference<FutureTask<T>> making = new AtomicReference<>();
  private volatile T made;

  /**
   * Makes nothing yet.
   *
   * @param make makes the value
   */
  public Once(Supplier<T> make) {
    this.make = make;
  }

  @Override
  public T get() {
    T known = made;
    return known == null ? wait(FutureTask::run, () -> {}) : known;
  }

  /**
   * {@return the same, made in a thread of its own: who has less time than it takes need not wait}
   *
   * @param waiting is run often while it is made; what it throws is thrown, and the making goes on
   */
  public T get(Runnable waiting) {
    T known = made;
    return known == null ? wait(Once::start, waiting) : known;
  }

  private static void start(Runnable making) {
    Thread thread = new Thread(making, "once");
    thread.setDaemon(true);
    thread.start();
  }

  private T wait(Consumer<FutureTask<T>> begin, Runnable waiting) {
    FutureTask<T> mine = new FutureTask<>(make::get);
    FutureTask<T> other = making.compareAndExchange(null, mine);
    if (other == null) {
      begin.accept(mine);
    }
    return wait(other == null ? mine : other, waiting);
  }

  private T wait(FutureTask<T> task, Runnable waiting) {
    while (true) {
      try {
        made = task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return made;
      } catch (TimeoutException e) {
        waiting.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new QueryCancelledException();
      } catch (ExecutionException e) {
        making.compareAndSet(task, null);
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) e.getCause(); // a supplier throws no other
      }
    }
  }
}

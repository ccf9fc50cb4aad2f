// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;

/**
 * What everything that runs shares: memory for rows, and turns. Short queries take no turn, so they
 * go past the long ones. Thread-safe.
 */
public final class Capacity {
  private final QueryLimits limits;
  private final AtomicLong held = new AtomicLong();
  private final Semaphore turns;
  private final Semaphore streams = new Semaphore(QueryLimits.STREAMS);
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * Makes room.
   *
   * @param limits how much there is
   */
  public Capacity(QueryLimits limits) {
    this.limits = limits;
    this.turns = new Semaphore(limits.longAtOnce(), true);
  }

  /** {@return room for who asks on their own machine, and need not share} */
  static Capacity unlimited() {
    return new Capacity(QueryLimits.none());
  }

  /** {@return how much there is} */
  public QueryLimits limits() {
    return limits;
  }

  /** {@return work that begins now and is to be closed} */
  Work begin() {
    return begin(limits.first(), limits.whole());
  }

  /**
   * {@return the work of planning, which has no result to begin with}
   *
   * @param timeout what a client gives it, if that is less than there is
   */
  Work plan(Duration timeout) {
    Duration time = shorter(limits.first(), timeout);
    return begin(time, time);
  }

  private Work begin(Duration first, Duration whole) {
    return new Work(this, shorter(first, whole), whole);
  }

  /**
   * Does what one request asks that says nothing of its time.
   *
   * @param <E> how it fails
   * @param task what it asks
   * @throws E when it fails so
   * @throws QueryException when there is not enough time or room for it
   */
  public <E extends Exception> void run(Task<E> task) throws E {
    run(limits.whole(), task);
  }

  /**
   * Does what one request asks.
   *
   * @param <E> how it fails
   * @param timeout what its client gives it, if that is less than there is
   * @param task what it asks
   * @throws E when it fails so
   * @throws QueryException when there is not enough time or room for it
   */
  public <E extends Exception> void run(Duration timeout, Task<E> task) throws E {
    Duration whole = shorter(limits.whole(), timeout);
    try (Work work = begin(limits.first(), whole)) {
      try {
        task.run(work);
      } catch (QueryCancelledException e) {
        throw work.reason(e);
      }
    }
  }

  /**
   * Something to do within limits.
   *
   * @param <E> how it fails
   */
  public interface Task<E extends Exception> {
    /**
     * Does it.
     *
     * @param work its share
     * @throws E when it fails so
     */
    void run(Work work) throws E;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** {@return the bytes that are held just now} */
  public long held() {
    return held.get();
  }

  /** {@return whether there was room for so many bytes more} */
  boolean reserve(long bytes) {
    if (held.addAndGet(bytes) <= limits.memory()) {
      return true;
    }
    held.addAndGet(-bytes);
    return false;
  }

  void release(long bytes) {
    held.addAndGet(-bytes);
  }

  /** {@return whether there was a turn within this time, fairly} */
  boolean takeTurn(long millis) throws InterruptedException {
    return turns.tryAcquire(millis, TimeUnit.MILLISECONDS);
  }

  void giveTurn() {
    turns.release();
  }

  /** {@return whether one more answer may be sent while it is made} */
  boolean takeStream() {
    return streams.tryAcquire();
  }

  void giveStream() {
    streams.release();
  }

  /**
   * {@return whether there is room among those that wait for a turn}
   *
   * @param isSure of one that may not be turned away
   */
  boolean joinQueue(boolean isSure) {
    if (waiting.incrementAndGet() <= limits.longWaiting() || isSure) {
      return true;
    }
    waiting.decrementAndGet();
    return false;
  }

  void leaveQueue() {
    waiting.decrementAndGet();
  }

  /**
   * {@return after how many nanoseconds of a processor a query is long; a tenth of it when as many
   * wait for their turn as may: one more will be turned away, and until then is in the way}
   */
  long moment() {
    long moment = Work.nanos(limits.moment());
    return waiting.get() < limits.longWaiting() ? moment : moment / 10;
  }

  /** {@return whether others wait for a turn} */
  boolean isAwaited() {
    return waiting.get() > 0;
  }
}

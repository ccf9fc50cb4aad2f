// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * The share that one request has of time, memory and turns. Whatever it reads goes through {@link
 * #watch}, which ends it in time, and has it wait for a turn once it takes longer than a moment.
 * Used by one thread, besides the clock.
 *
 * <p>Jena's own alarm waits for a lock that is held while a plan is made, and has one thread for
 * all queries: one that hangs there leaves the others without a limit.
 */
public final class Work implements AutoCloseable {
  private static final Symbol KEY = Symbol.create("https://w3id.org/gilan/query#work");

  /** How often one that waits for its turn sees whether anybody still waits for it. */
  private static final long LOOK_MILLIS = 100;

  /** After this one turn ends, if others wait for theirs. */
  private static final long TURN_NANOS = 500_000_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long NEVER = Long.MAX_VALUE;
  private static final Duration FOREVER = Duration.ofDays(365);

  /**
   * Memory is reserved in pieces of this size. The first is each one's own, so that a light query
   * goes on while heavy ones hold all that is shared.
   */
  private static final long PIECE = 256 << 10;

  private static final long DAY = TimeUnit.DAYS.toNanos(1);

  private final Capacity capacity;
  private final Texts texts = new Texts(this);
  private boolean isStreamed;
  private final AtomicBoolean cancel = new AtomicBoolean();
  private final long start = System.nanoTime();
  private final long worked = processorTime();
  private final long whole;
  private volatile long first;
  private volatile long turn;
  private volatile boolean isDue;
  private boolean hasTurn;
  private boolean hasRun;
  private long held;
  private long reserved = PIECE;
  private QueryException failure;
  private DatasetGraph read;

  Work(Capacity capacity, Duration first, Duration whole) {
    this.capacity = capacity;
    this.first = nanos(first);
    this.whole = nanos(whole);
    this.turn = capacity.moment();
    Watchdog.watch(this);
  }

  static long nanos(Duration time) {
    return time.compareTo(FOREVER) < 0 ? time.toNanos() : NEVER;
  }

  /**
   * Sets the signals whose time has come.
   *
   * @param now by the clock of {@link System#nanoTime()}
   * @return whether all of its time is over
   */
  boolean look(long now) {
    long spent = now - start;
    if (spent >= first || spent >= whole) {
      cancel.set(true);
    }
    if (spent >= turn) {
      isDue = true;
    }
    return spent >= whole;
  }

  /** {@return the work that a query with this context is part of; null if it is not watched} */
  static Work of(Context context) {
    return context.get(KEY);
  }

  /** Makes a query part of this work. */
  void attach(Context context) {
    context.set(KEY, this);
    context.set(ARQConstants.symCancelQuery, cancel);
  }

  /** {@return the long texts of its functions} */
  Texts texts() {
    return texts;
  }

  /** {@return how much there is} */
  public QueryLimits limits() {
    return capacity.limits();
  }

  /**
   * {@return the same graphs, to be read as long as this work may go on, in one transaction}
   *
   * @param dataset any
   */
  public DatasetGraph watch(DatasetGraph dataset) {
    if (!dataset.isInTransaction()) {
      dataset.begin(ReadWrite.READ);
      read = dataset;
    }
    return new WatchedDataset(dataset, this);
  }

  /** {@return how much of its time is left} */
  Duration left() {
    long left = Math.max(1, whole - (System.nanoTime() - start));
    return Duration.ofNanos(Math.min(left, DAY));
  }

  /** {@return the signal that ends it} */
  public AtomicBoolean cancel() {
    return cancel;
  }

  /** Notes that there is a first result. */
  void arrived() {
    first = NEVER;
  }

  /**
   * Goes one step on; waits for a turn where one is needed.
   *
   * @throws QueryException when there is no more time
   */
  public void step() {
    if (isDue) {
      takeTurn();
    }
    if (cancel.get()) {
      throw failure == null ? new QueryCancelledException() : failure;
    }
  }

  /**
   * {@return how long this thread had a processor; one that waits for it, or for the collector, is
   * not long for that}
   */
  private static long processorTime() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  /** {@return whether it had less than a moment until now; then it is looked at again later} */
  private boolean isShort() {
    long left = capacity.moment() - (processorTime() - worked);
    if (left > 0) {
      isDue = false;
      turn = System.nanoTime() - start + left;
    }
    return left > 0;
  }

  private void takeTurn() {
    if (!hasRun && isShort()) {
      return;
    }
    if (hasTurn && capacity.isAwaited()) {
      rest();
    }
    isDue = false;
    if (!hasTurn) {
      hasTurn = awaitTurn();
      hasRun |= hasTurn;
    }
    if (!hasTurn) {
      throw fail(new BusyException("Other long queries left this one no time to run"));
    }
    turn = System.nanoTime() - start + TURN_NANOS;
  }

  /** {@return whether it got one; what has begun to run may always wait for the next} */
  private boolean awaitTurn() {
    try {
      if (capacity.takeTurn(0)) {
        return true;
      }
      if (!capacity.joinQueue(hasRun)) {
        throw fail(new BusyException("Too many long queries are asked at the moment"));
      }
      try {
        while (!cancel.get()) {
          if (capacity.takeTurn(LOOK_MILLIS)) {
            return true;
          }
        }
      } finally {
        capacity.leaveQueue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cancel.set(true);
    }
    return false;
  }

  /** Leaves the turn to others while this waits for something else, its client for instance. */
  public void rest() {
    if (hasTurn) {
      hasTurn = false;
      turn = NEVER;
      isDue = true;
      capacity.giveTurn();
    }
  }

  /**
   * Notes that so many bytes more are held, until {@link #release} or the end.
   *
   * @param bytes roughly
   * @throws BusyException when there is no room for them
   */
  public void hold(long bytes) {
    held += bytes;
    if (held > reserved) {
      long more = Math.max(PIECE, held - reserved);
      if (!capacity.reserve(more)) {
        throw fail(new BusyException("The query needs more memory than is free"));
      }
      reserved += more;
    }
  }

  /** Notes that the answer is sent while it is made from here on, if not too many are. */
  public void stream() {
    if (!isStreamed && !capacity.takeStream()) {
      throw fail(new BusyException("Too many long answers are being sent at the moment"));
    }
    isStreamed = true;
  }

  void release(long bytes) {
    held -= bytes;
    if (reserved - held > 2 * PIECE) {
      long less = reserved - held - PIECE;
      reserved -= less;
      capacity.release(less);
    }
  }

  /**
   * Ends the work. The exception alone would not: inside EXISTS it makes a row that is left out.
   */
  <E extends QueryException> E fail(E cause) {
    failure = cause;
    cancel.set(true);
    return cause;
  }

  /**
   * {@return why it was really ended}
   *
   * @param seen what the engine says
   */
  public QueryException reason(QueryCancelledException seen) {
    return failure == null ? seen : failure;
  }

  @Override
  public void close() {
    Watchdog.leave(this);
    rest();
    capacity.release(reserved - PIECE);
    reserved = PIECE;
    held = 0;
    if (isStreamed) {
      capacity.giveStream();
      isStreamed = false;
    }
    if (read != null) {
      read.end();
      read = null;
    }
  }
}

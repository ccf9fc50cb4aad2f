// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.PrintWriter;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Ends a server whose heap is full. Java's own end of memory comes only when an object finds no
 * room; G1 may find a little for it again and again, each time after a collection of everything,
 * and the server answers nobody and stops for no signal.
 */
final class Exhaustion implements Runnable {
  private static final Duration OFTEN = Duration.ofSeconds(2);

  /** So many looks together say that it goes on. */
  private static final int LOOKS = 10;

  private static final double MOST = 0.9;

  private final PrintWriter err;
  private final List<GarbageCollectorMXBean> pauses;
  private final Deque<Look> looks = new ArrayDeque<>();

  /** How long collections had held everything, when it was looked at; both in nanoseconds. */
  private record Look(long time, long paused) {
    double share(Look earlier) {
      return (double) (paused - earlier.paused) / (time - earlier.time);
    }
  }

  private Exhaustion(PrintWriter err) {
    this.err = err;
    this.pauses =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(one -> !one.getName().matches(".*(Concurrent|Cycles).*"))
            .toList();
  }

  /**
   * Looks on until the end of the process.
   *
   * @param err is told why it ends
   */
  static void watch(PrintWriter err) {
    Thread thread = new Thread(new Exhaustion(err), "exhaustion");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    while (true) {
      Look now = new Look(System.nanoTime(), paused());
      looks.addLast(now);
      if (looks.size() > LOOKS && now.share(looks.removeFirst()) > MOST) {
        err.printf(
            "gilan: out of memory: a heap of %d MB is full; start again with more, by"
                + " GILAN_JAVA_OPTIONS=-Xmx…%n",
            Runtime.getRuntime().maxMemory() >> 20);
        err.flush();
        Runtime.getRuntime().halt(Failure.OUT_OF_MEMORY);
      }
      try {
        Thread.sleep(OFTEN.toMillis());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private long paused() {
    long millis = pauses.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
    return Duration.ofMillis(millis).toNanos();
  }
}

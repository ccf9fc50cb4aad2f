// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells what runs that its time has come: one thread that looks at all of it every few
 * milliseconds, sets flags and waits for nothing. A timer for each piece of work would wake a
 * thread whenever one begins, which short queries feel.
 */
final class Watchdog {
  private static final long LOOK_NANOS = 5_000_000;

  /** With nothing to watch for a second, it sleeps until there is something. */
  private static final int IDLE_LOOKS = 200;

  private static final Set<Work> RUNNING = ConcurrentHashMap.newKeySet();
  private static final Thread THREAD = new Thread(Watchdog::lookOn, "watchdog");
  private static volatile boolean isAsleep;

  static {
    THREAD.setDaemon(true);
    THREAD.start();
  }

  private Watchdog() {}

  static void watch(Work work) {
    RUNNING.add(work);
    if (isAsleep) {
      LockSupport.unpark(THREAD);
    }
  }

  static void leave(Work work) {
    RUNNING.remove(work);
  }

  private static void lookOn() {
    int idle = 0;
    while (true) {
      LockSupport.parkNanos(LOOK_NANOS);
      long now = System.nanoTime();
      RUNNING.removeIf(work -> work.look(now));
      idle = RUNNING.isEmpty() ? idle + 1 : 0;
      if (idle > IDLE_LOOKS) {
        sleep();
        idle = 0;
      }
    }
  }

  /** Says so first: what comes after that wakes it, what came before is seen here. */
  private static void sleep() {
    isAsleep = true;
    while (RUNNING.isEmpty()) {
      LockSupport.park();
    }
    isAsleep = false;
  }
}

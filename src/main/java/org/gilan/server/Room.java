// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.util.HashMap;
import java.util.Map;

/**
 * How many bytes all connections together may have the server hold while it waits for their
 * clients. What is short is not counted, so that light queries are asked and answered however much
 * is held for others. Thread-safe.
 */
final class Room {
  /** What each connection may hold besides. */
  static final int OWN = 16 << 10;

  private final long most;
  private final Map<byte[], Integer> shared = new HashMap<>(); // an array equals itself alone
  private long taken;

  Room(long most) {
    this.most = most;
  }

  /** {@return whether there was room for so many bytes more, until {@link #give}} */
  synchronized boolean take(long bytes) {
    if (taken + bytes > most) {
      return false;
    }
    taken += bytes;
    return true;
  }

  synchronized void give(long bytes) {
    taken -= bytes;
  }

  /** {@return whether there was room for this; what many are sent is counted once} */
  synchronized boolean take(byte[] body) {
    if (body.length > OWN) {
      if (!shared.containsKey(body) && !take(body.length)) {
        return false;
      }
      shared.merge(body, 1, Integer::sum);
    }
    return true;
  }

  synchronized void give(byte[] body) {
    if (body.length > OWN && shared.merge(body, -1, Room::sum) == null) {
      give(body.length);
    }
  }

  private static Integer sum(int one, int other) {
    return one + other == 0 ? null : one + other;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.time.Duration;

/**
 * How much a query may ask of others, and how long we wait for them.
 *
 * @param connect how long a connection may take
 * @param call how long a request may take, from the look-up of the name to the last byte
 * @param calls the most requests of one query
 * @param rows the most rows that one query may receive
 * @param bytes the most bytes of one answer, unpacked
 * @param batch how many different rows are joined in one request
 * @param cacheBytes the size of the cache, roughly
 * @param cacheAge how long an answer is kept
 */
public record Limits(
    Duration connect,
    Duration call,
    int calls,
    int rows,
    int bytes,
    int batch,
    long cacheBytes,
    Duration cacheAge) {

  /** {@return the defaults; a call is shorter than the server waits for a first result} */
  public static Limits usual() {
    return new Limits(
        Duration.ofSeconds(3),
        Duration.ofSeconds(8),
        20,
        50_000,
        16 << 20,
        100,
        32 << 20,
        Duration.ofHours(1));
  }
}

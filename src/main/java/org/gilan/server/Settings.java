// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.time.Duration;

/**
 * Where the server listens and how much it gives to one request.
 *
 * @param host the address to bind to; a name or address of this machine
 * @param port the port; 0 for any free one
 * @param firstResult how long a query may take to its first result
 * @param wholeResult how long a query or validation may take altogether
 * @param bodyBytes the most that a request may send
 * @param isBehindProxy whether {@code X-Forwarded-Proto}, {@code -Host} and {@code -Prefix} are
 *     believed; else anybody could have descriptions name another host
 */
public record Settings(
    String host,
    int port,
    Duration firstResult,
    Duration wholeResult,
    int bodyBytes,
    boolean isBehindProxy) {

  /**
   * Makes settings for a server that clients reach directly.
   *
   * @param host the address to bind to; a name or address of this machine
   * @param port the port; 0 for any free one
   * @param firstResult how long a query may take to its first result
   * @param wholeResult how long a query or validation may take altogether
   * @param bodyBytes the most that a request may send
   */
  public Settings(
      String host, int port, Duration firstResult, Duration wholeResult, int bodyBytes) {
    this(host, port, firstResult, wholeResult, bodyBytes, false);
  }

  /** {@return the same settings for a server that only a proxy reaches, which says who asked} */
  public Settings behindProxy() {
    return new Settings(host, port, firstResult, wholeResult, bodyBytes, true);
  }

  /**
   * {@return the defaults: 10 seconds to the first result, 60 to the last, 1 MiB a request}
   *
   * @param host the address to bind to
   * @param port the port; 0 for any free one
   */
  public static Settings at(String host, int port) {
    return new Settings(host, port, Duration.ofSeconds(10), Duration.ofSeconds(60), 1 << 20);
  }
}

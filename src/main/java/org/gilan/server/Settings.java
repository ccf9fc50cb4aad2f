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
 */
public record Settings(
    String host, int port, Duration firstResult, Duration wholeResult, int bodyBytes) {

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

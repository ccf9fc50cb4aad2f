// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.time.Duration;
import java.util.List;

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
 * @param names by which clients may ask for this server, besides {@code host} and those of loopback
 */
public record Settings(
    String host,
    int port,
    Duration firstResult,
    Duration wholeResult,
    int bodyBytes,
    boolean isBehindProxy,
    List<String> names) {

  /**
   * Copies the names.
   *
   * @param host the address to bind to
   * @param port the port
   * @param firstResult how long a query may take to its first result
   * @param wholeResult how long a query or validation may take altogether
   * @param bodyBytes the most that a request may send
   * @param isBehindProxy whether a proxy's headers are believed
   * @param names by which clients may ask
   */
  public Settings {
    names = List.copyOf(names);
  }

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
    this(host, port, firstResult, wholeResult, bodyBytes, false, List.of());
  }

  /** {@return the same settings for a server that only a proxy reaches, which says who asked} */
  public Settings behindProxy() {
    return new Settings(host, port, firstResult, wholeResult, bodyBytes, true, names);
  }

  /**
   * {@return the same, answering to further names}
   *
   * @param names of hosts, as a reverse proxy or a browser sends them
   */
  public Settings named(List<String> names) {
    return new Settings(host, port, firstResult, wholeResult, bodyBytes, isBehindProxy, names);
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

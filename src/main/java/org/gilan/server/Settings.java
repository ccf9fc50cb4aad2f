// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.time.Duration;
import java.util.List;
import org.gilan.query.QueryLimits;

/**
 * Where the server listens and how much it gives to whom. What no operator need change is said by
 * the constants here and in {@link QueryLimits}.
 *
 * @param host the address to bind to; a name or address of this machine
 * @param port the port; 0 for any free one
 * @param queries how much queries, shapes and reads of graphs may take
 * @param bodyBytes the most that a request may send
 * @param perClient how long the requests of one client may take together in each minute; zero if
 *     nobody counts
 * @param isBehindProxy whether {@code X-Forwarded-For}, {@code -Proto}, {@code -Host} and {@code
 *     -Prefix} are believed; else anybody could have descriptions name another host
 * @param names by which clients may ask for this server, besides {@code host} and those of loopback
 * @param maxAge how long answers may be kept without asking again; zero to ask each time
 */
public record Settings(
    String host,
    int port,
    QueryLimits queries,
    int bodyBytes,
    Duration perClient,
    boolean isBehindProxy,
    List<String> names,
    Duration maxAge) {
  /** The most bytes of an address with all headers: long queries come in addresses, too. */
  public static final int HEAD_BYTES = 256 << 10;

  /** The most characters of an address without its query; ours have a hundred. */
  public static final int PATH = 1000;

  /**
   * All bodies of requests that arrive may have one part in so many of the memory for queries, all
   * whole answers that wait to be read another; the first 16 KiB of each do not count.
   */
  public static final int WAITING = 4;

  /** The most requests that are worked on at the same time, those that wait included. */
  public static final int THREADS = 96;

  /** How many pages are made at the same time. */
  public static final int PAGES = 8;

  /** How many more pages wait for that. */
  public static final int PAGES_WAITING = 40;

  /** The most connections; more have to wait. Each may hold a head of a request that grows. */
  public static final int CONNECTIONS = 1000;

  /** How long a connection may be idle while there are as many as may be, so that others come. */
  public static final Duration IDLE_WHEN_FULL = Duration.ofSeconds(2);

  /** What is held back of an answer; see docs/performance.md for the choice. */
  public static final int HELD_BYTES = 512 << 10;

  /** How long caches may go on with what they have while no server answers. */
  private static final Duration STALE = Duration.ofDays(1);

  /** The longest prefix that is believed of a proxy: it stands in every link of some pages. */
  public static final int PREFIX = 200;

  /** The most characters of the warning that an answer bears, and of what an error says. */
  public static final int WARNING = 1000;

  /**
   * Copies the names.
   *
   * @param host the address to bind to
   * @param port the port
   * @param queries how much queries may take
   * @param bodyBytes the most that a request may send
   * @param perClient how long the requests of one client may take in each minute
   * @param isBehindProxy whether a proxy's headers are believed
   * @param names by which clients may ask
   * @param maxAge how long answers may be kept without asking again
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
    this(
        host,
        port,
        QueryLimits.usual().within(firstResult, wholeResult),
        bodyBytes,
        Duration.ZERO,
        false,
        List.of(),
        Duration.ZERO);
  }

  /** {@return the same settings for a server that only a proxy reaches, which says who asked} */
  public Settings behindProxy() {
    return new Settings(host, port, queries, bodyBytes, perClient, true, names, maxAge);
  }

  /**
   * {@return the same, answering to further names}
   *
   * @param names of hosts, as a reverse proxy or a browser sends them
   */
  public Settings named(List<String> names) {
    return new Settings(host, port, queries, bodyBytes, perClient, isBehindProxy, names, maxAge);
  }

  /**
   * {@return the same with other limits}
   *
   * @param queries how much queries may take
   */
  public Settings limited(QueryLimits queries) {
    return new Settings(host, port, queries, bodyBytes, perClient, isBehindProxy, names, maxAge);
  }

  /**
   * {@return the same with a budget for each client}
   *
   * @param perClient how long its requests may take in each minute; zero for no budget
   */
  public Settings budgeted(Duration perClient) {
    return new Settings(host, port, queries, bodyBytes, perClient, isBehindProxy, names, maxAge);
  }

  /**
   * {@return the same, with answers that caches may keep}
   *
   * @param maxAge how long without asking again
   */
  public Settings kept(Duration maxAge) {
    return new Settings(host, port, queries, bodyBytes, perClient, isBehindProxy, names, maxAge);
  }

  /** {@return what answers that do not change say to caches} */
  String caching() {
    return maxAge.isZero()
        ? "no-cache"
        : "public, max-age="
            + maxAge.toSeconds()
            + ", stale-while-revalidate="
            + maxAge.toSeconds()
            + ", stale-if-error="
            + STALE.toSeconds();
  }

  /**
   * {@return the defaults: those of queries, 1 MiB a request}
   *
   * @param host the address to bind to
   * @param port the port; 0 for any free one
   */
  public static Settings at(String host, int port) {
    QueryLimits usual = QueryLimits.usual();
    return new Settings(host, port, usual, 1 << 20, Duration.ZERO, false, List.of(), Duration.ZERO);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * How long the requests of each client may take together: a budget that fills up again in a minute.
 * A request pays a little in advance, so that many at once do not all find it full. Thread-safe.
 */
final class Clients {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long ADVANCE = Duration.ofMillis(200).toNanos();
  private static final long MOST_CLIENTS = 20_000;

  /** One network of a house or a firm; each has more addresses than could be counted. */
  private static final int NETWORK = 8;

  private final long budget;
  private final boolean isBehindProxy;
  private final Cache<String, Purse> purses =
      Caffeine.newBuilder().maximumSize(MOST_CLIENTS).expireAfterAccess(MINUTE).build();

  private static final class Purse {
    private long nanos;
    private long filled;
  }

  Clients(Settings settings) {
    budget = settings.perClient().toNanos();
    isBehindProxy = settings.isBehindProxy();
  }

  /**
   * Lets a request in.
   *
   * @return what to run when it is answered
   * @throws Problem when its client has nothing left
   */
  Runnable enter(Request request) {
    if (budget == 0) {
      return () -> {};
    }
    Purse purse = purses.get(name(request), name -> full());
    long start = System.nanoTime();
    synchronized (purse) {
      fill(purse, start);
      if (purse.nanos < ADVANCE) {
        long missing = ADVANCE - purse.nanos;
        throw new Problem(
            429,
            "You have asked for more than your share",
            "Each client's requests may take "
                + Duration.ofNanos(budget).toSeconds()
                + " seconds of every minute together.",
            (int) Math.max(1, missing * MINUTE.toSeconds() / budget));
      }
      purse.nanos -= ADVANCE;
    }
    return () -> {
      synchronized (purse) {
        purse.nanos -= System.nanoTime() - start - ADVANCE;
      }
    };
  }

  private Purse full() {
    Purse purse = new Purse();
    purse.nanos = budget;
    purse.filled = System.nanoTime();
    return purse;
  }

  private void fill(Purse purse, long now) {
    double minutes = (double) (now - purse.filled) / MINUTE.toNanos();
    purse.nanos = Math.min(budget, purse.nanos + (long) (minutes * budget));
    purse.filled = now;
  }

  /** {@return whom a request comes from; a proxy adds that at the end of what its client said} */
  private String name(Request request) {
    List<String> forwarded =
        request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR.asString());
    if (isBehindProxy && !forwarded.isEmpty()) {
      String[] hops = forwarded.get(forwarded.size() - 1).split(",");
      return hops[hops.length - 1].strip();
    }
    if (request.getConnectionMetaData().getRemoteSocketAddress()
        instanceof InetSocketAddress socket) {
      InetAddress address = socket.getAddress();
      byte[] bytes = address.getAddress();
      return bytes.length > NETWORK
          ? Arrays.toString(Arrays.copyOf(bytes, NETWORK))
          : address.getHostAddress();
    }
    return "";
  }
}

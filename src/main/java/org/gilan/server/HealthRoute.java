// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * For whatever keeps servers running: {@code /health} answers as long as the server does, {@code
 * /ready} only between its warming up and its end, and names the graph.
 */
final class HealthRoute implements Route {
  static final String[] PATHS = {"/health", "/ready"};

  private final Supplier<Current> current;

  HealthRoute(Supplier<Current> current) {
    this.current = current;
  }

  @Override
  public void answer(Exchange exchange) {
    Current served = current.get();
    exchange.reply().noStore();
    String text = "ok\n";
    if (exchange.path().equals("/ready")) {
      if (!served.routes().isReady()) {
        throw new Problem(503, "Not ready", "The server is starting or stopping.");
      }
      text += "graph " + served.checksum() + "\n";
    }
    exchange
        .reply()
        .whole(200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.US_ASCII));
  }
}

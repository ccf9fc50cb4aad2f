// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * For whatever keeps servers running: {@code /health} answers as long as the server does, {@code
 * /ready} only between its warming up and its end.
 */
final class HealthRoute implements Route {
  static final String[] PATHS = {"/health", "/ready"};

  private final BooleanSupplier isReady;

  HealthRoute(BooleanSupplier isReady) {
    this.isReady = isReady;
  }

  @Override
  public void answer(Exchange exchange) {
    exchange.reply().noStore();
    if (exchange.path().equals("/ready") && !isReady.getAsBoolean()) {
      throw new Problem(503, "Not ready", "The server is starting or stopping.");
    }
    exchange
        .reply()
        .whole(200, "text/plain; charset=utf-8", "ok\n".getBytes(StandardCharsets.US_ASCII));
  }
}

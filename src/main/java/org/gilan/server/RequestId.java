// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Names for requests: other ones after a restart, and each once. */
final class RequestId {
  private static final int RADIX = 36;
  private static final String START =
      Integer.toString(new SecureRandom().nextInt(Integer.MAX_VALUE), RADIX);

  private static final AtomicLong COUNT = new AtomicLong();

  private RequestId() {}

  static String next() {
    return START + "-" + Long.toString(COUNT.incrementAndGet(), RADIX);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;

/** Answers the requests of one kind of address. */
interface Route {
  /**
   * Answers once, by one method of the reply, or throws.
   *
   * @throws Problem what the client is to be told instead
   * @throws IOException when the client is gone
   */
  void answer(Exchange exchange) throws IOException;
}

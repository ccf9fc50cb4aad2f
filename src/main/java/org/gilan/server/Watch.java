// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

/**
 * How the one who runs a server watches it.
 *
 * @param metricsPort the port on loopback at which metrics are served; null for none
 * @param log where requests are written down; null for nowhere; closed with the server
 */
public record Watch(Integer metricsPort, AccessLog log) {
  /** {@return a server that nobody watches} */
  public static Watch nothing() {
    return new Watch(null, null);
  }
}

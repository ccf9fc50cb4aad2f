// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * An endpoint that queries may ask.
 *
 * @param name the address that queries give, and messages
 * @param address where it is asked: the same, or a mirror
 */
record Service(String name, URI address) {
  /** {@return whether it is one of this machine or its networks, which are written as addresses} */
  boolean isPrivate() {
    String host = address.getHost().replaceAll("[\\[\\]]", "");
    try {
      return PublicAddresses.isLiteral(host)
          && !PublicAddresses.isPublic(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return false;
    }
  }
}

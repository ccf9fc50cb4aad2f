// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/** Tells addresses of the public internet from those of this machine and its networks. */
final class PublicAddresses {
  private static final Pattern LITERAL = Pattern.compile(".*:.*|[0-9.]+");

  /** Address and length of each range that is not public: the IANA registry for IPv4. */
  private static final List<int[]> CLOSED_4 =
      List.of(
          range(0, 0, 0, 8),
          range(10, 0, 0, 8),
          range(100, 64, 0, 10),
          range(127, 0, 0, 8),
          range(169, 254, 0, 16),
          range(172, 16, 0, 12),
          range(192, 0, 0, 24),
          range(192, 0, 2, 24),
          range(192, 88, 99, 24),
          range(192, 168, 0, 16),
          range(198, 18, 0, 15),
          range(198, 51, 100, 24),
          range(203, 0, 113, 24),
          range(224, 0, 0, 3));

  private PublicAddresses() {}

  /** {@return whether a host is written as an address, so that nothing has to be looked up} */
  static boolean isLiteral(String host) {
    return LITERAL.matcher(host).matches();
  }

  /** {@return whether an address is of the public internet} */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return isPublic4(bytes, 0);
    }
    // 64:ff9b::/96 is how networks without IPv4 reach IPv4 addresses (RFC 6052).
    if (word(bytes, 0) == 0x0064ff9b && word(bytes, 4) == 0 && word(bytes, 8) == 0) {
      return isPublic4(bytes, 12);
    }
    int first = word(bytes, 0);
    boolean isGlobal = first >>> 29 == 1;
    boolean isSpecial = first >>> 9 == 0x20010000 >>> 9;
    boolean isExample = first == 0x20010db8 || first >>> 12 == 0x3fff0000 >>> 12;
    boolean holdsIpv4 = first >>> 16 == 0x2002;
    return isGlobal && !isSpecial && !isExample && !holdsIpv4;
  }

  private static boolean isPublic4(byte[] bytes, int at) {
    int address = word(bytes, at);
    return CLOSED_4.stream().noneMatch(r -> address >>> 32 - r[1] == r[0] >>> 32 - r[1]);
  }

  private static int[] range(int a, int b, int c, int length) {
    return new int[] {a << 24 | b << 16 | c << 8, length};
  }

  private static int word(byte[] bytes, int at) {
    int word = 0;
    for (int i = at; i < at + 4; i++) {
      word = word << 8 | bytes[i] & 0xff;
    }
    return word;
  }
}

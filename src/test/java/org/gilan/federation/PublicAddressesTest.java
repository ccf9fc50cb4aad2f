// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not public is in {@link RefusalTest}, and at the edges here. */
class PublicAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "208.80.154.224",
        "2620:0:861:ed1a::1",
        "2001:4860:4860::8888",
        "64:ff9b::208.80.154.224",
      })
  void letsThePublicInternetThrough(String address) throws UnknownHostException {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.255.255.255",
        "100.127.255.255",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "198.19.255.255",
        "203.0.113.1",
        "240.0.0.1",
        "2001::1",
        "2001:db8::1",
        "3fff::1",
        "4000::1",
        "fec0::1",
        "64:ff9b:1::1",
        "64:ff9b::10.0.0.1",
      })
  void stopsEverythingElse(String address) throws UnknownHostException {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "[::1]", "::1", "10.0.0.1"})
  void knowsWhatNeedsNoLookUp(String host) {
    assertThat(PublicAddresses.isLiteral(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "query.wikidata.org", "1.example", "0x7f.1"})
  void knowsNames(String host) {
    assertThat(PublicAddresses.isLiteral(host)).isFalse();
  }
}

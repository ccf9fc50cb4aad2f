// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gilan.page.Fixture;
import org.junit.jupiter.api.Test;

class GilanServerTest {

  @Test
  void picksAFreePortAndSaysWhich() throws Exception {
    try (GilanServer server = GilanServer.start(Fixture.site(), Settings.at("127.0.0.1", 0))) {
      assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
      assertThat(server.address().getPort()).isPositive();
      assertThat(server.address().getPath()).isEqualTo("/");
    }
  }

  @Test
  void saysWhenThePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatExceptionOfType(CannotListenException.class)
          .isThrownBy(
              () ->
                  GilanServer.start(Fixture.site(), Settings.at("127.0.0.1", taken.getLocalPort())))
          .withMessage(
              "cannot listen on 127.0.0.1 port %d: the port is in use", taken.getLocalPort());
    }
  }

  @Test
  void saysWhenTheHostIsUnknown() {
    assertThatExceptionOfType(CannotListenException.class)
        .isThrownBy(() -> GilanServer.start(Fixture.site(), Settings.at("no-such-host.invalid", 0)))
        .withMessage("cannot listen on no-such-host.invalid port 0: the host is unknown");
  }

  @Test
  void saysWhenTheAddressIsNotOfThisMachine() {
    assertThatExceptionOfType(CannotListenException.class)
        .isThrownBy(() -> GilanServer.start(Fixture.site(), Settings.at("192.0.2.1", 0)))
        .withMessageContaining("the address is not of this machine");
  }

  @Test
  void stopsAnswering() throws Exception {
    Served served = Served.site(Fixture.site());
    served.close();
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> served.get("/"))
        .withCauseInstanceOf(ConnectException.class);
    served.close();
  }

  @Test
  void leavesNoFolderBehind() {
    try (Served served = Served.site(Fixture.site())) {
      assertThat(served.get("/$/ping").statusCode()).isEqualTo(200);
      assertThat(Files.exists(Path.of("run"))).isFalse();
    }
  }
}

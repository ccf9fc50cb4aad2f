// SPDX-License-Identifier: Apache-2.0
package org.gilan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class InstalledTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @Test
  void skipsWhatNeedsAProgramThatIsMissing() {
    assertThatThrownBy(() -> Installed.require("apt install it", "no-such-program", "--version"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("no-such-program")
        .hasMessageContaining("apt install it");
    assertThatThrownBy(() -> Installed.require("apt install it", JAVA, "-no-such-option"))
        .isInstanceOf(TestAbortedException.class);
  }

  @Test
  void skipsNothingElse() {
    assertThatCode(() -> Installed.require("a JDK", JAVA, "-version")).doesNotThrowAnyException();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UiLinksTest {

  @Test
  void escapesTheQuery() {
    assertThat(UiLinks.query("ASK { ?s <x:p#1> \"a+b & قایق\" }"))
        .isEqualTo(
            "/ui/#/dataset/gilan/query?query=ASK%20%7B%20%3Fs%20%3Cx%3Ap%231%3E%20%22a%2Bb%20%26"
                + "%20%D9%82%D8%A7%DB%8C%D9%82%22%20%7D");
  }
}

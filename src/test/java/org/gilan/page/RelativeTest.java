// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelativeTest {
  @Test
  void leadsFromWhereThePageIs() {
    String page = "<a href=\"/id/x\">x</a><img src=\"/a.svg\"><form action=\"/find\">";
    assertThat(Relative.from("/find", page))
        .isEqualTo("<a href=\"id/x\">x</a><img src=\"a.svg\"><form action=\"find\">");
    assertThat(Relative.from("/id/y", page)).contains("\"../id/x\"", "\"../a.svg\"", "\"../find\"");
    assertThat(Relative.from("/document/d/1-2", page)).contains("\"../../id/x\"");
  }

  @Test
  void findsTheFirstPage() {
    assertThat(Relative.from("/find", "<a href=\"/\">")).isEqualTo("<a href=\"./\">");
    assertThat(Relative.from("/id/x", "<a href=\"/#read-only\">"))
        .isEqualTo("<a href=\"../#read-only\">");
  }

  @Test
  void leavesOtherHostsTextAndDataAlone() {
    String page = "<a href=\"//x/\" data-x=\"/y\" href=\"https://z/\">=&quot;/id</a>";
    assertThat(Relative.from("/id/x", page)).isEqualTo(page);
  }

  @Test
  void marksThePageInTheNavigationOnly() {
    String page = "<nav><a href=\"/disputes\">D</a></nav><a href=\"/disputes\">D</a>";
    assertThat(Relative.from("/disputes", page))
        .isEqualTo(
            "<nav><a href=\"disputes\" aria-current=\"page\">D</a></nav><a href=\"disputes\">D</a>");
  }
}

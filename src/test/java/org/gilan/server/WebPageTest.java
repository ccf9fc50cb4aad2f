// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebPageTest {
  private static final String GOOD =
      "<!doctype html><html><head><title>T</title></head><body><h1 id=\"a\">T</h1>"
          + "<a href=\"#a\">up</a><a href=\"../id/x?y#z\">x</a></body></html>";

  private static WebPage page(String html) {
    return new WebPage(URI.create("http://h/claim/c"), html);
  }

  @Test
  void readsAGoodPage() {
    assertThat(page(GOOD).faults()).isEmpty();
    assertThat(page(GOOD).ids()).containsExactly("a");
    assertThat(page(GOOD).links()).contains(URI.create("http://h/id/x?y#z"));
  }

  @ParameterizedTest
  @CsvSource({
    "<title>T, <title> · Gilan, no title",
    "<h1 id=\"a\">T</h1>, <h1 id=\"a\"></h1>, empty",
    "<h1 id=\"a\">T</h1>, <h2 id=\"a\">T</h2>, 0 first headings",
    "<a href=\"#a\">, <a href=\"#b\">, leads nowhere",
    "x</a>, up</a>, “up” leads to",
    "x</a>, <span hidden>up</span></a>, “up” leads to",
    "<a href=\"#a\">, <a id=\"a\" href=\"#a\">, two of the id",
    "</body>, </div></body>, not well-formed",
  })
  void seesWhatIsWrong(String good, String bad, String fault) {
    assertThat(GOOD).contains(good);
    assertThat(page(GOOD.replace(good, bad)).faults()).anyMatch(found -> found.contains(fault));
  }
}

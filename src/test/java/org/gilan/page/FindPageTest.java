// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindPageTest {
  private static final Pages PAGES = new Pages(Fixture.site());

  @ParameterizedTest
  @ValueSource(strings = {"Anna Loge", "lodge anna", "آنا", "анна лодж", "LODGE", "a. lod", "Lodž"})
  void findsThingsByAnySpelling(String words) {
    assertThat(find(words, ""))
        .hasValueSatisfying(
            page -> assertThat(page).contains("<a href=\"id/anna-lodge\">Anna Lodge</a>"));
  }

  @Test
  void putsTheExactNameBeforeAPartOfAnother() {
    String page = find("Anna Lodge", "").orElseThrow();
    assertThat(page.indexOf("id/anna-lodge")).isLessThan(page.indexOf("id/lodge-as-head"));
  }

  @Test
  void listsThingsByKind() {
    assertThat(find("", "Group").orElseThrow())
        .contains("2 things", "id/ferry-council", "id/millers")
        .doesNotContain("id/anna-lodge");
    assertThat(find("anna", "Group").orElseThrow()).contains("0 things");
    assertThat(find("", "NoSuchKind")).isEmpty();
  }

  @Test
  void offersWhatIsNearWhereNothingIsFound() {
    assertThat(find("Lodke", "").orElseThrow()).contains("Did you mean", ">Anna Lodge</a>?");
    assertThat(find("Xylophone", "").orElseThrow()).doesNotContain("Did you mean");
  }

  @Test
  void escapesWhatIsSearched() {
    assertThat(find("<script>\"", "").orElseThrow())
        .contains("&lt;script&gt;&quot;")
        .doesNotContain("<script>\"");
  }

  @Test
  void suggestsAsJson() {
    assertThat(PAGES.suggest("lod")).contains("\"Anna Lodge\"", "\"id/anna-lodge\"", "\"People\"");
    assertThat(PAGES.suggest(" ")).isEqualTo("[ ]");
  }

  private static Optional<String> find(String words, String kind) {
    return PAGES.list("/find", name -> Map.of("q", words, "kind", kind).getOrDefault(name, ""));
  }
}

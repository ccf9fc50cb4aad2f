// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "Kuchak, Kuchik",
    "Kuchak, Koochak",
    "Kuchak, Küçük",
    "Kuchak, Кучек",
    "Kuchak, کوچک",
    "Kuchak, كوچك",
    "Rasht, Resht",
    "Rasht, Решт",
    "Rasht, رشت",
    "Anzali, Enzeli",
    "Anzali, Энзели",
    "Anzali, انزلی",
    "Haidar, Haydar",
    "Haidar, Heydər",
    "Haidar, حیدر",
    "Orjonikidze, Ordzhonikidze",
    "Orjonikidze, Ordjonikidze",
    "Orjonikidze, Orzhonikidze",
    "Orjonikidze, Орджоникидзе",
    "Chicherin, Čičerin",
    "Chicherin, Чичерин",
    "Chicherin, Tschitscherin",
    "Narimanov, Nərimanov",
    "Narimanov, Нариманов",
    "Ihsanullah, Ehsanollah",
    "Lenin, Ленин",
    "Lenin, لنین",
  })
  void hearsTheSameNameInEverySpelling(String one, String other) {
    assertThat(Folding.key(other)).isEqualTo(Folding.key(one)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Rasht, Rudbar",
    "Lenin, London",
    "Baku, Batum",
    "Anzali, Astara",
    "Mdivani, Mikoyan",
    "Kuchak, Kozhanov",
    "Trotsky, Tehran",
  })
  void hearsOthersAsOthers(String one, String other) {
    assertThat(Folding.key(one)).isNotEqualTo(Folding.key(other));
  }

  @Test
  void passesOverHyphensApostrophesAndMarks() {
    assertThat(Folding.asked("Sultan-zade")).containsExactly("sultanzade");
    assertThat(Folding.words("Sultan-zade")).containsExactly("sultan", "zade", "sultanzade");
    assertThat(Folding.asked("Ja'far ‘Abd")).containsExactly("jafar", "abd");
    assertThat(Folding.asked("کوچک‌خان")).containsExactly("کوچکخان");
    assertThat(Folding.asked(" ,;- ")).isEmpty();
  }

  @Test
  void foldsTheSameInEveryLocale() {
    java.util.Locale usual = java.util.Locale.getDefault();
    try {
      java.util.Locale.setDefault(java.util.Locale.forLanguageTag("tr-TR"));
      assertThat(Folding.asked("IHSAN İsmail")).containsExactly("ihsan", "ismail");
    } finally {
      java.util.Locale.setDefault(usual);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateWordsTest {

  @ParameterizedTest
  @CsvSource({
    "1920-06-04, 4 June 1920",
    "1920-06, June 1920",
    "1920, 1920",
    "192X, the 1920s",
    "1920-06-0X, 1–9 June 1920",
    "1920-06-2X, 20–29 June 1920",
    "1920-07-3X, 30 or 31 July 1920",
    "1920-06-XX, June 1920",
    "1920-23, autumn 1920",
    "1920-06~, about June 1920",
    "1920-06-04?, perhaps 4 June 1920",
    "1921%, perhaps about 1921",
    "1920-05/1920-09, from May 1920 to September 1920",
    "1920-05-18/.., from 18 May 1920 on",
    "../1921-11, until November 1921",
  })
  void saysDatesInWords(String date, String words) {
    assertThat(DateWords.of(date)).contains(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "soon", "1920-13", "1920-6-4", "4 June 1920", "1920-06-04/x"})
  void leavesOtherTextAlone(String text) {
    assertThat(DateWords.of(text)).isEmpty();
  }

  @Test
  void saysTheSameInEveryLocale() {
    Locale usual = Locale.getDefault();
    try {
      for (String tag : new String[] {"fa-IR", "tr-TR", "ar-EG"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(DateWords.of("1920-06-04")).contains("4 June 1920");
      }
    } finally {
      Locale.setDefault(usual);
    }
  }
}

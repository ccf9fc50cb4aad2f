// SPDX-License-Identifier: Apache-2.0
package org.gilan.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateWordsTest {

  @ParameterizedTest
  @CsvSource({
    "1920-06-04, 4 June 1920, on 4 June 1920",
    "1920-06, June 1920, in June 1920",
    "1920, 1920, in 1920",
    "192X, the 1920s, in the 1920s",
    "1920-06-0X, 1–9 June 1920, between 1 and 9 June 1920",
    "1920-06-2X, 20–29 June 1920, between 20 and 29 June 1920",
    "1920-07-3X, 30 or 31 July 1920, on 30 or 31 July 1920",
    "1920-06-3X, 30 June 1920, on 30 June 1920",
    "1920-06-XX, June 1920, in June 1920",
    "1920-1X, October–December 1920, between October and December 1920",
    "1920-XX, 1920, in 1920",
    "1920-23, autumn 1920, in autumn 1920",
    "1920-24, winter 1920–1921, in winter 1920–1921",
    "1920-06~, about June 1920, about June 1920",
    "1920-06-04?, perhaps 4 June 1920, perhaps on 4 June 1920",
    "1921%, perhaps about 1921, perhaps about 1921",
    "1920-11-21/1920-11-30, 21–30 November 1920, between 21 and 30 November 1920",
    "1920-10-25/1920-10-26, 25–26 October 1920, on 25–26 October 1920",
    "1921-03-30/1921-04-07, 30 March–7 April 1921, between 30 March and 7 April 1921",
    "1920-12-31/1921-01-01, 31 December 1920–1 January 1921, on 31 December 1920–1 January 1921",
    "1920-05/1920-09, May–September 1920, between May and September 1920",
    "1920-05/1920-06, May–June 1920, in May–June 1920",
    "1919-12/1920-02, December 1919–February 1920, between December 1919 and February 1920",
    "1920/1921, 1920–1921, in 1920–1921",
    "1917/1921, 1917–1921, between 1917 and 1921",
    "1920-05~/1920-09, about May 1920 to September 1920, between about May 1920 and September 1920",
    "1920-05-18/1920-06, 18 May 1920 to June 1920, between 18 May 1920 and June 1920",
  })
  void saysDatesInWords(String date, String name, String when) {
    assertThat(DateWords.of(date)).contains(name);
    assertThat(DateWords.when(date)).contains(when);
  }

  @ParameterizedTest
  @CsvSource({
    "1920-06-22, 1920-06-24, 22 to 24 June 1920",
    "1920-06-05, 1920-07-31, 5 June to 31 July 1920",
    "1920-06, 1921-05, June 1920 to May 1921",
    "1920-06~, 1920-08, about June 1920 to August 1920",
    "1920-06-05/1920-06-07, 1920-08, 5–7 June 1920 to August 1920",
  })
  void saysHowLongSomethingLasted(String from, String to, String words) {
    assertThat(DateWords.lasting(from, to)).contains(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "soon", "1920-13", "1920-6-4", "4 June 1920", "1920-06-04/x"})
  void leavesOtherTextAlone(String text) {
    assertThat(DateWords.of(text)).isEmpty();
    assertThat(DateWords.when(text)).isEmpty();
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

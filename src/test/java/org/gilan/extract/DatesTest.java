// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  private static List<Dated> dates(String text, String year) {
    return Dates.in(text, new Span(0, text.length()), year);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the ice broke on 14 May, 1911 | 1911-05-14",
        "the ice broke on 14th of May 1911 | 1911-05-14",
        "the ice broke on May 14, 1911 | 1911-05-14",
        "a fair on 22-24 June, 1911 | 1911-06-22/1911-06-24",
        "from 30 March to 7 April 1911 | 1911-03-30/1911-04-07",
        "Letter, 02.05.1911, SAL | 1911-05-02",
        "Letter, 4.08.1911, SAL | 1911-08-04",
        "Letter, 22.11. 1911, SAL | 1911-11-22",
        "Letter, 12-15.07.1911, SAL | 1911-07-12/1911-07-15",
        "floods in September-October 1911 | 1911-09/1911-10",
        "floods in May 1911 | 1911-05",
        "late in June 1911 | 1911-06-21/1911-06-30",
        "at the beginning of April 1911 | 1911-04-01/1911-04-10",
        "by mid-August 1911 | 1911-08-1X",
        "in the fall of 1911 | 1911-23",
        "the quiet years 1911-1914 | 1911/1914",
        "Голос, 1911, 12 мая | 1911-05-12",
        "Le 10 mai 1911 | 1911-05-10",
        "built in 1911 | 1911"
      })
  void readsWhatTheTextSays(String text, String edtf) {
    assertThat(dates(text, null)).singleElement().returns(edtf, Dated::edtf);
  }

  @Test
  void carriesTheYearFromTheDateBeforeAndSaysSo() {
    List<Dated> dates =
        dates("On 3 May, 1911 it froze. On 5 June it thawed, late in July too.", "1900");
    assertThat(dates)
        .extracting(Dated::edtf)
        .containsExactly("1911-05-03", "1911-06-05", "1911-07-21/1911-07-31");
    assertThat(dates).extracting(Dated::carried).containsExactly(false, true, true);
  }

  @Test
  void doesNotTakeTheYearOfAnAsideForTheYearOfTheStory() {
    List<Dated> dates = dates("On 3 May, 1911 the decree of 1897 was read again on 5 May.", null);
    assertThat(dates).last().returns("1911-05-05", Dated::edtf);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31.02.1911",
        "7.13.1911",
        "24-22 June, 1911",
        "No. 1911/3",
        "boat 11911",
        "on 5 May",
        "May the ice hold"
      })
  void readsNothingThatIsNoDateOrHasNoYear(String text) {
    assertThat(dates(text, null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fa-IR", "tr-TR", "ar-EG"})
  void writesTheSameDigitsInEveryLocale(String tag) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(dates("LATE IN June 1911, 4.08.1911", null))
          .extracting(Dated::edtf)
          .containsExactly("1911-06-21/1911-06-30", "1911-08-04");
    } finally {
      Locale.setDefault(before);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.wikidata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeValueTest {

  @ParameterizedTest
  @CsvSource({
    "1921-02-26T00:00:00Z, 11, 1921-02-26, 1921-02-26",
    "1921-02-01T00:00:00Z, 10, 1921-02-01, 1921-02-28",
    "1920-02-01T00:00:00Z, 10, 1920-02-01, 1920-02-29",
    "1921-01-01T00:00:00Z, 9, 1921-01-01, 1921-12-31",
    "1921-01-01T00:00:00Z, 8, 1920-01-01, 1929-12-31",
    "1921-01-01T00:00:00Z, 7, 1901-01-01, 2000-12-31",
    "1900-01-01T00:00:00Z, 7, 1801-01-01, 1900-12-31",
    "1921-02-26T10:00:00Z, 14, 1921-02-26, 1921-02-26",
  })
  void allowsTheDaysOfItsPrecision(String time, int precision, String earliest, String latest) {
    assertThat(TimeValue.days(time, precision))
        .hasValueSatisfying(
            days -> {
              assertThat(days.earliest()).isEqualTo(earliest);
              assertThat(days.latest()).isEqualTo(latest);
            });
  }

  @ParameterizedTest
  @CsvSource({"-0044-03-15T00:00:00Z, 11", "1921-02-30T00:00:00Z, 11", "1001-01-01T00:00:00Z, 6"})
  void allowsNothingThatItCannotTell(String time, int precision) {
    assertThat(TimeValue.days(time, precision)).isEmpty();
  }
}

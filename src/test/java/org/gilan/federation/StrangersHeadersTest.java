// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrangersHeadersTest {
  private static final Instant NOW = Instant.parse("2015-10-21T07:27:00Z");

  private static HttpFields said(String name, String value) {
    return HttpFields.build().add(name, value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10000|10000",
        "10,000|10000",
        "10.000|10000",
        "1'000'000|1000000",
        "10000 rows|10000",
        "99999999999999999999999|9223372036854775807",
        "-5|-1",
        "many|-1",
        "1e4|-1",
        "0x10|-1",
        "''|-1",
        "٣|-1",
      })
  void readsNumbersAsTheyAreWritten(String value, long number) {
    assertThat(StrangersHeaders.number(said("X-SPARQL-MaxRows", value), "x-sparql-maxrows"))
        .isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "60|60",
        "Wed, 21 Oct 2015 07:28:00 GMT|60",
        "Wednesday, 21-Oct-15 07:28:00 GMT|60",
        "Wed Oct 21 07:28:00 2015|60",
        "Wed, 21 Oct 2015 07:26:00 GMT|0",
        "10,000|10000",
        "-1|0",
        "soon|0",
        "''|0",
        "Wed, 99 Oct 2015 99:28:00 GMT|0",
      })
  void readsPausesInSecondsAndAsDates(String value, long seconds) {
    assertThat(StrangersHeaders.pause(said("Retry-After", value), NOW)).isEqualTo(seconds);
  }

  @Test
  void takesASilentServerForOneWithoutLimits() {
    assertThat(StrangersHeaders.number(HttpFields.EMPTY, "Content-Length")).isEqualTo(-1);
    assertThat(StrangersHeaders.pause(HttpFields.EMPTY, NOW)).isZero();
  }
}

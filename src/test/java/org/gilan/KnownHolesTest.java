// SPDX-License-Identifier: Apache-2.0
package org.gilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownHolesTest {
  private static final int AT_LEAST = 25;

  @ParameterizedTest
  @CsvSource({
    "org.eclipse.jetty:jetty-http, 12.1.1, 2",
    "org.eclipse.jetty:jetty-http, 12.1.7, 1",
    "org.eclipse.jetty:jetty-http, 12.1.11, 1",
    "org.eclipse.jetty:jetty-http, 12.1.12, 0",
    "com.fasterxml.jackson.core:jackson-core, 2.21.2, 1",
    "com.fasterxml.jackson.core:jackson-core, 2.14.1, 1",
    "org.apache.thrift:libthrift, 0.22.0, 2",
    "org.apache.thrift:libthrift, 0.23.0, 0",
    "org.apache.jena:jena-arq, 3.6.0, 1",
    "nobody:nothing, 1.0, 0"
  })
  void knowsWhichVersionsHaveOne(String name, String version, int holes) throws IOException {
    assertThat(KnownHoles.of(name, version)).hasSize(holes);
  }

  @Test
  void citesASourceForEach() throws IOException {
    assertThat(KnownHoles.all())
        .hasSizeGreaterThanOrEqualTo(AT_LEAST)
        .allMatch(hole -> hole.source().startsWith("https://"))
        .allMatch(hole -> Stream.of("CVE-", "GHSA-", "PYSEC-").anyMatch(hole.hole()::startsWith));
  }
}

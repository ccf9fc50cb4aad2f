// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {
  private static final List<Media> ALL = List.of(Media.values());

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {" ", ",", "html", "*/*", "/", "text/"})
  void acceptsEverythingWhenNothingIsSaid(String accept) {
    assertThat(Negotiation.of(accept).choose(ALL)).contains(Media.HTML);
    assertThat(Negotiation.of(accept).choose(Media.rdf())).contains(Media.TURTLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/turtle, text/html | HTML",
        "text/turtle, text/html;q=0.999 | TURTLE",
        "text/html;q=0.5, */*;q=0.9 | TURTLE",
        "text/html;q=0, text/* | TURTLE",
        "text/*;q=0.1, application/rdf+xml;q=0.2 | RDF_XML",
        "TEXT/TURTLE;Q=1 | TURTLE",
        "text/turtle; charset=utf-8; q=0.3, application/n-triples;q=0.2 | TURTLE",
        "application/ld+json; profile=\"x\" | JSON_LD",
        "text/turtle;q=nonsense, application/n-triples;q=0.001 | N_TRIPLES",
        "image/*, application/n-triples;q=0.1 | N_TRIPLES",
      })
  void takesTheBest(String accept, Media best) {
    assertThat(Negotiation.of(accept).choose(ALL)).contains(best);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "*/*;q=0", "text/html;q=0, image/*;q=0.5"})
  void findsNothingWhereNothingIsAccepted(String accept) {
    assertThat(Negotiation.of(accept).choose(ALL)).isEmpty();
  }

  @Test
  void namesTheForms() {
    assertThat(Media.named("ttl")).contains(Media.TURTLE);
    assertThat(Media.named("application/ld+json")).contains(Media.JSON_LD);
    assertThat(Media.named("docx")).isEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {
  private static final List<ResultFormat> ALL = ResultFormat.OF_PAGES;

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {" ", ",", "html", "*/*", "/", "text/"})
  void acceptsEverythingWhenNothingIsSaid(String accept) {
    assertThat(chosen(accept, ALL)).contains(ResultFormat.HTML);
    assertThat(chosen(accept, ResultFormat.OF_GRAPHS)).contains(ResultFormat.TURTLE);
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
        "text/turtle;q=nonsense, application/n-triples;q=0.9 | TURTLE",
        "text/turtle;q=.5, application/n-triples;q=.9 | N_TRIPLES",
        "text/turtle;q=., application/n-triples;q=0.9 | TURTLE",
        "text/turtle; q = 0.5, application/n-triples;q=0.9 | N_TRIPLES",
        "application/n-triples;q=0.9, text/turtle;x=\"y | TURTLE",
        "a/b; c = d, application/n-triples | N_TRIPLES",
        "text/turtle;q=, application/n-triples;q=0.9 | TURTLE",
        "text/turtle;q=1.0;level=1, application/n-triples | TURTLE",
        "image/*, application/n-triples;q=0.1 | N_TRIPLES",
      })
  void takesTheBest(String accept, ResultFormat best) {
    assertThat(chosen(accept, ALL)).contains(best);
  }

  private static Optional<ResultFormat> chosen(String accept, List<ResultFormat> offered) {
    return Negotiation.of(accept).choose(offered).map(Choice::format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "*/*;q=0", "text/html;q=0, image/*;q=0.5"})
  void findsNothingWhereNothingIsAccepted(String accept) {
    assertThat(Negotiation.of(accept).choose(ALL)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | true",
        "text/turtle, text/html;q=0.2 | false",
        "text/turtle, text/html | true",
        "*/* | false",
        "text/* | false",
        "text/html;q=0 | false",
        // What Comunica sends, and rdflib.
        "application/n-quads,application/trig;q=0.95,text/turtle;q=0.6,text/html;q=0.2 | false",
        "text/turtle, application/rdf+xml;q=0.9, text/html;q=0.3, */*;q=0.1 | false",
      })
  void tellsBrowsersFromThoseWhoOnlyMentionHtml(String accept, boolean isBrowser) {
    assertThat(Negotiation.of(accept).prefersHtml(ResultFormat.OF_GRAPHS)).isEqualTo(isBrowser);
  }

  @Test
  void namesTheFormats() {
    assertThat(ResultFormat.named("ttl", ALL)).map(Choice::format).contains(ResultFormat.TURTLE);
    assertThat(ResultFormat.named("application/ld+json", ALL))
        .map(Choice::format)
        .contains(ResultFormat.JSON_LD);
    assertThat(ResultFormat.named("docx", ALL)).isEmpty();
  }
}

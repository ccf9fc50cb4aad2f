// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.gilan.page.Negotiation;

/**
 * A form in which the dataset answers.
 *
 * @param type the media type, by which {@code Accept} asks for it
 * @param lang what Jena calls it
 * @param names the short names by which {@code output=} and its synonyms ask for it
 */
record Form(String type, Lang lang, Set<String> names) {
  /** Fuseki's name for the parameter, that of many other servers, and Virtuoso's. */
  private static final List<String> PARAMETERS = List.of("output", "format", "results");

  /** Not TriX: Jena writes triple terms in it that it cannot read. */
  private static final Set<Lang> HOLD_TRIPLE_TERMS =
      Set.of(Lang.TURTLE, Lang.NTRIPLES, Lang.TRIG, Lang.NQUADS, Lang.RDFTHRIFT);

  private static final Form RESULTS_THRIFT =
      form("application/sparql-results+thrift", ResultSetLang.RS_Thrift, "thrift");

  /** For SELECT, the server's preference first. */
  static final List<Form> TABLES =
      List.of(
          form("application/sparql-results+json", ResultSetLang.RS_JSON, "json"),
          form("application/json", ResultSetLang.RS_JSON),
          form("application/sparql-results+xml", ResultSetLang.RS_XML, "xml", "sparql"),
          form("application/xml", ResultSetLang.RS_XML),
          form("text/csv", ResultSetLang.RS_CSV, "csv"),
          form("text/tab-separated-values", ResultSetLang.RS_TSV, "tsv"),
          RESULTS_THRIFT,
          form("text/plain", ResultSetLang.RS_Text, "text"));

  /** For ASK. */
  static final List<Form> ANSWERS = TABLES.stream().filter(form -> form != RESULTS_THRIFT).toList();

  /** For several graphs in one. */
  static final List<Form> DATASETS =
      List.of(
          form("application/trig", Lang.TRIG, "trig"),
          form("text/trig", Lang.TRIG),
          form("application/n-quads", Lang.NQUADS, "n-quads", "nquads", "nq"),
          form("text/n-quads", Lang.NQUADS),
          form("application/ld+json", Lang.JSONLD, "json-ld", "jsonld", "json"),
          form("application/trix", Lang.TRIX, "trix"),
          form("application/trix+xml", Lang.TRIX),
          form("application/rdf+thrift", Lang.RDFTHRIFT, "thrift"));

  /** For CONSTRUCT, DESCRIBE and single graphs. */
  static final List<Form> GRAPHS =
      Stream.concat(
              Stream.of(
                  form("text/turtle", Lang.TURTLE, "turtle", "ttl", "text"),
                  form("application/turtle", Lang.TURTLE),
                  form("application/n-triples", Lang.NTRIPLES, "n-triples", "ntriples", "nt"),
                  form("text/plain", Lang.NTRIPLES),
                  form("application/rdf+xml", Lang.RDFXML, "rdf+xml", "rdfxml", "rdf", "xml"),
                  form("application/rdf+json", Lang.RDFJSON, "rdf-json", "json-rdf")),
              DATASETS.stream())
          .toList();

  private static Form form(String type, Lang lang, String... names) {
    return new Form(type, lang, Set.of(names));
  }

  /** {@return whether a triple can stand inside a triple in this form} */
  boolean holdsTripleTerms() {
    return HOLD_TRIPLE_TERMS.contains(lang);
  }

  /** {@return the {@code Content-Type} to send, with the charset where clients may need it} */
  String contentType() {
    boolean charset = type.equals("text/csv") || type.equals("text/plain") || lang == Lang.TSV;
    return charset || lang == ResultSetLang.RS_JSON ? type + "; charset=utf-8" : type;
  }

  /**
   * {@return the form that a request asks for; the first when it asks for none of those offered}
   *
   * <p>A parameter comes before the header, because whoever writes one cannot set the other. A name
   * that is not known here is passed over: SPARQLWrapper and others always send their own.
   */
  static Form asked(HttpServletRequest request, List<Form> offered) {
    return named(request, offered)
        .or(() -> accepted(request, offered))
        .orElseGet(() -> offered.get(0));
  }

  /**
   * {@return the form that a request asks for and that holds triple terms; empty when it asks only
   * for others}
   */
  static Optional<Form> askedForTripleTerms(HttpServletRequest request, List<Form> offered) {
    Form asked = asked(request, offered);
    if (asked.holdsTripleTerms() || named(request, offered).isPresent()) {
      return Optional.of(asked).filter(Form::holdsTripleTerms);
    }
    return accepted(request, offered.stream().filter(Form::holdsTripleTerms).toList());
  }

  private static Optional<Form> named(HttpServletRequest request, List<Form> offered) {
    return PARAMETERS.stream()
        .map(request::getParameter)
        .filter(name -> name != null)
        // An unescaped plus in an address means a space.
        .map(name -> name.strip().replace(' ', '+').toLowerCase(Locale.ROOT))
        .flatMap(name -> offered.stream().filter(form -> form.is(name)))
        .findFirst();
  }

  private boolean is(String name) {
    return type.equals(name) || names.contains(name);
  }

  private static Optional<Form> accepted(HttpServletRequest request, List<Form> offered) {
    Negotiation accepted = Reply.accepted(request);
    return offered.stream()
        .filter(form -> accepted.quality(form.type) > 0)
        .max(
            Comparator.<Form>comparingDouble(form -> accepted.quality(form.type))
                .thenComparingInt(form -> -offered.indexOf(form)));
  }
}

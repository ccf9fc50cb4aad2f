// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFFormat;

/** A form in which a page is offered. The order is the server's own preference, best first. */
public enum Media {
  /** For people. */
  HTML("text/html", "html", null),
  /** For people who read data. */
  TURTLE("text/turtle", "ttl", RDFFormat.TURTLE_PRETTY),
  /** For line by line tools. */
  N_TRIPLES("application/n-triples", "nt", RDFFormat.NTRIPLES_UTF8),
  /** For JSON tools. */
  JSON_LD("application/ld+json", "jsonld", RDFFormat.JSONLD_PRETTY),
  /** For XML tools; the plain form, because the pretty one is slow and no easier to read. */
  RDF_XML("application/rdf+xml", "rdf", RDFFormat.RDFXML_PLAIN);

  private final String type;
  private final String extension;
  private final RDFFormat format;

  Media(String type, String extension, RDFFormat format) {
    this.type = type;
    this.extension = extension;
    this.format = format;
  }

  /** {@return the media type, without parameters} */
  public String type() {
    return type;
  }

  /** {@return the file extension, which is also the value of {@code ?format=}, without a dot} */
  public String extension() {
    return extension;
  }

  /** {@return how Jena writes this form; empty for HTML} */
  public Optional<RDFFormat> format() {
    return Optional.ofNullable(format);
  }

  /** {@return the {@code Content-Type} to send, with the charset where the type has one} */
  public String contentType() {
    return type.startsWith("text/") ? type + ";charset=utf-8" : type;
  }

  /** {@return the forms that are RDF, best first} */
  public static List<Media> rdf() {
    return Stream.of(values()).filter(media -> media.format != null).toList();
  }

  /**
   * {@return the form with this extension or media type; empty for a name not offered}
   *
   * @param name for instance {@code ttl} or {@code text/turtle}
   */
  public static Optional<Media> named(String name) {
    return Stream.of(values())
        .filter(media -> media.extension.equals(name) || media.type.equals(name))
        .findFirst();
  }
}

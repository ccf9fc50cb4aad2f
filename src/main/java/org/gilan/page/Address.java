// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;

/**
 * Where a thing is described: its IRI and the pages of this host in each form.
 *
 * @param iri the thing's IRI
 * @param downloads the RDF forms
 */
record Address(String iri, List<Download> downloads) {

  /** One form of the page. */
  record Download(String href, String type, String name) {}

  /** {@return the address of an IRI that this host describes} */
  static Address of(String iri) {
    String path = Addresses.withoutFragment(Addresses.path(iri).orElseThrow());
    List<Download> downloads =
        Media.rdf().stream()
            .map(media -> new Download(download(path, media), media.type(), name(media)))
            .toList();
    return new Address(iri, downloads);
  }

  private static String download(String path, Media media) {
    return path + "." + media.extension();
  }

  private static String name(Media media) {
    return switch (media) {
      case HTML -> "HTML";
      case TURTLE -> "Turtle";
      case N_TRIPLES -> "N-Triples";
      case JSON_LD -> "JSON-LD";
      case RDF_XML -> "RDF/XML";
    };
  }
}

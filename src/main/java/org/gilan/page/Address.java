// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import org.gilan.format.ResultFormat;

/**
 * Where a thing is described: its IRI and the pages of this host in each format.
 *
 * @param iri the thing's IRI
 * @param downloads the RDF formats
 */
record Address(String iri, List<Download> downloads) {

  /** One format of the page. */
  record Download(String href, String type, String name) {}

  /** {@return the address of an IRI that this host describes} */
  static Address of(String iri) {
    String path = Addresses.withoutFragment(Addresses.path(iri).orElseThrow());
    List<Download> downloads =
        ResultFormat.OF_DESCRIPTIONS.stream()
            .map(
                format ->
                    new Download(path + "." + format.extension(), format.type(), format.title()))
            .toList();
    return new Address(iri, downloads);
  }
}

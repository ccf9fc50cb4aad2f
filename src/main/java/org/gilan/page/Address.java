// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import org.apache.jena.graph.Node;
import org.gilan.format.ResultFormat;

/**
 * Where a thing is described and how it is cited: its IRI and the pages of this host in each
 * format.
 *
 * @param iri the thing's IRI
 * @param downloads the RDF formats
 * @param reference how to cite it
 * @param references the formats in which it can be cited
 */
record Address(
    String iri, List<Download> downloads, Reference reference, List<Download> references) {

  /** One format of the page. */
  record Download(String href, String type, String name) {}

  /** {@return the address of a node that this host describes} */
  static Address of(Site site, LinkedWording wording, Node node) {
    String iri = node.getURI();
    String path = Addresses.withoutFragment(Addresses.path(iri).orElseThrow());
    return new Address(
        iri,
        downloads(path, ResultFormat.OF_DESCRIPTIONS),
        new References(site, wording).of(node),
        downloads(path, ResultFormat.OF_REFERENCES));
  }

  /** {@return the same address, cited as it answers to what a reader chose} */
  Address with(String chosen) {
    return new Address(iri, downloads, reference.with(chosen), references);
  }

  /** {@return the links to a page in some formats} */
  static List<Download> downloads(String path, List<ResultFormat> formats) {
    return formats.stream()
        .map(format -> new Download(path + "." + format.extension(), format.type(), format.title()))
        .toList();
  }
}

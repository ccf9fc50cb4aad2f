// SPDX-License-Identifier: Apache-2.0
package org.gilan.document;

import org.gilan.vocab.Gilan;

/**
 * What the graph says of a document's file.
 *
 * @param iri the document's IRI
 * @param label its English label
 * @param fileName the name of the file it was read from
 * @param sha256 the checksum of that file, in lower-case hexadecimal
 * @param length its length in code points
 */
public record DocumentRecord(String iri, String label, String fileName, String sha256, int length) {

  /** {@return the last part of the IRI, by which commands name the document} */
  public String slug() {
    return iri.substring(Gilan.DOCUMENT.length());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.claim;

import org.apache.jena.graph.Node;
import org.gilan.vocab.Gilan;

/** How a document stands to a claim it makes. */
public enum Stance {
  /** The document states it in its own voice. */
  ASSERTS("asserts"),
  /** The document says that it is not so. */
  DENIES("denies"),
  /** The document calls it uncertain or hearsay. */
  DOUBTS("doubts"),
  /** The document passes on somebody else's word. */
  REPORTS("reports");

  private final Node node;

  Stance(String name) {
    this.node = Gilan.term(name);
  }

  /** {@return the individual of the ontology} */
  public Node node() {
    return node;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.claim;

import org.apache.jena.graph.Node;
import org.gilan.vocab.Gilan;

/** Whether the graph accepts a claim. */
public enum Standing {
  /** The graph states the triple on the strength of this claim. */
  ACCEPTED("accepted"),
  /** Sources disagree; the graph does not state the triple. */
  CONTESTED("contested"),
  /** No source disagrees, yet the editors doubt it; the graph does not state the triple. */
  UNCERTAIN("uncertain"),
  /** The graph holds the claim to be wrong. */
  REJECTED("rejected");

  private final Node node;

  Standing(String name) {
    this.node = Gilan.term(name);
  }

  /** {@return the individual of the ontology} */
  public Node node() {
    return node;
  }
}

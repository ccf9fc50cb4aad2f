// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of other vocabularies that Jena 5.6 has no constants for. */
final class Rdf12 {
  /** RDF 1.2 Concepts, section 3.5: relates a reifier to a triple term. */
  static final Node REIFIES =
      NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies");

  /** PROV-O: relates a claim to its passages and a document to another. */
  static final Node DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

  /** NIF 2.0: the offset of a passage's first character. */
  static final Node BEGIN_INDEX = nif("beginIndex");

  /** NIF 2.0: the offset after a passage's last character. */
  static final Node END_INDEX = nif("endIndex");

  private Rdf12() {}

  private static Node nif(String name) {
    return NodeFactory.createURI(
        "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#" + name);
  }
}

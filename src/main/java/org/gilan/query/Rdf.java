// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeUtils;

/**
 * What RDF 1.2 can hold, Concepts section 3.1: a literal is nobody's subject, in a triple term
 * neither. Jena looks at the outer triple alone.
 */
final class Rdf {
  private Rdf() {}

  /** {@return whether it is a term; any but a triple term is} */
  static boolean holds(Node term) {
    return !term.isTripleTerm() || holds(term.getTriple());
  }

  /** {@return whether it is a triple} */
  static boolean holds(Triple triple) {
    return NodeUtils.isValidAsRDF(triple.getSubject(), triple.getPredicate(), triple.getObject())
        && holds(triple.getObject());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.catalogue;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.vocabulary.SHACL;

/** The forms of query for which SHACL has a class of executables and a property for the text. */
public enum Form {
  /** Rows. */
  SELECT(SHACL.SPARQLSelectExecutable, SHACL.select),
  /** Yes or no. */
  ASK(SHACL.SPARQLAskExecutable, SHACL.ask),
  /** Triples. */
  CONSTRUCT(SHACL.SPARQLConstructExecutable, SHACL.construct);

  private final Node type;
  private final Node property;

  Form(Node type, Node property) {
    this.type = type;
    this.property = property;
  }

  Node type() {
    return type;
  }

  Node property() {
    return property;
  }

  /** {@return the form of a query; empty for DESCRIBE, which SHACL leaves out} */
  static Optional<Form> of(Query query) {
    if (query.isSelectType()) {
      return Optional.of(SELECT);
    }
    if (query.isAskType()) {
      return Optional.of(ASK);
    }
    return query.isConstructType() ? Optional.of(CONSTRUCT) : Optional.empty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.gilan.vocab.Gilan;

/** The terms that the pages treat in a way of their own, as nodes. */
final class Vocabulary {
  static final Node MENTIONS = Gilan.term("mentions");
  static final Node DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

  static final Node BEGIN = nif("beginIndex");
  static final Node END = nif("endIndex");

  static final Node ALT_LABEL = skos("altLabel");
  static final Node DEFINITION = skos("definition");
  static final Node EXAMPLE = skos("example");

  static final Node HAS_GEOMETRY =
      NodeFactory.createURI("http://www.opengis.net/ont/geosparql#hasGeometry");

  private Vocabulary() {}

  private static Node nif(String name) {
    return NodeFactory.createURI(
        "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#" + name);
  }

  private static Node skos(String name) {
    return NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#" + name);
  }
}

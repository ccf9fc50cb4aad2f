// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

/** What is to be said of any passage, whether a claim rests on it or not. */
public final class Passages {
  private Passages() {}

  /**
   * Says of what document a passage is, and which characters of it.
   *
   * @param passage the passage
   * @param to receives the description
   */
  public static void describe(Passage passage, Graph to) {
    Node iri = NodeFactory.createURI(passage.iri());
    to.add(iri, RDF.type.asNode(), Gilan.Passage);
    to.add(iri, Gilan.inDocument, NodeFactory.createURI(passage.document()));
    to.add(iri, Gilan.fragment, NodeFactory.createLiteralString(passage.fragment()));
    to.add(iri, Rdf12.BEGIN_INDEX, number(passage.begin()));
    to.add(iri, Rdf12.END_INDEX, number(passage.end()));
  }

  private static Node number(int value) {
    return NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDnonNegativeInteger);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.finding.Position;

/** Says triples in English, by the labels of things and the phrases of properties. */
public final class Wording {
  private final Ontology ontology;
  private final Map<Node, String> labels = new HashMap<>();

  /**
   * Prepares to speak of some data.
   *
   * @param ontology gives the phrases
   * @param data gives the labels
   */
  public Wording(Ontology ontology, Map<Triple, Position> data) {
    this.ontology = ontology;
    for (Triple t : data.keySet()) {
      if (t.getPredicate().equals(RDFS.label.asNode())
          && "en".equals(t.getObject().getLiteralLanguage())) {
        labels.putIfAbsent(t.getSubject(), t.getObject().getLiteralLexicalForm());
      }
    }
  }

  /**
   * {@return the triple as a sentence without a full stop}
   *
   * @param t a triple of the data or the ontology
   */
  public String sentence(Triple t) {
    String pattern =
        ontology
            .phrase(t.getPredicate())
            .orElseGet(() -> "{s}: " + ontology.label(t.getPredicate()) + ": {o}");
    return pattern.replace("{s}", name(t.getSubject())).replace("{o}", name(t.getObject()));
  }

  private String name(Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    String label = labels.get(node);
    if (label != null) {
      return label;
    }
    return node.isURI() ? ontology.label(node) : node.toString();
  }
}

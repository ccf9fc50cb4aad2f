// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.vocab.Gilan;

/**
 * Gives each note a citation for each record or work it names, with the file and sheets that stand
 * with the record. Where a record is cited from several sheets, people wrote the citations.
 */
final class Citations {
  private static final Node CITATION = Gilan.term("Citation");
  private static final Node CITES = Gilan.term("cites");
  private static final List<Node> WHERE =
      List.of(Gilan.term("keptIn"), Gilan.term("sheets"), Gilan.term("pages"));

  private Citations() {}

  /**
   * Adds the citations that nobody wrote.
   *
   * @param facts the notes and what they cite
   */
  static void add(Graph facts) {
    List<Triple> cited = facts.stream(null, Gilan.citedIn, null).toList();
    cited.stream()
        .filter(t -> !isWritten(facts, t.getSubject(), t.getObject()))
        .forEach(t -> add(facts, t.getSubject(), t.getObject()));
  }

  private static boolean isWritten(Graph facts, Node thing, Node note) {
    return facts.stream(null, Gilan.citingNote, note)
        .anyMatch(t -> facts.contains(t.getSubject(), CITES, thing));
  }

  private static void add(Graph facts, Node thing, Node note) {
    Node citation =
        NodeFactory.createURI(
            Gilan.ID
                + "citation-"
                + note.getURI().substring(Gilan.DOCUMENT.length()).replace('/', '-')
                + "-"
                + thing.getURI().substring(Gilan.ID.length()));
    facts.add(Triple.create(citation, RDF.type.asNode(), CITATION));
    facts.add(Triple.create(citation, CITES, thing));
    facts.add(Triple.create(citation, Gilan.citingNote, note));
    for (Node property : WHERE) {
      facts.stream(thing, property, null)
          .toList()
          .forEach(t -> facts.add(Triple.create(citation, property, t.getObject())));
    }
    label(facts, thing)
        .flatMap(what -> label(facts, note).map(where -> "Citation of " + what + " in " + where))
        .ifPresent(
            text ->
                facts.add(
                    Triple.create(
                        citation, RDFS.label.asNode(), NodeFactory.createLiteralLang(text, "en"))));
  }

  private static Optional<String> label(Graph facts, Node thing) {
    return facts.stream(thing, RDFS.label.asNode(), null)
        .map(Triple::getObject)
        .filter(label -> label.getLiteralLanguage().equals("en"))
        .map(Node::getLiteralLexicalForm)
        .sorted()
        .findFirst();
  }
}

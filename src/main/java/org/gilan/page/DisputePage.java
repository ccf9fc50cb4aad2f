// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.vocab.Gilan;

/** The page of a dispute: the question, a column for each answer, who is silent, neighbours. */
record DisputePage(
    String title,
    Address address,
    DisputeView dispute,
    List<Term> about,
    List<Term> silent,
    List<Term> neighbours) {

  boolean hasAbout() {
    return !about.isEmpty();
  }

  boolean hasSilent() {
    return !silent.isEmpty();
  }

  boolean hasNeighbours() {
    return !neighbours.isEmpty();
  }

  static DisputePage of(Site site, LinkedWording wording, Node node) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    DisputeView.Reader reader = new DisputeView.Reader(site, wording);
    DisputeView view = reader.read(node);
    return new DisputePage(
        view.question(),
        Address.of(site, wording, node),
        view,
        terms(graph, wording, node, Gilan.about),
        graph.stream(Node.ANY, RDF.type.asNode(), Gilan.Document)
            .map(Triple::getSubject)
            .filter(document -> !view.documents().contains(document))
            .map(document -> wording.inSentence(document, false))
            .sorted(Comparator.comparing(Term::text))
            .toList(),
        graph.stream(node, RDFS.seeAlso.asNode(), Node.ANY)
            .map(Triple::getObject)
            .map(other -> asked(reader, wording, other))
            .sorted(Comparator.comparing(Term::text))
            .toList());
  }

  private static Term asked(DisputeView.Reader reader, LinkedWording wording, Node other) {
    return new Term(reader.question(other), wording.term(other).href(), null, null);
  }

  private static List<Term> terms(Graph graph, LinkedWording wording, Node node, Node property) {
    return graph.stream(node, property, Node.ANY)
        .map(triple -> wording.term(triple.getObject()))
        .sorted(Comparator.comparing(Term::text))
        .toList();
  }
}

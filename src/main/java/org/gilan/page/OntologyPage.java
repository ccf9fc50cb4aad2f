// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.vocab.Gilan;

/** The page of the ontology: every term, under the fragment by which its IRI names it. */
record OntologyPage(
    String title, Address address, List<Facts.Group> facts, List<Chapter> chapters) {

  boolean hasFacts() {
    return !facts.isEmpty();
  }

  /** The terms of one kind. */
  record Chapter(String id, String title, List<Entry> terms) {
    /** {@return the number of terms} */
    int count() {
      return terms.size();
    }
  }

  /** One term. */
  record Entry(
      String id,
      String label,
      String iri,
      List<Term> definitions,
      List<Facts.Group> facts,
      int instances,
      String instancesHref) {}

  static OntologyPage of(Site site, Wording wording, Node ontology, List<Node> terms) {
    List<Node> left = new ArrayList<>(terms);
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(chapter("classes", "Classes", OWL2.Class.asNode(), left, site, wording));
    chapters.add(
        chapter("relations", "Relations", OWL2.ObjectProperty.asNode(), left, site, wording));
    chapters.add(
        chapter("attributes", "Attributes", OWL2.DatatypeProperty.asNode(), left, site, wording));
    chapters.add(chapter("others", "Other terms", Node.ANY, left, site, wording));
    return new OntologyPage(
        wording.text(ontology),
        Address.of(ontology.getURI()),
        new Facts(site, wording).about(ontology, Set.of()),
        chapters.stream().filter(chapter -> chapter.count() > 0).toList());
  }

  /** Takes the terms of a kind out of those left. */
  private static Chapter chapter(
      String id, String title, Node kind, List<Node> left, Site site, Wording wording) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    List<Node> terms =
        left.stream().filter(term -> graph.contains(term, RDF.type.asNode(), kind)).toList();
    left.removeAll(terms);
    return new Chapter(
        id,
        title,
        terms.stream()
            .map(term -> entry(term, site, wording))
            .sorted(Comparator.comparing(Entry::label))
            .toList());
  }

  private static Entry entry(Node term, Site site, Wording wording) {
    String iri = term.getURI();
    Graph graph = site.graph().dataset().getDefaultGraph();
    return new Entry(
        iri.substring(Gilan.NS.length()),
        wording.text(term),
        iri,
        wording.literals(term, Vocabulary.DEFINITION).stream().map(wording::term).toList(),
        new Facts(site, wording).about(term, Set.of(Gilan.phrase, RDFS.isDefinedBy.asNode())),
        graph.find(Node.ANY, RDF.type.asNode(), term).toList().size(),
        UiLinks.query("SELECT ?thing WHERE { ?thing a <" + iri + "> } ORDER BY ?thing"));
  }
}

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
import org.gilan.graph.Wording;
import org.gilan.vocab.Gilan;

/** The page of the ontology: every term, under the fragment by which its IRI names it. */
record OntologyPage(
    String title, Address address, List<Facts.Group> facts, List<Chapter> chapters) {
  private static final Set<Node> SHOWN_APART = Set.of(Gilan.phrase, RDFS.isDefinedBy.asNode());

  /** The terms of one kind. */
  record Chapter(String id, String title, List<Entry> terms) {
    /** {@return the number of terms} */
    int count() {
      return terms.size();
    }
  }

  /** One term, and how many things are of it if it is a class. */
  record Entry(
      String id,
      String label,
      List<Term> definitions,
      List<Facts.Group> facts,
      long instances,
      String instancesHref) {
    boolean hasFacts() {
      return !facts.isEmpty();
    }
  }

  boolean hasFacts() {
    return !facts.isEmpty();
  }

  static OntologyPage of(
      Site site, Names names, LinkedWording wording, Node ontology, List<Node> terms) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    Facts facts = new Facts(graph, wording);
    Reader reader = new Reader(graph, names, wording, facts, new ArrayList<>(terms));
    return new OntologyPage(
        wording.text(ontology),
        Address.of(site, wording, ontology),
        facts.about(ontology, Set.of()),
        List.of(
                reader.chapter("classes", "Classes", OWL2.Class.asNode()),
                reader.chapter("relations", "Relations", OWL2.ObjectProperty.asNode()),
                reader.chapter("attributes", "Attributes", OWL2.DatatypeProperty.asNode()),
                reader.chapter("others", "Other terms", Node.ANY))
            .stream()
            .filter(chapter -> chapter.count() > 0)
            .toList());
  }

  /** Reads terms, each into one chapter only: those that are left. */
  private record Reader(
      Graph graph, Names names, LinkedWording wording, Facts facts, List<Node> left) {
    Chapter chapter(String id, String title, Node kind) {
      List<Node> terms =
          left.stream().filter(term -> graph.contains(term, RDF.type.asNode(), kind)).toList();
      left.removeAll(terms);
      return new Chapter(
          id,
          title,
          terms.stream().map(this::entry).sorted(Comparator.comparing(Entry::label)).toList());
    }

    private Entry entry(Node term) {
      String name = Addresses.fragment(term.getURI());
      long listed = names.count(term);
      return new Entry(
          name,
          Wording.heading(wording.text(term)),
          wording.literals(term, Vocabulary.DEFINITION).stream().map(wording::term).toList(),
          facts.about(term, SHOWN_APART),
          listed > 0 ? listed : graph.stream(null, RDF.type.asNode(), term).count(),
          listed > 0
              ? "/find?kind=" + name
              : UiLinks.query("SELECT ?thing WHERE { ?thing a <" + term + "> } LIMIT 1000"));
    }
  }
}

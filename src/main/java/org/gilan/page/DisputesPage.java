// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.gilan.vocab.Gilan;

/** All questions that sources answer differently, by subject and by document. */
record DisputesPage(
    String title,
    int number,
    int all,
    List<Choice> subjects,
    List<Choice> documents,
    List<Entry> disputes,
    String cited) {

  /** A value that the list can be narrowed to. */
  record Choice(String value, String name, int number, boolean chosen) {}

  /** A dispute in the list. */
  record Entry(DisputeView view, List<Term> about, Set<String> subjects, Set<String> documents) {
    boolean hasAbout() {
      return !about.isEmpty();
    }
  }

  static DisputesPage of(Site site, LinkedWording wording, UnaryOperator<String> parameter) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    DisputeView.Reader reader = new DisputeView.Reader(site, wording);
    List<Entry> all =
        graph.stream(Node.ANY, RDF.type.asNode(), Gilan.Dispute)
            .map(Triple::getSubject)
            .map(node -> entry(graph, wording, reader, node))
            .sorted(Comparator.comparing(entry -> entry.view().question()))
            .toList();
    String about = parameter.apply("about");
    String document = parameter.apply("document");
    List<Entry> shown =
        all.stream()
            .filter(entry -> about.isEmpty() || entry.subjects().contains(about))
            .filter(entry -> document.isEmpty() || entry.documents().contains(document))
            .toList();
    return new DisputesPage(
        "Where the sources disagree",
        shown.size(),
        all.size(),
        choices(graph, wording, all, about, true),
        choices(graph, wording, all, document, false),
        shown,
        Asked.of(parameter).cited("disputes", "about", "document"));
  }

  private static Entry entry(
      Graph graph, LinkedWording wording, DisputeView.Reader reader, Node node) {
    DisputeView view = reader.brief(node);
    List<Node> about = graph.stream(node, Gilan.about, Node.ANY).map(Triple::getObject).toList();
    return new Entry(
        view,
        about.stream().map(wording::term).sorted(Comparator.comparing(Term::text)).toList(),
        about.stream().map(DisputesPage::slug).collect(Collectors.toSet()),
        view.documents().stream().map(DisputesPage::slug).collect(Collectors.toSet()));
  }

  private static String slug(Node node) {
    return node.getURI().substring(node.getURI().lastIndexOf('/') + 1);
  }

  private static List<Choice> choices(
      Graph graph, LinkedWording wording, List<Entry> all, String chosen, boolean subjects) {
    TreeMap<String, Choice> choices = new TreeMap<>();
    for (Entry entry : all) {
      for (String value : subjects ? entry.subjects() : entry.documents()) {
        String iri = (subjects ? Gilan.ID : Gilan.DOCUMENT) + value;
        String name = wording.text(org.apache.jena.graph.NodeFactory.createURI(iri));
        choices.merge(
            name + value,
            new Choice(value, name, 1, value.equals(chosen)),
            (a, b) -> new Choice(value, name, a.number() + 1, a.chosen()));
      }
    }
    return new ArrayList<>(choices.values());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.vocab.Gilan;

/** The first page: what this is, questions to start from, the sources, the ways in. */
record HomePage(
    String title,
    String editor,
    String checksum,
    List<Topic> topics,
    List<Kind> kinds,
    List<Term> documents) {

  /** The questions on one topic. */
  record Topic(String name, List<Question> questions) {}

  /** A question with the link that opens it in the UI. */
  record Question(String title, String href) {}

  /** A widest class, how many there are of it, and the classes right below it. */
  record Kind(String name, String href, long number, List<Kind> below) {
    boolean hasBelow() {
      return !below.isEmpty();
    }
  }

  boolean hasTopics() {
    return !topics.isEmpty();
  }

  boolean hasKinds() {
    return !kinds.isEmpty();
  }

  static HomePage of(Site site, Wording wording) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    return new HomePage(
        "A knowledge graph of the Soviet republic of Gilan",
        UiLinks.editor(),
        site.graph().checksum(),
        topics(site.examples()),
        kinds(graph, wording),
        site.graph().documents().stream()
            .map(
                document ->
                    new Term(
                        document.label(), Addresses.path(document.iri()).orElse(null), null, null))
            .toList());
  }

  private static List<Topic> topics(List<Example> examples) {
    Map<String, List<Question>> topics = new TreeMap<>();
    for (Example example : examples) {
      topics
          .computeIfAbsent(example.topic(), topic -> new ArrayList<>())
          .add(new Question(example.title(), UiLinks.query(example.sparql())));
    }
    return topics.entrySet().stream()
        .map(topic -> new Topic(topic.getKey(), topic.getValue()))
        .toList();
  }

  private static List<Kind> kinds(Graph graph, Wording wording) {
    Map<Node, Long> counts = new HashMap<>();
    graph
        .find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(type -> type.isURI() && type.getURI().startsWith(Gilan.NS))
        .forEach(type -> counts.merge(type, 1L, Long::sum));
    return counts.keySet().stream()
        .filter(type -> Collections.disjoint(counts.keySet(), wider(type, graph)))
        .map(type -> kind(type, counts, below(type, counts, graph, wording), wording))
        .sorted(Comparator.comparing(Kind::name))
        .toList();
  }

  private static Set<Node> wider(Node type, Graph graph) {
    return graph.find(type, RDFS.subClassOf.asNode(), Node.ANY).mapWith(Triple::getObject).toSet();
  }

  private static List<Kind> below(Node type, Map<Node, Long> counts, Graph graph, Wording wording) {
    return graph
        .find(Node.ANY, RDFS.subClassOf.asNode(), type)
        .mapWith(Triple::getSubject)
        .filterKeep(counts::containsKey)
        .toList()
        .stream()
        .map(narrower -> kind(narrower, counts, List.of(), wording))
        .sorted(Comparator.comparing(Kind::name))
        .toList();
  }

  private static Kind kind(Node type, Map<Node, Long> counts, List<Kind> below, Wording wording) {
    Term term = wording.term(type);
    return new Kind(term.text(), term.href(), counts.get(type), below);
  }
}

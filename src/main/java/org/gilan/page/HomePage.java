// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.catalogue.Executable;
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

  /** A question with the link to its page. */
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

  static HomePage of(Site site, Names names, LinkedWording wording) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    return new HomePage(
        "A knowledge graph of the Soviet republic of Gilan",
        UiLinks.editor(),
        site.graph().checksum(),
        topics(graph),
        kinds(graph, names, wording),
        site.graph().documents().stream()
            .map(
                document ->
                    new Term(
                        document.label(), Addresses.path(document.iri()).orElse(null), null, null))
            .toList());
  }

  private static List<Topic> topics(Graph graph) {
    Map<String, List<Question>> topics = new TreeMap<>();
    for (Executable question : Executable.in(graph)) {
      topics
          .computeIfAbsent(question.topic(), topic -> new ArrayList<>())
          .add(new Question(question.title(), "/query/" + question.name()));
    }
    return topics.entrySet().stream()
        .map(topic -> new Topic(topic.getKey(), topic.getValue()))
        .toList();
  }

  private static List<Kind> kinds(Graph graph, Names names, LinkedWording wording) {
    return graph.find(Node.ANY, RDF.type.asNode(), OWL2.Class.asNode()).toList().stream()
        .map(Triple::getSubject)
        .filter(type -> type.isURI() && names.count(type) > 0)
        .filter(type -> wider(type, graph).stream().noneMatch(HomePage::isOurs))
        .map(type -> kind(type, names, below(type, graph, names, wording), wording))
        .sorted(Comparator.comparing(Kind::name))
        .toList();
  }

  private static List<Node> wider(Node type, Graph graph) {
    return G.listSP(graph, type, RDFS.subClassOf.asNode());
  }

  private static boolean isOurs(Node type) {
    return type.isURI() && type.getURI().startsWith(Gilan.NS);
  }

  private static List<Kind> below(Node type, Graph graph, Names names, LinkedWording wording) {
    return G.listPO(graph, RDFS.subClassOf.asNode(), type).stream()
        .filter(narrower -> names.count(narrower) > 0)
        .map(narrower -> kind(narrower, names, List.of(), wording))
        .sorted(Comparator.comparing(Kind::name))
        .toList();
  }

  private static Kind kind(Node type, Names names, List<Kind> below, LinkedWording wording) {
    String href = "/find?kind=" + Addresses.fragment(type.getURI());
    return new Kind(wording.text(type), href, names.count(type), below);
  }
}

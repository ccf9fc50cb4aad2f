// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.gilan.catalogue.Executable;
import org.gilan.vocab.Gilan;

/** The lists to start from: things by kind, sources, archives, questions. */
final class Lists {
  /** How many things of a kind the overview names. */
  private static final int BEST_KNOWN = 14;

  private Lists() {}

  /** All kinds of things, each with its best-known ones. */
  record Things(String title, List<Kind> kinds) {}

  /** A kind. */
  record Kind(String title, String href, int number, List<Names.Entry> best) {}

  static Things things(Names names) {
    List<Kind> kinds = new ArrayList<>();
    for (Names.Group group : Names.Group.values()) {
      if (!group.type().isEmpty()) {
        List<Names.Entry> all = names.find("", Gilan.term(group.type())).entries();
        if (!all.isEmpty()) {
          kinds.add(
              new Kind(
                  group.title(),
                  "/find?kind=" + group.type(),
                  all.size(),
                  all.stream()
                      .sorted(Comparator.comparingInt(entry -> -entry.weight()))
                      .limit(BEST_KNOWN)
                      .toList()));
        }
      }
    }
    return new Things("People, bodies and other things", kinds);
  }

  /** The documents and what they cite. */
  record Sources(String title, List<Source> documents, List<Names.Entry> works) {
    boolean hasWorks() {
      return !works.isEmpty();
    }
  }

  /** A document with its bibliography in words. */
  record Source(Term name, String bibliography, int claims, String note) {}

  static Sources sources(Site site, Names names, LinkedWording wording) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    List<Source> documents =
        site.graph().documents().stream()
            .map(
                document ->
                    source(
                        graph,
                        wording,
                        org.apache.jena.graph.NodeFactory.createURI(document.iri())))
            .toList();
    return new Sources("Sources", documents, names.find("", Gilan.term("Work")).entries());
  }

  private static Source source(Graph graph, LinkedWording wording, Node document) {
    return new Source(
        wording.term(document),
        Bibliography.of(graph, wording, document),
        new Claims(graph).in(document),
        Bibliography.note(graph, document));
  }

  /** The questions by topic. */
  record Questions(String title, int number, List<HomePage.Topic> topics) {}

  static Questions questions(Site site) {
    Map<String, List<HomePage.Question>> topics = new TreeMap<>();
    List<Executable> all = Executable.in(site.graph().dataset().getDefaultGraph());
    for (Executable question : all) {
      topics
          .computeIfAbsent(question.topic(), topic -> new ArrayList<>())
          .add(new HomePage.Question(question.title(), "/query/" + question.name()));
    }
    return new Questions(
        "Questions",
        all.size(),
        topics.entrySet().stream()
            .map(topic -> new HomePage.Topic(topic.getKey(), topic.getValue()))
            .toList());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.gilan.catalogue.Executable;
import org.gilan.vocab.Gilan;

/** The first page: what this is, the ways in, a few questions worth a click. */
record HomePage(
    String title,
    String editor,
    String checksum,
    int questionNumber,
    List<Way> ways,
    List<Question> questions) {
  private static final int CHOSEN = 6;

  /** Answers that show what the graph is for; those that it has not are passed over. */
  private static final List<Node> WORTH_A_CLICK =
      List.of(
          query("commanders-iranian-red-army"),
          query("kuchak-khan-to-lenin"),
          thing("dispute-death-of-kuchak-khan"),
          thing("dispute-why-the-movement-failed"),
          query("landing-at-anzali"),
          thing("soviet-iranian-treaty-1921"));

  /** The questions on one topic. */
  record Topic(String name, List<Question> questions) {}

  /** A question with the link to its page. */
  record Question(String title, String href) {}

  /** A way into the graph: its name, what is there. */
  record Way(String name, String href, String what) {}

  boolean hasQuestions() {
    return !questions.isEmpty();
  }

  static HomePage of(Site site, Names names) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    List<Executable> all = Executable.in(graph);
    return new HomePage(
        "A knowledge graph of the Soviet republic of Gilan",
        UiLinks.editor(),
        site.graph().checksum(),
        all.size(),
        ways(site, graph, names, all.size()),
        questions(graph, all));
  }

  private static List<Way> ways(Site site, Graph graph, Names names, int questions) {
    return List.of(
        new Way("Timeline", "/timeline", "What happened, in order"),
        new Way("Map", "/map", "Where it happened"),
        new Way("Letters", "/letters", "Who wrote what to whom"),
        new Way(
            "Disputes",
            "/disputes",
            "%d questions the sources answer differently".formatted(disputes(graph))),
        new Way(
            "People and bodies",
            "/things",
            "%d people, %d bodies".formatted(count(names, "Person"), count(names, "Group"))),
        new Way(
            "Sources",
            "/sources",
            "%d documents, to be read".formatted(site.graph().documents().size())),
        new Way("Archives", "/archives", "Files that the sources cite"),
        new Way("Questions", "/questions", "%d, each with its answer".formatted(questions)),
        new Way("SPARQL", UiLinks.editor(), "Ask your own"));
  }

  private static long count(Names names, String kind) {
    return names.count(Gilan.term(kind));
  }

  private static long disputes(Graph graph) {
    return graph.stream(Node.ANY, RDF.type.asNode(), Gilan.Dispute).count();
  }

  private static List<Question> questions(Graph graph, List<Executable> all) {
    List<Question> chosen = new ArrayList<>();
    WORTH_A_CLICK.forEach(node -> question(graph, node).ifPresent(chosen::add));
    for (Executable question : all) {
      if (chosen.size() < CHOSEN
          && chosen.stream().noneMatch(q -> q.title().equals(question.title()))) {
        chosen.add(new Question(question.title(), "/query/" + question.name()));
      }
    }
    return chosen;
  }

  private static Optional<Question> question(Graph graph, Node node) {
    Optional<Executable> query = Executable.of(graph, node);
    if (query.isPresent()) {
      return query.map(q -> new Question(q.title(), "/query/" + q.name()));
    }
    return graph.stream(node, Gilan.question, Node.ANY)
        .findFirst()
        .map(t -> t.getObject().getLiteralLexicalForm())
        .or(
            () ->
                graph.contains(node, null, Gilan.term("Treaty"))
                    ? Optional.of("What did the treaty of 1921 say, and how did it come about?")
                    : Optional.empty())
        .map(title -> new Question(title, Addresses.path(node.getURI()).orElseThrow()));
  }

  private static Node query(String name) {
    return NodeFactory.createURI(Gilan.QUERY + name);
  }

  private static Node thing(String name) {
    return NodeFactory.createURI(Gilan.ID + name);
  }
}

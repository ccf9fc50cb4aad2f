// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.vocab.Gilan;

/** The names of all things, compared with names that come from elsewhere. Read once. */
final class Gazetteer {
  private static final double NEAR = 30;

  /** What the model needs and no table of names holds. */
  private static final List<Node> APART =
      List.of(
          Gilan.Dispute,
          Gilan.Position,
          Gilan.term("Situation"),
          Gilan.term("Citation"),
          Gilan.term("Figure"));

  /**
   * A thing with all its names.
   *
   * @param node the thing
   * @param term its best name
   * @param kinds its classes, the inferred ones too
   * @param types its most exact classes
   * @param names every name
   * @param matches every name, ready to be compared
   */
  record Entry(
      Node node,
      Term term,
      Set<Node> kinds,
      List<Term> types,
      List<String> names,
      List<NameMatch> matches) {
    /** {@return the last part of its IRI} */
    String id() {
      return node.getURI().substring(Gilan.ID.length());
    }

    /** {@return its kinds in words} */
    String description() {
      return types.stream().map(Term::text).collect(Collectors.joining(", "));
    }
  }

  /** A thing that may be meant, from 0 to 100. */
  record Match(Entry entry, double score) {}

  private final Map<String, Entry> entries = new HashMap<>();

  Gazetteer(Site site) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    LinkedWording wording = new LinkedWording(graph, graph.getPrefixMapping());
    Facts facts = new Facts(graph, wording);
    graph
        .find(Node.ANY, RDFS.label.asNode(), Node.ANY)
        .mapWith(Triple::getSubject)
        .filterKeep(node -> node.isURI() && node.getURI().startsWith(Gilan.ID))
        .filterDrop(node -> APART.stream().anyMatch(type -> isA(graph, node, type)))
        .toSet()
        .forEach(
            node -> {
              Entry entry = entry(graph, wording, facts, node);
              entries.put(entry.id(), entry);
            });
  }

  private static boolean isA(Graph graph, Node node, Node type) {
    return graph.contains(node, RDF.type.asNode(), type);
  }

  private static Entry entry(Graph graph, LinkedWording wording, Facts facts, Node node) {
    List<String> names =
        Stream.of(RDFS.label.asNode(), Vocabulary.ALT_LABEL, Gilan.spelling)
            .flatMap(property -> wording.literals(node, property).stream())
            .map(Node::getLiteralLexicalForm)
            .distinct()
            .toList();
    return new Entry(
        node,
        wording.term(node),
        graph.find(node, RDF.type.asNode(), Node.ANY).mapWith(Triple::getObject).toSet(),
        facts.types(node).stream()
            .filter(type -> type.href() != null && type.href().startsWith("/ontology#"))
            .toList(),
        names,
        names.stream().map(NameMatch::of).toList());
  }

  /** {@return the thing with this last part of its IRI} */
  Optional<Entry> find(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /** {@return the things that may be called so, the likeliest first} */
  List<Match> match(String name) {
    NameMatch.Query query = NameMatch.Query.of(name);
    if (query.words().isEmpty()) {
      return List.of();
    }
    return entries.values().stream()
        .map(entry -> new Match(entry, score(entry, query)))
        .filter(match -> match.score() > 0)
        .sorted(
            Comparator.comparingDouble(Match::score)
                .reversed()
                .thenComparing(match -> match.entry().term().text().length())
                .thenComparing(match -> match.entry().id()))
        .toList();
  }

  /** As the search has it; a name that is but near comes last. */
  private static double score(Entry entry, NameMatch.Query query) {
    int best = entry.matches().stream().mapToInt(name -> name.score(query)).max().orElse(0);
    return best == 0 && entry.matches().stream().anyMatch(name -> name.isNear(query)) ? NEAR : best;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.gilan.vocab.Gilan;

/**
 * The names of things, compared with names that come from elsewhere.
 *
 * @param names all names there are
 */
record Gazetteer(Names names) {
  private static final double NEAR = 30;

  /** What the model needs and no table of names holds. */
  private static final List<Node> APART =
      List.of(
          Gilan.Dispute,
          Gilan.Position,
          Gilan.term("Situation"),
          Gilan.term("Citation"),
          Gilan.term("Figure"));

  /** A thing that may be meant, from 0 to 100. */
  record Match(Names.Entry entry, double score) {}

  /** {@return the thing with this last part of its IRI} */
  Optional<Names.Entry> find(String id) {
    Node node = NodeFactory.createURI(Gilan.ID + id);
    return names.all().stream().filter(entry -> entry.node().equals(node)).findFirst();
  }

  /** {@return the last part of a thing's IRI} */
  static String id(Names.Entry entry) {
    return entry.node().getURI().substring(Gilan.ID.length());
  }

  /**
   * {@return the things that may be called so, the likeliest first, then as the search has them}
   */
  List<Match> match(String name) {
    NameMatch.Query query = NameMatch.Query.of(name);
    if (query.words().isEmpty()) {
      return List.of();
    }
    return names.all().stream()
        .filter(Gazetteer::isMatched)
        .map(entry -> new Match(entry, score(entry, query)))
        .filter(match -> match.score() > 0)
        .sorted(
            Comparator.comparingDouble(Match::score)
                .reversed()
                .thenComparing(match -> match.entry().group())
                .thenComparing(match -> -match.entry().weight())
                .thenComparing(match -> id(match.entry())))
        .toList();
  }

  private static boolean isMatched(Names.Entry entry) {
    return entry.node().getURI().startsWith(Gilan.ID)
        && APART.stream().noneMatch(entry.kinds()::contains);
  }

  /** As the search has it; a name that is but near comes last. */
  private static double score(Names.Entry entry, NameMatch.Query query) {
    int best = entry.names().mapToInt(name -> name.score(query)).max().orElse(0);
    return best == 0 && entry.names().anyMatch(name -> name.isNear(query)) ? NEAR : best;
  }
}

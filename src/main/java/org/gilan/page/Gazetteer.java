// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

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
  /** What the model needs and no table of names holds. */
  private static final List<Node> APART =
      List.of(
          Gilan.Dispute,
          Gilan.Position,
          Gilan.term("Situation"),
          Gilan.term("Citation"),
          Gilan.term("Figure"));

  /** {@return the thing with this last part of its IRI} */
  Optional<Names.Entry> find(String id) {
    Node node = NodeFactory.createURI(Gilan.ID + id);
    return names.all().stream().filter(entry -> entry.node().equals(node)).findFirst();
  }

  /** {@return the last part of a thing's IRI} */
  static String id(Names.Entry entry) {
    return entry.node().getURI().substring(Gilan.ID.length());
  }

  /** {@return the things that may be called so, as the search has them} */
  List<NameIndex.Match> match(String name) {
    return names.match(name).stream().filter(match -> isMatched(match.entry())).toList();
  }

  private static boolean isMatched(Names.Entry entry) {
    return entry.node().getURI().startsWith(Gilan.ID)
        && APART.stream().noneMatch(entry.kinds()::contains);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.remote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The nodes that readers of a graph came upon, in order. Who asks about one is likely to ask about
 * those that follow: claims come with their subject, names with a list of things. Thread-safe.
 */
final class Path {
  /** Then it begins anew. */
  private static final int MOST_NODES = 100_000;

  /** So many subjects are read with one. */
  private static final int SUBJECTS = 150;

  /** So many objects, once one after another is asked for. */
  private static final int OBJECTS = 300;

  private final List<Node> nodes = new ArrayList<>();
  private final Map<Node, Integer> places = new HashMap<>();

  /** How far those who ask for objects of a property came, and how many were read then. */
  private final Map<Node, int[]> reached = new HashMap<>();

  /** Notes the nodes of a triple. */
  synchronized void pass(Triple triple) {
    if (nodes.size() >= MOST_NODES) {
      nodes.clear();
      places.clear();
      reached.clear();
    }
    pass(triple.getSubject());
    pass(triple.getPredicate());
    pass(triple.getObject());
  }

  private void pass(Node node) {
    if (node.isURI() && places.putIfAbsent(node, nodes.size()) == null) {
      nodes.add(node);
    }
  }

  /**
   * {@return the nodes to be read with one}
   *
   * @param node the one
   * @param predicate null for those whose triples as subjects are read; else the property whose
   *     objects they are, of which more are read the longer they are asked for in order
   */
  synchronized List<Node> after(Node node, Node predicate) {
    Integer place = places.get(node);
    if (place == null) {
      return List.of();
    }
    int count = SUBJECTS;
    if (predicate != null) {
      int[] last = reached.getOrDefault(predicate, new int[] {-1, 0});
      boolean isNext = last[0] >= 0 && place > last[0] && place <= last[0] + 2 * OBJECTS;
      count = isNext ? Math.min(OBJECTS, 4 * last[1] + 4) : 0;
      reached.put(predicate, new int[] {place + count, count});
    }
    return List.copyOf(nodes.subList(place + 1, Math.min(nodes.size(), place + 1 + count)));
  }
}

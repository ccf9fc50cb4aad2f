// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.gilan.vocab.Gilan;

/** Which documents repeat others: support is counted by independent sources. */
final class Lineage {
  private final Graph graph;
  private final LinkedWording wording;

  Lineage(Graph graph, LinkedWording wording) {
    this.graph = graph;
    this.wording = wording;
  }

  /** {@return the document from which this one was taken, or itself} */
  Node root(Node document) {
    return graph.stream(document, Vocabulary.DERIVED_FROM, Node.ANY)
        .map(Triple::getObject)
        .filter(other -> graph.contains(other, null, Gilan.Document))
        .findFirst()
        .map(this::root)
        .orElse(document);
  }

  /** {@return how many independent sources these documents are, and which only repeat another} */
  String support(Collection<Node> documents) {
    Set<Node> told = new TreeSet<>(Comparator.comparing(Node::toString));
    documents.stream().filter(document -> document != null).forEach(told::add);
    if (told.isEmpty()) {
      return "No source says so; it is only denied.";
    }
    Set<Node> roots = told.stream().map(this::root).collect(Collectors.toSet());
    String number =
        roots.size() == 1 ? "One source" : "%d independent sources".formatted(roots.size());
    List<String> copies =
        told.stream()
            .filter(document -> !root(document).equals(document) && told.contains(root(document)))
            .map(copy -> wording.inSentence(copy) + " repeats " + wording.inSentence(root(copy)))
            .toList();
    return copies.isEmpty()
        ? number + "."
        : number + ": " + String.join("; ", copies) + " and is counted with it.";
  }
}

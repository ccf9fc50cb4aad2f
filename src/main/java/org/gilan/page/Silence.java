// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDF;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

/** Which documents speak in an answer, and which say nothing. */
final class Silence {
  private final Graph graph;
  private final LinkedWording wording;

  Silence(Graph graph, LinkedWording wording) {
    this.graph = graph;
    this.wording = wording;
  }

  /** {@return who says it and who is silent, as a sentence; empty when no document is in sight} */
  String in(AnswerRows answer) {
    Set<Node> speaking = new HashSet<>();
    for (Binding row : answer.rows()) {
      answer.proofs().forEach(v -> document(row.get(v)).ifPresent(speaking::add));
      answer.columns().stream()
          .map(column -> AnswerRows.node(row, column))
          .filter(node -> node != null && isDocument(node))
          .forEach(speaking::add);
    }
    if (speaking.isEmpty()) {
      return "";
    }
    List<Node> silent =
        graph.stream(Node.ANY, RDF.type.asNode(), Gilan.Document)
            .map(Triple::getSubject)
            .filter(document -> !speaking.contains(document))
            .toList();
    String told =
        (speaking.size() == 1 ? "Only " : "")
            + list(speaking)
            + (speaking.size() == 1 ? " says so" : " say so");
    return silent.isEmpty()
        ? "All documents say so."
        : Character.toUpperCase(told.charAt(0))
            + told.substring(1)
            + "; "
            + list(silent)
            + (silent.size() == 1 ? " is silent." : " are silent.");
  }

  private Optional<Node> document(Node proof) {
    if (proof == null) {
      return Optional.empty();
    }
    return Passage.parse(proof.getURI())
        .map(passage -> NodeFactory.createURI(passage.document()))
        .or(
            () ->
                graph.stream(proof, Gilan.inDocument, Node.ANY).map(Triple::getObject).findFirst());
  }

  private boolean isDocument(Node node) {
    return graph.contains(node, RDF.type.asNode(), Gilan.Document);
  }

  private String list(Collection<Node> documents) {
    List<String> names =
        documents.stream().map(wording::inSentence).sorted(Comparator.naturalOrder()).toList();
    int last = names.size() - 1;
    return Stream.of(String.join(", ", names.subList(0, last)), names.get(last))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" and "));
  }
}

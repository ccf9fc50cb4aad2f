// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.gilan.document.DocumentRecord;
import org.gilan.document.Passage;
import org.gilan.document.SourceText;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.vocab.Gilan;

/**
 * How much of a document the claims cover.
 *
 * @param document the document
 * @param sentences how many sentences it has
 * @param omitted how many of them state no fact, by the editors' reasons
 * @param covered how many of the others share a character with a claim's passage
 * @param claims how many claims the document makes
 * @param gaps the sentences that state a fact and have no claim, in order
 */
public record Coverage(
    DocumentRecord document,
    int sentences,
    int omitted,
    int covered,
    long claims,
    List<Passage> gaps) {
  private static final Node DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

  /** {@return the share of fact-stating sentences that have a claim, in percent} */
  public double percent() {
    int stating = sentences - omitted;
    return stating == 0 ? 100 : 100.0 * covered / stating;
  }

  /**
   * Measures a document.
   *
   * @param graph the graph
   * @param document the document
   * @param text its text
   * @return the measure
   */
  public static Coverage of(KnowledgeGraph graph, DocumentRecord document, SourceText text) {
    Graph all = graph.dataset().getDefaultGraph();
    Set<Passage> left = passages(all, document, Gilan.omitted, null);
    Set<Passage> stated = cited(all, document);
    int omitted = 0;
    List<Passage> gaps = new ArrayList<>();
    List<Passage> sentences = text.sentences();
    for (Passage sentence : sentences) {
      if (stated.stream().anyMatch(sentence::overlaps)) {
        continue;
      }
      if (left.stream().anyMatch(sentence::overlaps)) {
        omitted++;
      } else {
        gaps.add(sentence);
      }
    }
    long claims =
        all.stream(null, Gilan.inDocument, NodeFactory.createURI(document.iri()))
            .filter(t -> all.contains(t.getSubject(), RDF.type.asNode(), Gilan.Claim))
            .count();
    int covered = sentences.size() - omitted - gaps.size();
    return new Coverage(document, sentences.size(), omitted, covered, claims, gaps);
  }

  /** The passages on which claims rest; one that only mentions somebody states nothing. */
  private static Set<Passage> cited(Graph graph, DocumentRecord document) {
    return graph.stream(null, DERIVED_FROM, null)
        .filter(t -> t.getObject().isURI())
        .flatMap(t -> Passage.parse(t.getObject().getURI()).stream())
        .filter(p -> p.document().equals(document.iri()))
        .collect(Collectors.toSet());
  }

  private static Set<Passage> passages(
      Graph graph, DocumentRecord document, Node property, Node object) {
    return graph.stream(null, property, object)
        .filter(t -> t.getSubject().isURI())
        .flatMap(t -> Passage.parse(t.getSubject().getURI()).stream())
        .filter(p -> p.document().equals(document.iri()))
        .collect(Collectors.toSet());
  }
}

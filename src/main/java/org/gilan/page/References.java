// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.gilan.catalogue.Executable;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

/** How to cite what the graph describes: a thing, a claim, a passage, a source, an answer. */
final class References {
  private final Site site;
  private final Graph graph;
  private final LinkedWording wording;

  References(Site site, LinkedWording wording) {
    this.site = site;
    this.graph = site.graph().dataset().getDefaultGraph();
    this.wording = wording;
  }

  /** {@return the reference to a node that has an address} */
  Reference of(Node node) {
    return reference(node, title(node), note(node));
  }

  private Reference reference(Node node, String title, String note) {
    return new Reference(title, node.getURI(), note, Edition.of(site.graph()));
  }

  private String title(Node node) {
    if (graph.contains(node, RDF.type.asNode(), Gilan.Dispute)) {
      return new DisputeView.Reader(site, wording).question(node);
    }
    Optional<Executable> question = Executable.of(graph, node);
    if (question.isPresent()) {
      return question.get().title();
    }
    return Claims.statement(graph, node)
        .map(wording::plainSentence)
        .orElseGet(() -> wording.text(node));
  }

  private String note(Node node) {
    Optional<Claims.Claim> claim = new Claims(graph).read(node);
    if (claim.isPresent()) {
      return stated(claim.get());
    }
    Optional<Passage> passage = Passage.parse(node.getURI());
    if (passage.isPresent()) {
      return "Characters %d to %d of %s"
          .formatted(passage.get().begin(), passage.get().end(), source(document(passage.get())));
    }
    if (graph.contains(node, RDF.type.asNode(), Gilan.Document)) {
      return "On " + source(node);
    }
    return Executable.of(graph, node).isPresent() ? "Answer to a query" : "";
  }

  /** Where a claim is made, by section or note and by the addresses of the passages. */
  private String stated(Claims.Claim claim) {
    List<Passage> passages =
        claim.passages().stream().flatMap(p -> Passage.parse(p.getURI()).stream()).toList();
    String how = claim.isAsserted() ? "As stated in " : "As told in ";
    String standing = claim.isAccepted() ? "" : "; " + wording.text(claim.standing());
    return passages.isEmpty()
        ? standing
        : how
            + source(document(passages.get(0)))
            + passages.stream()
                .map(p -> ", characters " + p.begin() + " to " + p.end())
                .collect(Collectors.joining())
            + standing;
  }

  private String source(Node document) {
    return Bibliography.of(graph, wording, document);
  }

  private static Node document(Passage passage) {
    return NodeFactory.createURI(passage.document());
  }
}

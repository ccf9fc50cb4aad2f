// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.gilan.claim.Claim;
import org.gilan.claim.DateRange;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

/** Writes claims as nodes that every client can read, and as RDF 1.2 reifiers. */
final class ClaimWriter {
  /** A part of a document: section or note. */
  private record Part(Node node, Passage range) {}

  /** A note's mark in the text and the note itself. */
  private record Mark(Node note, Passage text) {}

  private static final Set<Node> SPELLINGS = Set.of(SKOS.altLabel.asNode(), Gilan.spelling);

  private final Wording wording;
  private final Graph facts;
  private final Map<String, List<Part>> parts = new HashMap<>();
  private final Map<String, List<Mark>> marks = new HashMap<>();
  private final Set<Passage> described = new HashSet<>();
  private final Graph claims = Assembly.emptyGraph();
  private final Graph reifiers = Assembly.emptyGraph();

  ClaimWriter(Wording wording, Graph facts) {
    this.wording = wording;
    this.facts = facts;
    facts.find().forEachRemaining(reifiers::add);
    for (Node type : List.of(Gilan.Section, Gilan.Note)) {
      facts
          .find(Node.ANY, RDF.type.asNode(), type)
          .forEachRemaining(
              t ->
                  Passage.parse(t.getSubject().getURI())
                      .ifPresent(p -> of(parts, p).add(new Part(t.getSubject(), p))));
    }
    facts
        .find(Node.ANY, Gilan.annotates, Node.ANY)
        .forEachRemaining(
            t ->
                Passage.parse(t.getObject().getURI())
                    .ifPresent(p -> of(marks, p).add(new Mark(t.getSubject(), p))));
  }

  /** What there is in the document of a passage. */
  private static <T> List<T> of(Map<String, List<T>> all, Passage passage) {
    return all.computeIfAbsent(passage.document(), document -> new ArrayList<>());
  }

  /** {@return the claims and passages written so far} */
  Graph claims() {
    return claims;
  }

  /** {@return the facts and reifiers written so far} */
  Graph reifiers() {
    return reifiers;
  }

  void write(Claim claim) {
    Node iri = claim.iri();
    add(iri, RDF.type.asNode(), Gilan.Claim);
    add(iri, RDFS.label.asNode(), english(wording.sentence(claim.triple())));
    add(iri, RDF.subject.asNode(), claim.triple().getSubject());
    add(iri, RDF.predicate.asNode(), claim.triple().getPredicate());
    add(iri, RDF.object.asNode(), claim.triple().getObject());
    add(iri, Gilan.inDocument, NodeFactory.createURI(claim.document()));
    both(iri, Gilan.standing, claim.standing().node());
    both(iri, Gilan.stance, claim.stance().node());
    claim.attributedTo().forEach(a -> both(iri, Gilan.attributedTo, NodeFactory.createURI(a)));
    claim.remarks().forEach(remark -> both(iri, remark.property(), remark.value()));
    reifiers.add(Triple.create(iri, Rdf12.REIFIES, NodeFactory.createTripleTerm(claim.triple())));
    Optional<DateRange> range = DateRange.of(claim.triple().getObject());
    range.ifPresent(
        r -> {
          add(iri, Gilan.earliest, Derivation.day(r.earliest()));
          add(iri, Gilan.latest, Derivation.day(r.latest()));
        });
    for (Passage passage : claim.passages()) {
      write(iri, passage);
      if (!SPELLINGS.contains(claim.triple().getPredicate())) {
        cite(iri, passage);
      }
    }
  }

  /**
   * A note vouches for what its passage says. How a name is spelled there is the document's own.
   */
  private void cite(Node claim, Passage passage) {
    of(marks, passage).stream()
        .filter(mark -> mark.text().overlaps(passage))
        .forEach(
            mark -> {
              facts
                  .find(Node.ANY, Gilan.citedIn, mark.note())
                  .forEachRemaining(t -> both(claim, Gilan.restsOn, t.getSubject()));
              facts
                  .find(Node.ANY, Gilan.citingNote, mark.note())
                  .forEachRemaining(t -> both(claim, Gilan.citation, t.getSubject()));
            });
  }

  private void write(Node claim, Passage passage) {
    both(claim, Rdf12.DERIVED_FROM, NodeFactory.createURI(passage.iri()));
    describe(passage, claims);
  }

  /**
   * Describes the passages that mentions start from, as those of claims are described.
   *
   * @param mentions triples whose subjects are passages
   * @param to receives the descriptions
   */
  void passages(Collection<Triple> mentions, Graph to) {
    mentions.stream()
        .map(Triple::getSubject)
        .flatMap(node -> Passage.parse(node.getURI()).stream())
        .forEach(passage -> describe(passage, to));
  }

  private void describe(Passage passage, Graph to) {
    if (!described.add(passage)) {
      return;
    }
    Node iri = NodeFactory.createURI(passage.iri());
    Passages.describe(passage, to);
    if (!facts.contains(iri, RDFS.label.asNode(), Node.ANY)) {
      to.add(iri, RDFS.label.asNode(), english(label(passage)));
    }
    of(parts, passage).stream()
        .filter(part -> part.range().overlaps(passage))
        .forEach(part -> to.add(iri, Gilan.inPart, part.node()));
  }

  private static String label(Passage p) {
    return String.format(
        "%s, characters %d to %d",
        p.document().substring(Gilan.DOCUMENT.length()), p.begin(), p.end());
  }

  private void both(Node s, Node p, Node o) {
    add(s, p, o);
    reifiers.add(Triple.create(s, p, o));
  }

  private void add(Node s, Node p, Node o) {
    claims.add(Triple.create(s, p, o));
  }

  private static Node english(String text) {
    return NodeFactory.createLiteralLang(text, "en");
  }
}

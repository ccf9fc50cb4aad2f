// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.gilan.vocab.Gilan;

/**
 * A question that sources answer differently, with the answers.
 *
 * @param href the dispute's page
 * @param question the question
 * @param positions the answers, the preferred one first
 * @param because why one is preferred; empty when none is
 * @param documents the documents that take part
 */
record DisputeView(
    String href, String question, List<Side> positions, List<String> because, Set<Node> documents) {

  /**
   * One answer.
   *
   * @param id its fragment
   * @param answer the answer in words
   * @param preferred whether the graph prefers it
   * @param claims what is said for it
   * @param against what is said against it
   * @param support how many independent sources say it, in words
   */
  record Side(
      String id,
      String answer,
      boolean preferred,
      List<Voice> claims,
      List<Voice> against,
      String support) {
    boolean hasAgainst() {
      return !against.isEmpty();
    }
  }

  /** One claim for or against an answer: when it was said, and the claim. */
  record Voice(String when, String key, List<Term> speakers, Evidence evidence) {
    boolean hasSpeakers() {
      return !speakers.isEmpty();
    }

    Voice withEvidence(Evidence other) {
      return new Voice(when, key, speakers, other);
    }
  }

  boolean isReasoned() {
    return !because.isEmpty();
  }

  /** Reads the disputes that one page shows. */
  static final class Reader {
    private final Graph graph;
    private final LinkedWording wording;
    private final Claims claims;
    private final Evidences evidences;
    private final Lineage lineage;

    Reader(Site site, LinkedWording wording) {
      this(site, wording, new Evidences(site, wording));
    }

    /** Shares with the rest of a page how much it may quote. */
    Reader(Site site, LinkedWording wording, Evidences evidences) {
      this.graph = site.graph().dataset().getDefaultGraph();
      this.wording = wording;
      this.claims = new Claims(graph);
      this.evidences = evidences;
      this.lineage = new Lineage(graph, wording);
    }

    /** {@return the dispute with all that its claims say} */
    DisputeView read(Node dispute) {
      return read(dispute, evidences::told);
    }

    /** {@return the dispute as it stands at a fact} */
    DisputeView beside(Node dispute) {
      return read(dispute, evidences::beside);
    }

    /** {@return the dispute without what the passages say} */
    DisputeView brief(Node dispute) {
      return read(dispute, evidences::brief);
    }

    private DisputeView read(Node dispute, Function<Claims.Claim, Evidence> telling) {
      Set<Node> documents = new LinkedHashSet<>();
      List<Side> sides =
          subjects(Gilan.positionIn, dispute)
              .sorted(Comparator.comparing(Node::getURI))
              .map(position -> side(dispute, position, documents, telling))
              .sorted(
                  Comparator.comparing((Side side) -> !side.preferred())
                      .thenComparing(side -> -side.claims().size())
                      .thenComparing(Side::answer))
              .toList();
      return new DisputeView(
          wording.term(dispute).href(),
          question(dispute),
          sides,
          objects(dispute, Gilan.preferredBecause).map(wording::text).sorted().toList(),
          documents);
    }

    String question(Node dispute) {
      return objects(dispute, Gilan.question)
          .map(wording::text)
          .findFirst()
          .orElseGet(() -> wording.text(dispute));
    }

    private Side side(
        Node dispute,
        Node position,
        Set<Node> documents,
        Function<Claims.Claim, Evidence> telling) {
      List<Claims.Claim> taken = claims(Gilan.takes, position);
      List<Claims.Claim> opposed = claims(Gilan.opposes, position);
      Stream.concat(taken.stream(), opposed.stream())
          .map(Claims.Claim::document)
          .filter(document -> document != null)
          .forEach(documents::add);
      Set<String> shown = new HashSet<>();
      return new Side(
          position.getURI().substring(Gilan.ID.length()),
          wording.text(position),
          graph.contains(dispute, Gilan.prefers, position),
          quotedOnce(voices(taken, telling), shown),
          quotedOnce(voices(opposed, telling), shown),
          lineage.support(taken.stream().map(Claims.Claim::document).toList()));
    }

    private List<Voice> voices(
        List<Claims.Claim> claims, Function<Claims.Claim, Evidence> telling) {
      return claims.stream()
          .map(claim -> voice(claim, telling))
          .sorted(Comparator.comparing(Voice::key))
          .toList();
    }

    /** One answer quotes each passage once, however many claims rest on it. */
    private static List<Voice> quotedOnce(List<Voice> voices, Set<String> shown) {
      return voices.stream()
          .map(voice -> voice.withEvidence(voice.evidence().quotingOnly(shown)))
          .toList();
    }

    private Voice voice(Claims.Claim claim, Function<Claims.Claim, Evidence> telling) {
      Dating when = Dating.of(graph, claim.statement().getSubject());
      boolean isUtterance =
          graph.contains(claim.statement().getSubject(), null, Gilan.term("Utterance"));
      return new Voice(
          isUtterance ? when.words() : "",
          isUtterance ? when.key() : "",
          objects(claim.node(), Gilan.wordOf)
              .map(wording::term)
              .sorted(Comparator.comparing(Term::text))
              .toList(),
          telling.apply(claim));
    }

    private List<Claims.Claim> claims(Node property, Node position) {
      List<Claims.Claim> found = new ArrayList<>();
      subjects(property, position).forEach(node -> claims.read(node).ifPresent(found::add));
      found.sort(Comparator.comparing(claim -> claim.node().toString()));
      return found;
    }

    private Stream<Node> objects(Node subject, Node property) {
      return graph.stream(subject, property, Node.ANY).map(Triple::getObject);
    }

    private Stream<Node> subjects(Node property, Node object) {
      return graph.stream(Node.ANY, property, object).map(Triple::getSubject);
    }

    /** {@return the dispute of a position; empty for a node that is none} */
    Optional<Node> disputeOf(Node position) {
      return objects(position, Gilan.positionIn).findFirst();
    }
  }
}

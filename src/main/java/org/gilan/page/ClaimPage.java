// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

/**
 * The page of one claim: what is said, by whom, how, where; and what else is said on the matter.
 */
record ClaimPage(
    String title,
    Address address,
    List<Term> sentence,
    Term subject,
    Term predicate,
    Term object,
    Term source,
    Term stance,
    Term standing,
    List<Facts.Group> facts,
    List<PassageView> passages,
    List<Facts.Row> agreeing,
    List<Facts.Row> differing) {

  boolean hasAgreeing() {
    return !agreeing.isEmpty();
  }

  boolean hasDiffering() {
    return !differing.isEmpty();
  }

  private static final Set<Node> SHOWN_APART =
      Set.of(
          Claims.SUBJECT,
          Claims.PREDICATE,
          Claims.OBJECT,
          Vocabulary.DERIVED_FROM,
          Gilan.inDocument,
          RDFS.label.asNode(),
          Gilan.stance,
          Gilan.standing);

  static ClaimPage of(Site site, LinkedWording wording, Claims.Claim claim) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    Triple statement = claim.statement();
    return new ClaimPage(
        wording.plainSentence(statement),
        Address.of(site, wording, claim.node()),
        wording.sentence(statement),
        wording.term(statement.getSubject()),
        wording.term(statement.getPredicate()),
        wording.term(statement.getObject()),
        claim.document() == null ? null : wording.inSentence(claim.document(), true),
        termOrNull(wording, claim.stance()),
        termOrNull(wording, claim.standing()),
        new Facts(graph, wording).about(claim.node(), SHOWN_APART),
        passages(site, wording, claim),
        others(site, wording, claim, true),
        others(site, wording, claim, false));
  }

  private static List<PassageView> passages(Site site, LinkedWording wording, Claims.Claim claim) {
    return claim.passages().stream()
        .flatMap(node -> Passage.parse(node.getURI()).stream())
        .map(passage -> PassageView.of(passage, site, wording))
        .toList();
  }

  private static List<Facts.Row> others(
      Site site, LinkedWording wording, Claims.Claim claim, boolean agreeing) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    Evidences evidences = new Evidences(site, wording);
    Triple statement = claim.statement();
    return new Claims(graph)
        .about(statement.getSubject()).stream()
            .filter(other -> !other.node().equals(claim.node()))
            .filter(other -> other.statement().predicateMatches(statement.getPredicate()))
            .filter(other -> other.statement().equals(statement) == agreeing)
            .filter(other -> agreeing || compete(graph, claim, other))
            .map(other -> Facts.Row.of(other, wording, evidences))
            .toList();
  }

  /** Two values of a property are only worth comparing where there should be but one. */
  private static boolean compete(Graph graph, Claims.Claim one, Claims.Claim other) {
    return !one.isAccepted()
        || !other.isAccepted()
        || graph.contains(one.statement().getPredicate(), Gilan.singleValued, Node.ANY);
  }

  private static Term termOrNull(LinkedWording wording, Node node) {
    return node == null ? null : wording.term(node);
  }
}

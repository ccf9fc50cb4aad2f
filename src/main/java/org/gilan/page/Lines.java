// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.vocab.Gilan;

/** Makes the lines of a thing's page, each with its evidence. */
final class Lines {
  private static final int MOST_EVIDENCE = 6;
  private static final int MOST_OF_SITUATION = 5;

  /**
   * What is told there leads to the page of a thing, and what is in dispute is about that thing.
   */
  private static final Set<String> ABOUT_OTHERS =
      Set.of(
          Slot.OFFICES,
          Slot.COURSE,
          Slot.ARTICLES,
          Slot.LETTERS,
          Slot.TREATIES,
          Slot.SAID,
          Slot.ABOUT);

  private final Site site;
  private final Graph graph;
  private final LinkedWording wording;
  private final Node page;
  private final Map<Triple, List<Claims.Claim>> claims;
  private final Claims allClaims;
  private final Evidences evidences;
  private final Sides.Reader disputes;

  /** Serves a page that has room for so many characters beside its lines. */
  Lines(
      Site site,
      LinkedWording wording,
      Node page,
      Map<Triple, List<Claims.Claim>> claims,
      int room) {
    this.site = site;
    this.graph = site.graph().dataset().getDefaultGraph();
    this.wording = wording;
    this.page = page;
    this.claims = claims;
    this.allClaims = new Claims(graph);
    this.evidences = new Evidences(site, wording, room);
    this.disputes = new Sides.Reader(site, wording, evidences);
  }

  Section.Line of(Slot slot, Portrait.Draft draft) {
    return switch (slot.section()) {
      case Slot.OFFICES -> situation(slot, draft);
      case Slot.COURSE -> line(slot, draft, List.of(wording.term(draft.other())), roles(draft));
      case Slot.SAID, Slot.ABOUT, Slot.ARTICLES -> utterance(slot, draft);
      case Slot.LETTERS, Slot.TREATIES ->
          line(slot, draft, List.of(wording.term(draft.other())), of(draft.other(), "concerns"));
      case Slot.OTHERS -> line(slot, draft, sentence(draft), List.of());
      case Slot.TIES -> line(slot, draft, tie(draft), List.of());
      default -> line(slot, draft, List.of(wording.term(draft.other())), List.of());
    };
  }

  /** {@return where sources differ about these, told once for all} */
  List<Sides> disputes(List<Portrait.Draft> drafts) {
    return disputes.of(drafts.stream().flatMap(this::said));
  }

  /** {@return where sources differ about the page's thing} */
  List<Sides> disputes() {
    return disputes.of(Stream.of(page));
  }

  private List<Sides> disputes(Slot slot, Portrait.Draft draft) {
    if (slot.isTable()) {
      return List.of();
    }
    return ABOUT_OTHERS.contains(slot.section())
        ? disputes.of(Stream.concat(said(draft), Stream.of(draft.other())))
        : disputes.of(said(draft));
  }

  private Stream<Node> said(Portrait.Draft draft) {
    return claims(draft).map(Claims.Claim::node);
  }

  private Stream<Claims.Claim> claims(Portrait.Draft draft) {
    return draft.triples().stream()
        .flatMap(triple -> claims.getOrDefault(triple, List.of()).stream())
        .distinct();
  }

  private List<Term> tie(Portrait.Draft draft) {
    return draft.triples().get(0).getSubject().equals(page)
        ? List.of(wording.term(draft.other()))
        : sentence(draft);
  }

  private List<Term> sentence(Portrait.Draft draft) {
    return wording.sentenceOn(page, draft.triples().get(0));
  }

  private Section.Line line(
      Slot slot, Portrait.Draft draft, List<Term> pieces, List<List<Term>> details) {
    return line(slot, draft, pieces, details, evidence(draft));
  }

  private Section.Line line(
      Slot slot,
      Portrait.Draft draft,
      List<Term> pieces,
      List<List<Term>> details,
      List<Evidence> evidence) {
    Dating when = draft.other().isLiteral() ? new Dating("", "") : Dating.of(graph, draft.other());
    boolean inferred =
        evidence.isEmpty()
            && draft.triples().stream()
                .anyMatch(site.graph().dataset().getGraph(KnowledgeGraph.INFERENCES)::contains);
    return new Section.Line(
        when.words(),
        when.key(),
        pieces,
        details,
        standing(draft),
        quotedOnce(evidence),
        inferred,
        disputes(slot, draft));
  }

  /** Claims that rest on one passage need not repeat it. */
  private static List<Evidence> quotedOnce(List<Evidence> evidence) {
    Set<String> quoted = new HashSet<>();
    return evidence.stream()
        .map(
            one ->
                one.withQuotes(
                    one.quotes().stream().filter(quote -> quoted.add(quote.href())).toList()))
        .toList();
  }

  /** Why the graph does not state it; null when it does. */
  private String standing(Portrait.Draft draft) {
    boolean isStated = draft.triples().stream().anyMatch(graph::contains);
    return isStated
        ? null
        : claims(draft)
            .filter(claim -> claim.standing() != null)
            .map(this::unstated)
            .findFirst()
            .orElse("not accepted");
  }

  /** What is accepted and yet not stated is told more exactly by another source. */
  private String unstated(Claims.Claim claim) {
    return claim.isAccepted() ? "told less exactly" : wording.text(claim.standing());
  }

  private List<Evidence> evidence(Portrait.Draft draft) {
    return evidences.whole(claims(draft).limit(MOST_EVIDENCE).toList(), false);
  }

  /** The part that the page's thing had in an event. */
  private static List<List<Term>> roles(Portrait.Draft draft) {
    List<Term> roles =
        draft.triples().stream()
            .map(triple -> Roles.inEvent(Slot.property(triple)))
            .filter(role -> !role.isEmpty())
            .distinct()
            .map(Term::plain)
            .toList();
    return roles.stream().map(List::of).toList();
  }

  private Section.Line utterance(Slot slot, Portrait.Draft draft) {
    List<List<Term>> details = new ArrayList<>();
    if (slot.section().equals(Slot.ABOUT)) {
      details.addAll(by(draft.other(), "speaker", "said by "));
    }
    details.addAll(of(draft.other(), "content"));
    List<Claims.Claim> content =
        allClaims.about(draft.other()).stream()
            .filter(claim -> claim.statement().getPredicate().equals(Gilan.term("content")))
            .limit(MOST_EVIDENCE)
            .toList();
    List<Evidence> evidence = content.isEmpty() ? evidence(draft) : evidences.whole(content, false);
    return line(slot, draft, List.of(wording.term(draft.other())), details, evidence);
  }

  /** A tenure or the like: what it was, from whose hand, in whose place. */
  private Section.Line situation(Slot slot, Portrait.Draft draft) {
    Node situation = draft.other();
    List<List<Term>> details = new ArrayList<>();
    if (!graph.contains(situation, null, Gilan.term("Tenure"))) {
      details.add(List.of(Term.plain(kind(situation))));
    }
    details.addAll(by(situation, "appointedBy", "appointed by "));
    details.addAll(by(situation, "removedBy", "removed by "));
    details.addAll(by(situation, "replaces", "in place of "));
    details.addAll(by(situation, "onBehalfOf", "on behalf of "));
    details.addAll(by(situation, "accreditedTo", "accredited to "));
    List<Evidence> evidence =
        evidences.whole(
            allClaims.about(situation).stream()
                .filter(claim -> !claim.statement().getPredicate().equals(Vocabulary.ALT_LABEL))
                .limit(MOST_OF_SITUATION)
                .toList(),
            true);
    return line(slot, draft, List.of(heading(situation)), details, evidence);
  }

  /** On the page of a person the post says what the person was. */
  private Term heading(Node situation) {
    Term name = wording.term(situation);
    return object(situation, "post")
        .filter(post -> graph.contains(situation, Gilan.term("holder"), page))
        .map(post -> new Term(wording.text(post), name.href(), wording.term(post).lang(), null))
        .orElse(name);
  }

  private String kind(Node situation) {
    return Stream.of("Membership", "Representation", "Stay")
        .filter(type -> graph.contains(situation, null, Gilan.term(type)))
        .map(type -> wording.text(Gilan.term(type)))
        .findFirst()
        .orElse("");
  }

  private Optional<Node> object(Node subject, String property) {
    return graph.stream(subject, Gilan.term(property), Node.ANY).map(Triple::getObject).findFirst();
  }

  private List<List<Term>> by(Node subject, String property, String words) {
    List<Term> found = terms(subject, property);
    List<Term> said = new ArrayList<>();
    for (Term term : found) {
      said.add(Term.plain(said.isEmpty() ? words : " and "));
      said.add(term);
    }
    return said.isEmpty() ? List.of() : List.of(said);
  }

  private List<List<Term>> of(Node subject, String property) {
    return property.equals("concerns")
        ? by(subject, property, "on ")
        : terms(subject, property).stream().map(List::of).toList();
  }

  private List<Term> terms(Node subject, String property) {
    return graph.stream(subject, Gilan.term(property), Node.ANY)
        .map(Triple::getObject)
        .filter(node -> !node.equals(page))
        .map(wording::term)
        .sorted(java.util.Comparator.comparing(Term::text))
        .toList();
  }
}

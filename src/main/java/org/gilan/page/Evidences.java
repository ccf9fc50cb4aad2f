// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.gilan.document.Passage;
import org.gilan.document.SourceText;
import org.gilan.vocab.Gilan;

/** Tells on one page of claims as the evidence for facts: whose word, where, in which words. */
final class Evidences {
  /** A page that has quoted so many characters quotes one passage for each fact, to stay light. */
  private static final int FREELY_QUOTED = 2_000;

  /** A page that has quoted so many characters only links to further passages. */
  private static final int MOST_QUOTED = 36_000;

  private final Site site;
  private final Graph graph;
  private final LinkedWording wording;
  private final int most;
  private int quoted;

  Evidences(Site site, LinkedWording wording) {
    this(site, wording, MOST_QUOTED);
  }

  /** Serves a page that has room for so many characters, of quotations or of what is beside. */
  Evidences(Site site, LinkedWording wording, int room) {
    this.most = Math.min(room, MOST_QUOTED);
    this.site = site;
    this.graph = site.graph().dataset().getDefaultGraph();
    this.wording = wording;
  }

  /** {@return the claim with its source and remarks only} */
  Evidence brief(Claims.Claim claim) {
    return unsaid(claim, List.of(), List.of());
  }

  /** {@return the claims for one fact; the first of them is quoted before all others} */
  List<Evidence> whole(List<Claims.Claim> claims, boolean told) {
    List<Evidence> found = new ArrayList<>();
    for (Claims.Claim claim : claims) {
      found.add(whole(claim, told, found.isEmpty() ? most : FREELY_QUOTED, FREELY_QUOTED));
    }
    return found;
  }

  /** {@return the claim with all that a reader wants to see of it, and what it says} */
  Evidence told(Claims.Claim claim) {
    return whole(claim, true, most, most);
  }

  /** {@return the claim as one of several answers, where the page tells whose and which it is} */
  Evidence beside(Claims.Claim claim) {
    return unsaid(
        claim,
        reasons(claim),
        hasRoom() ? quotes(claim.passages(), most / 2, FREELY_QUOTED) : List.of());
  }

  /** What it says, and whose word it is, stands beside it on the page. */
  private Evidence unsaid(Claims.Claim claim, List<String> reasons, List<Evidence.Quote> quotes) {
    return new Evidence(
        href(claim),
        source(claim),
        remarks(claim),
        null,
        false,
        List.of(),
        reasons,
        List.of(),
        quotes);
  }

  /** {@return whether the page has room for more than it must show} */
  boolean hasRoom() {
    return quoted <= most;
  }

  /** Takes room of the page for something else than quotations. */
  void takeRoom(int characters) {
    quoted += characters;
  }

  private Evidence whole(Claims.Claim claim, boolean told, int mostFirst, int mostFurther) {
    return new Evidence(
        href(claim),
        source(claim),
        remarks(claim),
        wording.plainSentence(claim.statement()),
        told,
        terms(claim.node(), Gilan.attributedTo),
        reasons(claim),
        told ? terms(claim.node(), Gilan.inDispute) : List.of(),
        quotes(claim.passages(), mostFirst, mostFurther));
  }

  private List<String> reasons(Claims.Claim claim) {
    return Stream.of(Gilan.reason, Gilan.outsideReason)
        .flatMap(property -> terms(claim.node(), property).stream())
        .map(term -> term.text().replaceFirst("\\.$", ""))
        .toList();
  }

  private List<Evidence.Quote> quotes(List<Node> passages, int mostFirst, int mostFurther) {
    List<Evidence.Quote> found = new ArrayList<>();
    for (Node node : passages) {
      quote(node, found.isEmpty() ? mostFirst : mostFurther).ifPresent(found::add);
    }
    return found;
  }

  private String href(Claims.Claim claim) {
    return wording.term(claim.node()).href();
  }

  private String source(Claims.Claim claim) {
    return claim.passages().stream()
        .flatMap(node -> Passage.parse(node.getURI()).stream())
        .findFirst()
        .map(wording::shortSource)
        .orElseGet(() -> claim.document() == null ? "no document" : wording.text(claim.document()));
  }

  private List<String> remarks(Claims.Claim claim) {
    List<String> remarks = new ArrayList<>();
    if (!claim.isAsserted()) {
      remarks.add(wording.text(claim.stance()));
    }
    if (!claim.isAccepted()) {
      remarks.add(wording.text(claim.standing()));
    }
    return remarks;
  }

  private List<Term> terms(Node subject, Node property) {
    return graph.stream(subject, property, Node.ANY)
        .map(Triple::getObject)
        .map(wording::term)
        .sorted(java.util.Comparator.comparing(Term::text))
        .toList();
  }

  /** {@return the passage in short; empty for a node that is none} */
  Optional<Evidence.Quote> quote(Node node) {
    return quote(node, most);
  }

  private Optional<Evidence.Quote> quote(Node node, int upTo) {
    return Passage.parse(node.getURI())
        .map(
            passage ->
                new Evidence.Quote(
                    Addresses.path(passage.iri()).orElseThrow(),
                    wording.name(passage),
                    quotation(passage, upTo)));
  }

  private Quotation quotation(Passage passage, int upTo) {
    SourceText text = site.documents().text(passage.document()).orElse(null);
    if (text == null
        || passage.begin() >= passage.end()
        || passage.end() > text.length()
        || quoted > upTo) {
      return null;
    }
    Quotation quotation = Quotation.brief(text, passage);
    quoted += quotation.length();
    return quotation;
  }
}

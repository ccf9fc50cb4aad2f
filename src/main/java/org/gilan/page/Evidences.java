// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.gilan.document.Passage;
import org.gilan.document.SourceText;
import org.gilan.vocab.Gilan;

/** Tells on one page of claims as the evidence for facts: whose word, where, in which words. */
final class Evidences {
  /** A page that has quoted so many characters only links to further passages, to stay light. */
  private static final int MOST_QUOTED = 24_000;

  private final Site site;
  private final Graph graph;
  private final LinkedWording wording;
  private int quoted;

  Evidences(Site site, LinkedWording wording) {
    this.site = site;
    this.graph = site.graph().dataset().getDefaultGraph();
    this.wording = wording;
  }

  /** {@return the claim with its source and remarks only} */
  Evidence brief(Claims.Claim claim) {
    return new Evidence(
        href(claim),
        source(claim),
        remarks(claim),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** {@return the claim with all that a reader wants to see of it in place} */
  Evidence whole(Claims.Claim claim) {
    return whole(claim, null);
  }

  /** {@return the claim with all that a reader wants to see of it, and what it says} */
  Evidence told(Claims.Claim claim) {
    return whole(claim, wording.plainSentence(claim.statement()));
  }

  private Evidence whole(Claims.Claim claim, String sentence) {
    return new Evidence(
        href(claim),
        source(claim),
        remarks(claim),
        sentence,
        terms(claim.node(), Gilan.attributedTo),
        Stream.of(Gilan.reason, Gilan.outsideReason)
            .flatMap(property -> terms(claim.node(), property).stream())
            .map(term -> term.text().replaceFirst("\\.$", ""))
            .toList(),
        terms(claim.node(), Gilan.inDispute),
        claim.passages().stream().flatMap(node -> quote(node).stream()).toList());
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
  List<Evidence.Quote> quote(Node node) {
    return Passage.parse(node.getURI()).stream()
        .map(
            passage ->
                new Evidence.Quote(
                    Addresses.path(passage.iri()).orElseThrow(),
                    wording.shortSource(passage),
                    quotation(passage)))
        .toList();
  }

  private Quotation quotation(Passage passage) {
    SourceText text = site.documents().text(passage.document()).orElse(null);
    if (text == null
        || passage.begin() >= passage.end()
        || passage.end() > text.length()
        || quoted > MOST_QUOTED) {
      return null;
    }
    Quotation quotation = Quotation.brief(text, passage);
    quoted += quotation.length();
    return quotation;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.claim.Claim;
import org.gilan.claim.DateRange;
import org.gilan.claim.Stance;
import org.gilan.claim.Standing;
import org.gilan.vocab.Gilan;

/**
 * Leads from claims and things to the disputes they are in, says whose word each claim there is,
 * and makes a dispute of claims whose values of a single-valued property cannot both hold, where
 * people have not written one.
 *
 * <p>A date told less exactly, a claim that the editors doubt, a denial are no contradiction.
 */
final class Disputes {
  private static final Node TYPE = RDF.type.asNode();
  private static final Node LABEL = RDFS.label.asNode();

  /** What is said of an utterance by who tells of it, not by its speaker. */
  private static final Set<String> TOLD =
      Set.of("speaker", "addressee", "statedIn", "onDate", "publishedIn", "adopts", "rejects");

  private final Ontology ontology;
  private final Collection<Claim> claims;
  private final Graph facts;
  private final Graph graph = Assembly.emptyGraph();

  /**
   * Prepares to look.
   *
   * @param ontology says which properties have one value
   * @param claims all claims
   * @param facts what is written of disputes, positions, speakers and authors
   */
  Disputes(Ontology ontology, Collection<Claim> claims, Graph facts) {
    this.ontology = ontology;
    this.claims = claims;
    this.facts = facts;
  }

  /** {@return the triples that follow} */
  Graph graph() {
    facts.stream(null, Gilan.about, null)
        .forEach(t -> add(t.getObject(), Gilan.inDispute, t.getSubject()));
    for (Claim claim : claims) {
      Set<Node> disputes = disputes(claim);
      disputes.forEach(dispute -> enter(claim, dispute));
    }
    Map<List<Node>, List<Claim>> byFact = new LinkedHashMap<>();
    claims.stream()
        .filter(c -> ontology.isSingleValued(c.triple().getPredicate()))
        .filter(c -> c.stance() != Stance.DENIES && c.standing() != Standing.UNCERTAIN)
        .forEach(
            c ->
                byFact
                    .computeIfAbsent(
                        List.of(c.triple().getSubject(), c.triple().getPredicate()),
                        k -> new ArrayList<>())
                    .add(c));
    byFact.values().stream().filter(this::isUnexplained).forEach(this::contradiction);
    return graph;
  }

  /** The disputes whose positions a claim takes or opposes, as people wrote them. */
  private Set<Node> disputes(Claim claim) {
    return Stream.of(Gilan.takes, Gilan.opposes)
        .flatMap(property -> claim.remarks(property).stream())
        .flatMap(position -> facts.stream(position, Gilan.positionIn, null))
        .map(Triple::getObject)
        .collect(Collectors.toSet());
  }

  private void enter(Claim claim, Node dispute) {
    add(claim.iri(), Gilan.inDispute, dispute);
    add(claim.triple().getSubject(), Gilan.inDispute, dispute);
    words(claim).forEach(actor -> add(claim.iri(), Gilan.wordOf, actor));
  }

  private List<Node> words(Claim claim) {
    if (!claim.attributedTo().isEmpty()) {
      return claim.attributedTo().stream().map(NodeFactory::createURI).toList();
    }
    Node subject = claim.triple().getSubject();
    List<Node> speakers =
        TOLD.contains(claim.triple().getPredicate().getLocalName())
            ? List.of()
            : objects(subject, Gilan.speaker);
    return speakers.isEmpty()
        ? objects(NodeFactory.createURI(claim.document()), DCTerms.creator.asNode())
        : speakers;
  }

  private List<Node> objects(Node subject, Node property) {
    return facts.stream(subject, property, null).map(Triple::getObject).toList();
  }

  /** Whether two claims contradict each other and no dispute that people wrote holds both. */
  private boolean isUnexplained(List<Claim> about) {
    return about.stream()
        .anyMatch(
            one ->
                about.stream()
                    .anyMatch(other -> contradict(one, other) && !shareDispute(one, other)));
  }

  private boolean shareDispute(Claim one, Claim other) {
    Set<Node> shared = new HashSet<>(disputes(one));
    shared.retainAll(disputes(other));
    return !shared.isEmpty();
  }

  private static boolean contradict(Claim one, Claim other) {
    Node a = one.triple().getObject();
    Node b = other.triple().getObject();
    Optional<DateRange> first = DateRange.of(a);
    Optional<DateRange> second = DateRange.of(b);
    return first.isPresent() && second.isPresent()
        ? !first.get().meets(second.get())
        : !a.sameValueAs(b);
  }

  private void contradiction(List<Claim> about) {
    Node subject = about.get(0).triple().getSubject();
    Node property = about.get(0).triple().getPredicate();
    String name = Gilan.ID + "dispute-" + subject.getLocalName() + "-" + kebab(property);
    Node dispute = NodeFactory.createURI(name);
    String thing = label(subject);
    add(dispute, TYPE, Gilan.Dispute);
    add(dispute, LABEL, english(thing + ": " + ontology.label(property)));
    add(dispute, Gilan.question, english(question(property, thing)));
    add(dispute, Gilan.about, subject);
    add(subject, Gilan.inDispute, dispute);
    Map<String, List<Claim>> positions = new TreeMap<>();
    for (Claim claim : about) {
      exact(claim, about)
          .ifPresent(
              value -> positions.computeIfAbsent(slug(value), k -> new ArrayList<>()).add(claim));
    }
    positions.forEach((slug, held) -> position(dispute, slug, held, about));
  }

  private void position(Node dispute, String slug, List<Claim> held, List<Claim> about) {
    Node position = NodeFactory.createURI(dispute.getURI() + "-" + slug);
    add(position, TYPE, Gilan.Position);
    add(position, Gilan.positionIn, dispute);
    Node value = exact(held.get(0), about).orElseThrow();
    add(
        position,
        LABEL,
        english(value.isLiteral() ? Grammar.capitalised(Values.of(value, "on")) : label(value)));
    for (Claim claim : held) {
      add(claim.iri(), Gilan.takes, position);
      enter(claim, dispute);
      if (claim.standing() == Standing.ACCEPTED) {
        add(dispute, Gilan.prefers, position);
        about.stream()
            .filter(other -> other.standing() != Standing.ACCEPTED)
            .flatMap(
                other ->
                    Stream.of(Gilan.reason, Gilan.outsideReason)
                        .flatMap(p -> other.remarks(p).stream()))
            .forEach(reason -> add(dispute, Gilan.preferredBecause, reason));
      }
    }
  }

  /**
   * The most exact value that a claim's value takes in; nothing when it takes in two that differ.
   */
  private static Optional<Node> exact(Claim claim, List<Claim> about) {
    Optional<DateRange> date = DateRange.of(claim.triple().getObject());
    if (date.isEmpty()) {
      return Optional.of(claim.triple().getObject());
    }
    List<Claim> within =
        about.stream()
            .filter(
                c -> DateRange.of(c.triple().getObject()).filter(date.get()::contains).isPresent())
            .toList();
    boolean single =
        within.stream().noneMatch(a -> within.stream().anyMatch(b -> contradict(a, b)));
    return single
        ? within.stream()
            .map(c -> c.triple().getObject())
            .reduce(
                (a, b) ->
                    DateRange.of(a).orElseThrow().contains(DateRange.of(b).orElseThrow()) ? b : a)
        : Optional.empty();
  }

  private String question(Node property, String thing) {
    return ontology
        .asks(property)
        .orElse("What is the " + ontology.label(property) + " of {s}?")
        .replace("{s}", "«" + thing + "»");
  }

  private String label(Node thing) {
    return facts.stream(thing, LABEL, null)
        .map(Triple::getObject)
        .filter(o -> "en".equals(o.getLiteralLanguage()))
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElse(thing.isURI() ? thing.getLocalName() : thing.toString());
  }

  private static String slug(Node value) {
    String text = value.isLiteral() ? value.getLiteralLexicalForm() : value.getLocalName();
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static String kebab(Node property) {
    return property.getLocalName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Node english(String text) {
    return NodeFactory.createLiteralLang(text, "en");
  }

  private void add(Node s, Node p, Node o) {
    graph.add(Triple.create(s, p, o));
  }
}

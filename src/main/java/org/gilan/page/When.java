// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.gilan.claim.Bounds;
import org.gilan.claim.DateWords;
import org.gilan.vocab.Gilan;

/**
 * One answer to the question when a thing was.
 *
 * @param words as people write it
 * @param bounds what is known of beginning and end; a bound that nothing tells is null
 * @param standing why the date is drawn hollow, for instance "contested"; null when the graph
 *     accepts it
 * @param claim the claim that gives a date which the graph does not accept; null otherwise
 * @param derived whether the date follows from the dates of other things
 */
record When(String words, Bounds bounds, String standing, Term claim, boolean derived) {
  private static final Node ON = Gilan.term("onDate");
  private static final Node FROM = Gilan.term("from");
  private static final Node TO = Gilan.term("to");
  private static final List<Node> POINTS = List.of(ON, Gilan.term("dated"), Gilan.term("signedOn"));

  /** Orders dates by the day on which a thing can first have been. */
  static final Comparator<When> BY_DAY =
      Comparator.comparing(When::first).thenComparing(When::last).thenComparing(When::words);

  /** {@return whether there is a reason to draw it hollow} */
  boolean isHollow() {
    return standing != null;
  }

  /** {@return the first day that has to do with it} */
  LocalDate first() {
    return known().min(Comparator.naturalOrder()).orElseThrow();
  }

  /** {@return the last day that has to do with it} */
  LocalDate last() {
    return known().max(Comparator.naturalOrder()).orElseThrow();
  }

  /**
   * {@return the four bounds for the scripts, an unknown one empty; one day when all are the same}
   */
  String days() {
    List<String> days =
        Stream.of(bounds.earliest(), bounds.begunBy(), bounds.enduredTo(), bounds.latest())
            .map(day -> day == null ? "" : day.toString())
            .toList();
    return days.stream().distinct().count() == 1 ? days.get(0) : String.join("/", days);
  }

  private Stream<LocalDate> known() {
    return Stream.of(bounds.earliest(), bounds.begunBy(), bounds.enduredTo(), bounds.latest())
        .filter(Objects::nonNull);
  }

  /** {@return every date that the graph or a source gives for a thing, the accepted one first} */
  static List<When> of(Graph graph, LinkedWording wording, Node thing) {
    List<When> found = new ArrayList<>();
    accepted(graph, wording, thing).ifPresent(found::add);
    new Claims(graph)
        .about(thing).stream()
            .filter(claim -> !claim.isAccepted())
            .flatMap(claim -> claimed(graph, wording, claim).stream())
            .sorted(BY_DAY)
            .forEach(found::add);
    return found;
  }

  private static Optional<When> accepted(Graph graph, LinkedWording wording, Node thing) {
    Bounds bounds =
        new Bounds(
            day(graph, thing, Gilan.earliest),
            day(graph, thing, Gilan.begunBy),
            day(graph, thing, Gilan.enduredTo),
            day(graph, thing, Gilan.latest));
    if (bounds.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> stated = stated(graph, wording, thing);
    return Optional.of(
        new When(
            stated.orElseGet(() -> words(bounds)),
            bounds,
            null,
            null,
            graph.contains(thing, Gilan.boundsFrom, Node.ANY)));
  }

  private static Optional<String> stated(Graph graph, LinkedWording wording, Node thing) {
    for (Node property : POINTS) {
      List<Node> dates = wording.literals(thing, property);
      if (!dates.isEmpty()) {
        return Optional.of(
            dates.stream().map(wording::text).distinct().collect(Collectors.joining(", ")));
      }
    }
    List<Node> from = wording.literals(thing, FROM);
    List<Node> to = wording.literals(thing, TO);
    if (!from.isEmpty() && !to.isEmpty()) {
      return DateWords.lasting(
          from.get(0).getLiteralLexicalForm(), to.get(0).getLiteralLexicalForm());
    }
    return from.isEmpty()
        ? to.stream().findFirst().map(date -> "until " + wording.text(date))
        : Optional.of("from " + wording.text(from.get(0)));
  }

  private static Optional<When> claimed(Graph graph, LinkedWording wording, Claims.Claim claim) {
    Triple statement = claim.statement();
    boolean begins = statement.predicateMatches(FROM);
    boolean ends = statement.predicateMatches(TO);
    LocalDate first = day(graph, claim.node(), Gilan.earliest);
    LocalDate last = day(graph, claim.node(), Gilan.latest);
    if (first == null
        || last == null
        || !(begins || ends || POINTS.contains(statement.getPredicate()))) {
      return Optional.empty();
    }
    Bounds bounds =
        new Bounds(
            ends ? null : first, ends ? null : last, begins ? null : first, begins ? null : last);
    String words = (begins ? "from " : ends ? "until " : "") + wording.text(statement.getObject());
    String standing = wording.text(claim.standing());
    return Optional.of(new When(words, bounds, standing, link(wording, claim), false));
  }

  /** The standing of a claim, leading to it, and whose claim it is. */
  static Term link(LinkedWording wording, Claims.Claim claim) {
    String source = claim.document() == null ? null : "in " + wording.inSentence(claim.document());
    String href = wording.term(claim.node()).href();
    return new Term(wording.text(claim.standing()), href, null, null, source);
  }

  private static String words(Bounds bounds) {
    LocalDate first = bounds.earliest();
    LocalDate last = bounds.latest();
    if (first != null && last != null) {
      return DateWords.of(edtf(first, last)).orElseThrow();
    }
    if (first != null) {
      return "not before " + DateWords.of(first.toString()).orElseThrow();
    }
    if (last != null) {
      return "not after " + DateWords.of(last.toString()).orElseThrow();
    }
    LocalDate some = bounds.begunBy() == null ? bounds.enduredTo() : bounds.begunBy();
    return "under way on " + DateWords.of(some.toString()).orElseThrow();
  }

  /** A whole month or year is called by its name. */
  private static String edtf(LocalDate first, LocalDate last) {
    if (first.getDayOfYear() == 1 && last.equals(first.plusYears(1).minusDays(1))) {
      return first.toString().substring(0, 4);
    }
    if (first.getDayOfMonth() == 1 && last.equals(first.plusMonths(1).minusDays(1))) {
      return first.toString().substring(0, 7);
    }
    return first.equals(last) ? first.toString() : first + "/" + last;
  }

  private static LocalDate day(Graph graph, Node subject, Node property) {
    return G.listSP(graph, subject, property).stream()
        .map(node -> LocalDate.parse(node.getLiteralLexicalForm()))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}

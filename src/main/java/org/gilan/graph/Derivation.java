// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.gilan.claim.Bounds;
import org.gilan.claim.DateRange;
import org.gilan.vocab.Gilan;

/**
 * Adds to each dated thing its bounds in time. Own dates come first; a thing that has none is dated
 * by what it belongs to, and then {@code gilan:boundsFrom} says by what.
 */
final class Derivation {
  private static final Node FROM = Gilan.term("from");
  private static final Node TO = Gilan.term("to");
  private static final Node ATTESTED = Gilan.term("attestedOn");
  private static final Comparator<Node> BY_IRI = Comparator.comparing(Node::toString);
  private static final Node DATED = Gilan.term("dated");
  private static final Node PUBLISHED = Gilan.term("published");

  /**
   * Times passed over things that others are dated by; a chain of before and after is no longer.
   */
  private static final int PASSES = 5;

  /**
   * A way in which one thing is dated by another.
   *
   * @param property from the thing to the other, or from the other to the thing
   * @param backwards whether the property comes from the other
   * @param bounds what the other's bounds tell of the thing
   */
  private record Rule(Node property, boolean backwards, UnaryOperator<Bounds> bounds) {}

  private static final List<Rule> OF_GROUPS =
      List.of(
          new Rule(
              Gilan.term("formed"), true, b -> new Bounds(b.earliest(), b.latest(), null, null)),
          new Rule(
              Gilan.term("dissolved"),
              true,
              b -> new Bounds(null, null, b.earliest(), b.latest())));

  private static final List<Rule> OF_OTHERS =
      List.of(
          new Rule(Gilan.term("statedIn"), false, b -> b),
          new Rule(Gilan.term("ofTreaty"), false, b -> b),
          new Rule(
              Gilan.term("partOfEvent"),
              false,
              b -> new Bounds(b.earliest(), null, null, b.latest())),
          new Rule(Gilan.term("figureOf"), false, b -> b),
          new Rule(Gilan.term("after"), false, Derivation::afterwards),
          new Rule(Gilan.term("before"), true, Derivation::afterwards),
          new Rule(Gilan.term("before"), false, Derivation::beforehand),
          new Rule(Gilan.term("after"), true, Derivation::beforehand));

  /** What lasts and is counted or written of at any time is no date for that. */
  private static final Set<Node> TIMELESS = Set.of(Gilan.term("Work"), Gilan.term("Periodical"));

  private final Graph facts;
  private final Map<Node, Bounds> bounds = new LinkedHashMap<>();

  Derivation(Graph facts) {
    this.facts = facts;
  }

  private static Bounds afterwards(Bounds b) {
    return new Bounds(b.enduredTo() == null ? b.earliest() : b.enduredTo(), null, null, null);
  }

  private static Bounds beforehand(Bounds b) {
    return new Bounds(null, null, null, b.begunBy() == null ? b.latest() : b.begunBy());
  }

  /**
   * Adds the bounds. Several values of one property that can all hold are one date told more and
   * less exactly, so what they share counts; a malformed date adds nothing.
   */
  void addBounds() {
    own().forEach((thing, dates) -> bounds.put(thing, dated(dates)));
    spread(OF_OTHERS, PASSES);
    spread(OF_GROUPS, 1);
    spread(OF_OTHERS, PASSES);
    bounds.forEach(this::write);
  }

  private void spread(List<Rule> rules, int passes) {
    for (int pass = 0; pass < passes; pass++) {
      Map<Node, Map<Node, Bounds>> found = new LinkedHashMap<>();
      Set<Node> known = Set.copyOf(bounds.keySet());
      rules.forEach(rule -> apply(rule, known, found));
      settle(found);
    }
  }

  private Map<Node, Map<Node, List<DateRange>>> own() {
    Map<Node, Map<Node, List<DateRange>>> dates = new LinkedHashMap<>();
    facts
        .find()
        .forEachRemaining(
            t ->
                DateRange.of(t.getObject())
                    .ifPresent(
                        range ->
                            dates
                                .computeIfAbsent(t.getSubject(), s -> new TreeMap<>(BY_IRI))
                                .computeIfAbsent(t.getPredicate(), p -> new ArrayList<>())
                                .add(range)));
    return dates;
  }

  private static Bounds dated(Map<Node, List<DateRange>> dates) {
    Bounds result = Bounds.NONE;
    DateRange span = null;
    for (Map.Entry<Node, List<DateRange>> e : dates.entrySet()) {
      DateRange date = e.getValue().stream().reduce(DateRange::sharedOrHull).orElseThrow();
      if (e.getKey().equals(FROM)) {
        result = result.and(Bounds.from(date));
      } else if (e.getKey().equals(TO)) {
        result = result.and(Bounds.to(date));
      } else if (e.getKey().equals(ATTESTED)) {
        for (DateRange day : e.getValue()) {
          result = result.and(Bounds.attested(day));
        }
      } else if (!e.getKey().equals(PUBLISHED) || dates.size() == 1) {
        span = span == null ? date : span.hull(date);
      }
    }
    return span == null ? result : result.and(Bounds.within(span));
  }

  /** Gathers what a rule tells of things whose bounds are not known, by what tells it. */
  private void apply(Rule rule, Set<Node> known, Map<Node, Map<Node, Bounds>> found) {
    facts
        .find(Node.ANY, rule.property(), Node.ANY)
        .forEachRemaining(
            t -> {
              Node thing = rule.backwards() ? t.getObject() : t.getSubject();
              Node other = rule.backwards() ? t.getSubject() : t.getObject();
              if (thing.isURI() && known.contains(other) && !known.contains(thing)) {
                Bounds told = rule.bounds().apply(of(other));
                if (!told.isEmpty()) {
                  found
                      .computeIfAbsent(thing, k -> new LinkedHashMap<>())
                      .merge(other, told, Bounds::and);
                }
              }
            });
  }

  /**
   * A book says when it was printed, which is the last day on which its words can have been said.
   */
  private Bounds of(Node other) {
    Bounds b = bounds.get(other);
    boolean printed =
        facts.contains(other, PUBLISHED, Node.ANY) && !facts.contains(other, DATED, Node.ANY)
            || TIMELESS.stream().anyMatch(type -> facts.contains(other, RDF.type.asNode(), type));
    return printed ? new Bounds(null, null, null, b.latest()) : b;
  }

  /** Bounds that contradict one another are none. */
  private void settle(Map<Node, Map<Node, Bounds>> found) {
    found.forEach(
        (thing, sources) -> {
          Bounds all = sources.values().stream().reduce(Bounds.NONE, Bounds::and);
          if (all.isPossible()) {
            bounds.put(thing, all);
            sources.entrySet().stream()
                .filter(e -> e.getValue().shares(all))
                .forEach(e -> facts.add(Triple.create(thing, Gilan.boundsFrom, e.getKey())));
          }
        });
  }

  private void write(Node thing, Bounds b) {
    add(thing, Gilan.earliest, b, Bounds::earliest);
    add(thing, Gilan.begunBy, b, Bounds::begunBy);
    add(thing, Gilan.enduredTo, b, Bounds::enduredTo);
    add(thing, Gilan.latest, b, Bounds::latest);
  }

  private void add(Node thing, Node property, Bounds b, Function<Bounds, LocalDate> bound) {
    if (bound.apply(b) != null) {
      facts.add(Triple.create(thing, property, day(bound.apply(b))));
    }
  }

  static Node day(LocalDate date) {
    return NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate);
  }
}

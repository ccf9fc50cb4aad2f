// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.gilan.claim.DateRange;
import org.gilan.vocab.Gilan;

/** Adds to each dated thing the first and last day that its dates allow. */
final class Derivation {
  private final Graph facts;

  Derivation(Graph facts) {
    this.facts = facts;
  }

  /**
   * Adds {@code gilan:earliest} and {@code gilan:latest}. Several values of one property that can
   * all hold are one date told more and less exactly, so what they share counts; a malformed date
   * adds nothing.
   */
  void addDates() {
    Map<Node, Map<Node, DateRange>> spans = new LinkedHashMap<>();
    facts
        .find()
        .forEachRemaining(
            t ->
                DateRange.of(t.getObject())
                    .ifPresent(
                        range ->
                            spans
                                .computeIfAbsent(t.getSubject(), s -> new LinkedHashMap<>())
                                .merge(t.getPredicate(), range, DateRange::sharedOrHull)));
    spans.forEach(
        (subject, byProperty) -> {
          DateRange span = byProperty.values().stream().reduce(DateRange::hull).orElseThrow();
          facts.add(Triple.create(subject, Gilan.earliest, day(span.earliest())));
          facts.add(Triple.create(subject, Gilan.latest, day(span.latest())));
        });
  }

  static Node day(LocalDate date) {
    return NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.time.LocalDate;
import java.util.HashMap;
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

  /** Adds {@code gilan:earliest} and {@code gilan:latest}; a malformed date adds nothing. */
  void addDates() {
    Map<Node, DateRange> spans = new HashMap<>();
    facts
        .find()
        .forEachRemaining(
            t ->
                DateRange.of(t.getObject())
                    .ifPresent(range -> spans.merge(t.getSubject(), range, Derivation::hull)));
    spans.forEach(
        (subject, span) -> {
          facts.add(Triple.create(subject, Gilan.earliest, day(span.earliest())));
          facts.add(Triple.create(subject, Gilan.latest, day(span.latest())));
        });
  }

  private static DateRange hull(DateRange a, DateRange b) {
    return new DateRange(
        a.earliest().isBefore(b.earliest()) ? a.earliest() : b.earliest(),
        a.latest().isAfter(b.latest()) ? a.latest() : b.latest());
  }

  static Node day(LocalDate date) {
    return NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate);
  }
}

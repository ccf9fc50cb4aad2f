// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.gilan.claim.Claim;
import org.gilan.claim.DateRange;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;
import org.gilan.graph.Assembly;

/** Dates can be: there is such a month and such a day, and no interval ends before it begins. */
final class DateCheck {
  private static final String RULE = "date";

  private DateCheck() {}

  /**
   * {@return the impossible dates of facts and of claims that are not accepted}
   *
   * @param assembly the graph and where it was written
   */
  static List<Finding> of(Assembly assembly) {
    Map<Triple, Position> statements = new LinkedHashMap<>(assembly.sources().data());
    for (Claim claim : assembly.claims()) {
      statements.putIfAbsent(claim.triple(), assembly.positionOf(claim));
    }
    return statements.entrySet().stream()
        .filter(e -> DateRange.isDate(e.getKey().getObject()))
        .flatMap(
            e ->
                DateRange.fault(e.getKey().getObject())
                    .map(fault -> finding(e.getValue(), e.getKey().getObject(), fault))
                    .stream())
        .toList();
  }

  private static Finding finding(Position position, Node date, String fault) {
    return new Finding(
        position, "«" + date.getLiteralLexicalForm() + "» is no date here: " + fault, RULE);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.gilan.claim.Claim;
import org.gilan.claim.Standing;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;
import org.gilan.graph.Assembly;
import org.gilan.vocab.Gilan;

/**
 * Each asserted fact has an accepted claim, and no claim is accepted that is not asserted; none is
 * about the evidence of another. The parts of a document are exempt: their addresses say where to
 * look.
 */
final class EvidenceCheck {
  private static final String RULE = "evidence";

  private final Assembly assembly;
  private final List<Finding> findings = new ArrayList<>();

  EvidenceCheck(Assembly assembly) {
    this.assembly = assembly;
  }

  List<Finding> findings() {
    Set<Triple> claimed = new HashSet<>();
    for (Claim claim : assembly.claims()) {
      if (claim.standing() == Standing.ACCEPTED) {
        claimed.add(claim.triple());
      }
      if (!claim.triple().getSubject().isURI()) {
        add(
            assembly.positionOf(claim),
            "the evidence is of a property inside {| … |}, not of the fact; write ~ after the |}");
        continue;
      }
      boolean asserted = assembly.sources().data().containsKey(claim.triple());
      if (asserted != (claim.standing() == Standing.ACCEPTED)) {
        add(
            assembly.positionOf(claim),
            asserted
                ? "the fact is asserted but the claim's standing is "
                    + claim.standing().node().getLocalName()
                    + "; write it as << … >> or drop the standing"
                : "the claim is accepted but the fact is not asserted; assert it with {| … |}");
      }
    }
    for (Map.Entry<Triple, Position> e : assembly.sources().data().entrySet()) {
      Triple t = e.getKey();
      if (t.getSubject().isURI()
          && !t.getSubject().getURI().startsWith(Gilan.DOCUMENT)
          && assembly.ontology().needsClaim(t.getPredicate())
          && !claimed.contains(t)) {
        add(
            e.getValue(),
            "the fact «"
                + t.getPredicate().getLocalName()
                + "» has no claim; write ~ passage behind it");
      }
    }
    return findings;
  }

  private void add(Position position, String message) {
    findings.add(new Finding(position, message, RULE));
  }
}

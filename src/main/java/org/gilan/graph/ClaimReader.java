// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.gilan.claim.Claim;
import org.gilan.claim.Standing;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;

/**
 * Turns the reified triples of the data into claims. A passage that is a reifier (written {@code ~
 * passage}) is plain evidence, and may be that of many triples; a blank reifier carries what an
 * annotation block says of one. Evidence of one triple, document, stance and attribution is one
 * claim with all its passages.
 */
final class ClaimReader {
  private final Map<Triple, Position> data;
  private final List<Finding> findings;
  private final Map<Node, List<Triple>> annotations = new HashMap<>();
  private final Map<String, Claim> claims = new TreeMap<>();
  private final Map<String, Position> positions = new HashMap<>();

  private ClaimReader(Map<Triple, Position> data, List<Finding> findings) {
    this.data = data;
    this.findings = findings;
  }

  /**
   * {@return the claims in the order of their keys, each with the line where it is first written}
   *
   * @param data the triples as written, with lines
   * @param findings receives annotations that make no claim
   */
  static Map<Claim, Position> read(Map<Triple, Position> data, List<Finding> findings) {
    ClaimReader reader = new ClaimReader(data, findings);
    List<Triple> reifications = new ArrayList<>();
    for (Triple t : data.keySet()) {
      if (t.getPredicate().equals(Rdf12.REIFIES)) {
        reifications.add(t);
      } else if (t.getSubject().isBlank()) {
        reader.annotations.computeIfAbsent(t.getSubject(), k -> new ArrayList<>()).add(t);
      } else if (Annotation.TERMS.contains(t.getPredicate())
          && Annotation.isPassage(t.getSubject())) {
        findings.add(
            new Finding(
                data.get(t),
                "a passage states many triples and carries no annotation of one; write {| … |}",
                Annotation.RULE));
      }
    }
    reifications.forEach(reader::readOne);
    Map<Claim, Position> claims = new LinkedHashMap<>();
    reader.claims.forEach((key, claim) -> claims.put(claim, reader.positions.get(key)));
    return claims;
  }

  private void readOne(Triple reification) {
    Node reifier = reification.getSubject();
    Position position = data.get(reification);
    Triple triple = reification.getObject().getTriple();
    Standing standing = data.containsKey(triple) ? Standing.ACCEPTED : Standing.CONTESTED;
    Annotation annotation = new Annotation(position, standing, findings);
    if (reifier.isURI()) {
      annotation.passage(reifier);
    } else {
      annotations.getOrDefault(reifier, List.of()).forEach(annotation::read);
    }
    Optional<Claim> claim = annotation.claim(triple);
    claim.ifPresent(c -> merge(c, position));
  }

  private void merge(Claim claim, Position position) {
    String key = claim.key();
    positions.putIfAbsent(key, position);
    Claim first = claims.putIfAbsent(key, claim);
    if (first == null) {
      return;
    }
    if (first.standing() != claim.standing()) {
      findings.add(
          new Finding(position, "the same claim has two standings; keep one", Annotation.RULE));
    }
    if (!Collections.disjoint(first.passages(), claim.passages())) {
      findings.add(
          new Finding(
              position, "a passage is given twice for the same claim; keep one", Annotation.RULE));
    }
    claims.put(key, first.with(claim));
  }
}

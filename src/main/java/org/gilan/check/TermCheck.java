// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.gilan.claim.Claim;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;
import org.gilan.graph.Assembly;
import org.gilan.graph.Ontology;
import org.gilan.vocab.Gilan;

/**
 * Terms are used as the ontology defines them: each is declared, subjects and objects are of the
 * classes that domain and range name, and things mentioned are described.
 */
final class TermCheck {
  private static final String RULE = "term";

  private final Assembly assembly;
  private final Ontology ontology;
  private final Graph graph;
  private final List<Finding> findings = new ArrayList<>();

  TermCheck(Assembly assembly) {
    this.assembly = assembly;
    this.ontology = assembly.ontology();
    this.graph = assembly.graph().dataset().getDefaultGraph();
  }

  List<Finding> findings() {
    for (Map.Entry<Triple, Position> e : assembly.sources().data().entrySet()) {
      if (e.getKey().getSubject().isURI()) {
        check(e.getKey(), e.getValue());
        ontology
            .derivedFrom(e.getKey().getPredicate())
            .ifPresent(
                origin ->
                    add(
                        e.getValue(),
                        name(e.getKey().getPredicate())
                            + " is made by the build; write "
                            + origin));
      }
    }
    for (Claim claim : assembly.claims()) {
      check(claim.triple(), assembly.positionOf(claim));
    }
    return findings;
  }

  private void check(Triple t, Position position) {
    Node p = t.getPredicate();
    Node o = t.getObject();
    if (p.equals(RDF.type.asNode())) {
      if (ours(o) && !ontology.classes().contains(o)) {
        add(position, "there is no class " + name(o) + " in gilan.ttl");
      }
      return;
    }
    if (o.isURI() && o.getURI().startsWith(Gilan.ID) && !described(o)) {
      add(position, "<" + o + "> is nowhere described; add it or correct its name");
    }
    if (!ours(p)) {
      return;
    }
    if (!ontology.declares(p)) {
      add(position, "there is no property " + name(p) + " in gilan.ttl");
      return;
    }
    if (ontology.takesLiterals(p) != o.isLiteral()) {
      add(
          position,
          name(p) + (o.isLiteral() ? " takes a thing, not a literal" : " takes a literal"));
      return;
    }
    require(t.getSubject(), ontology.domain(p), position, "the subject of " + name(p));
    if (!o.isLiteral()) {
      require(o, ontology.range(p), position, "the object of " + name(p));
    }
  }

  private void require(Node thing, Optional<Node> type, Position position, String what) {
    boolean known = thing.isURI() && described(thing);
    if (type.isPresent() && known && !graph.contains(thing, RDF.type.asNode(), type.get())) {
      Set<String> types =
          graph.stream(thing, RDF.type.asNode(), null)
              .map(t -> t.getObject())
              .filter(TermCheck::ours)
              .map(TermCheck::name)
              .collect(Collectors.toCollection(java.util.TreeSet::new));
      add(
          position,
          String.format(
              "%s must be a %s, but %s is %s",
              what,
              name(type.get()),
              thing.getURI().replaceAll(".*[/#]", ""),
              String.join(", ", types)));
    }
  }

  private boolean described(Node thing) {
    return graph.contains(thing, RDF.type.asNode(), Node.ANY);
  }

  private static boolean ours(Node term) {
    return term.isURI() && term.getURI().startsWith(Gilan.NS);
  }

  private static String name(Node term) {
    return "gilan:" + term.getURI().substring(Gilan.NS.length());
  }

  private void add(Position position, String message) {
    findings.add(new Finding(position, message, RULE));
  }
}

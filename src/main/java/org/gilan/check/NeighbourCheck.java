// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;
import org.gilan.graph.Assembly;
import org.gilan.vocab.Gilan;

/**
 * Things that may be the same, or must not be mixed up, lead to each other; a note that says that
 * something is perhaps another thing says by a link which one.
 */
final class NeighbourCheck {
  private static final String RULE = "neighbour";
  private static final Node NOTE = SKOS.editorialNote.asNode();
  private static final Set<Node> LINKS = Set.of(RDFS.seeAlso.asNode(), OWL2.differentFrom.asNode());
  private static final Pattern PERHAPS =
      Pattern.compile(
          "^(?:Perhaps|Possibly|Probably)\\b|\\b(?:may|might) (?:well )?be\\b"
              + "|\\b(?:perhaps|possibly|probably) (?:\\p{L}+ ){0,2}the same\\b"
              + "|\\bnot said to be the same\\b");

  private final Map<Triple, Position> data;
  private final Assembly assembly;

  NeighbourCheck(Assembly assembly) {
    this.assembly = assembly;
    this.data = assembly.sources().data();
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<Triple, Position> e : data.entrySet()) {
      Triple t = e.getKey();
      if (isLink(t) && !leadsBack(t)) {
        findings.add(
            new Finding(
                e.getValue(),
                "say it there too: "
                    + local(t.getObject())
                    + " does not lead back to "
                    + local(t.getSubject()),
                RULE));
      } else if (t.getPredicate().equals(NOTE)
          && PERHAPS.matcher(t.getObject().getLiteralLexicalForm()).find()
          && about(t.getSubject()).noneMatch(NeighbourCheck::isLink)) {
        findings.add(
            new Finding(
                e.getValue(),
                "the note says that this is perhaps another thing; lead to that with rdfs:seeAlso",
                RULE));
      }
    }
    return findings;
  }

  private static boolean isLink(Triple t) {
    return LINKS.contains(t.getPredicate()) && isThing(t.getSubject()) && isThing(t.getObject());
  }

  private boolean leadsBack(Triple link) {
    return about(link.getObject())
        .anyMatch(t -> isLink(t) && t.getObject().equals(link.getSubject()));
  }

  private Stream<Triple> about(Node thing) {
    return assembly.sources().about(thing).stream();
  }

  private static boolean isThing(Node node) {
    return node.isURI() && node.getURI().startsWith(Gilan.ID);
  }

  private static String local(Node thing) {
    return "id:" + thing.getURI().substring(Gilan.ID.length());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.gilan.claim.DateWords;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.vocab.Gilan;

/**
 * Which graph a reader sees, to be named where it is cited.
 *
 * @param version of the release
 * @param state what tells this graph from every other, the first digits of its checksum
 * @param date the day of its last change; empty when it does not say
 */
record Edition(String version, String state, Optional<LocalDate> date) {
  private static final int DIGITS = 12;

  static Edition of(KnowledgeGraph graph) {
    String version = Edition.class.getPackage().getImplementationVersion();
    String checksum = graph.checksum();
    return new Edition(
        version == null ? "in development" : version,
        checksum.substring(0, Math.min(DIGITS, checksum.length())),
        graph.dataset().getDefaultGraph().stream(
                NodeFactory.createURI(Gilan.BASE + "ontology"), DCTerms.modified.asNode(), Node.ANY)
            .map(triple -> LocalDate.parse(triple.getObject().getLiteralLexicalForm()))
            .findFirst());
  }

  /** {@return version, state and day, as people write them} */
  String words() {
    return "version "
        + version
        + ", state "
        + state
        + date.map(day -> ", " + DateWords.of(day.toString()).orElseThrow()).orElse("");
  }
}

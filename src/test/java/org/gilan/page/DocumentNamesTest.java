// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.gilan.check.TheGraph;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;

class DocumentNamesTest {
  private static final Graph GRAPH = TheGraph.assembly().graph().dataset().getDefaultGraph();

  @Test
  void readAsEnglishInASentence() {
    LinkedWording wording = new LinkedWording(GRAPH, GRAPH.getPrefixMapping());
    assertThat(
            GRAPH.stream(Node.ANY, RDF.type.asNode(), Gilan.Document)
                .map(Triple::getSubject)
                .map(document -> "Only " + wording.inSentence(document) + " says so"))
        .containsExactlyInAnyOrder(
            "Only Hasanli says so",
            "Only the Karabakh article says so",
            "Only the Encyclopaedia article says so",
            "Only the digest of “Persian Socialist Soviet Republic” says so",
            "Only “First Soviet Experiment” says so");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.gilan.check.TheGraph;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;

/** The description of the real graph. */
class VoidDescriptionTest {
  private static final Graph GRAPH = TheGraph.assembly().graph().dataset().getDefaultGraph();

  private static final Graph DESCRIPTION =
      VoidDescription.of(TheGraph.assembly().graph()).at("http://localhost");

  @Test
  void givesAnExampleOfEachKind() {
    List<Node> examples = said(VOID.exampleResource.asNode());
    assertThat(examples).hasSize(5);
    for (String kind : List.of("Person", "Coup", "Dispute", "Claim", "Passage")) {
      assertThat(examples)
          .as(kind)
          .anyMatch(example -> GRAPH.contains(example, RDF.type.asNode(), Gilan.term(kind)));
    }
  }

  @Test
  void saysWhenItWasIssuedAndModified() {
    for (Node day : List.of(DCTerms.issued.asNode(), DCTerms.modified.asNode())) {
      assertThat(said(day))
          .singleElement()
          .satisfies(value -> assertThat(value.getLiteralLexicalForm()).startsWith("20"));
    }
  }

  private static List<Node> said(Node property) {
    return DESCRIPTION.stream(NodeFactory.createURI(VoidDescription.DATASET), property, Node.ANY)
        .map(Triple::getObject)
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.gilan.document.DocumentRecord;
import org.gilan.document.Documents;
import org.gilan.document.SourceText;
import org.gilan.finding.Finding;
import org.gilan.graph.Assembly;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.graph.Sources;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mentions are in the graph, are checked, and are neither claims nor sealed. */
class MentionCheckTest {
  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void makeAProject() {
    home = Fixture.in(folder).home();
  }

  private Assembly mentioning(String lines) throws IOException {
    Files.writeString(home.resolve("data/mentions.tsv"), lines);
    return Assembly.of(Sources.read(home, List.of()), "test");
  }

  @Test
  void putsMentionsIntoTheirGraphAndTheDefaultGraph() throws IOException {
    KnowledgeGraph graph = mentioning("fixture\t20,24\tfixture-person\n").graph();
    Node passage = NodeFactory.createURI(Gilan.DOCUMENT + "fixture/20-24");
    Graph mentions = graph.dataset().getGraph(KnowledgeGraph.MENTIONS);
    assertThat(mentions.stream(null, Gilan.term("mentions"), null)).hasSize(1);
    assertThat(mentions.contains(passage, RDF.type.asNode(), Gilan.Passage)).isTrue();
    assertThat(
            mentions.contains(
                passage, Gilan.inDocument, NodeFactory.createURI(Gilan.DOCUMENT + "fixture")))
        .isTrue();
    assertThat(
            graph
                .dataset()
                .getDefaultGraph()
                .contains(
                    NodeFactory.createURI(Gilan.DOCUMENT + "fixture/20-24"),
                    Gilan.term("mentions"),
                    NodeFactory.createURI(Gilan.ID + "fixture-person")))
        .isTrue();
  }

  @Test
  void asksNoSealAndCountsNoCoverage() throws IOException {
    Assembly without = mentioning("");
    Assembly with = mentioning("fixture\t80,84\tfixture-person\n");
    Documents texts = CheckedGraph.documents(with.graph(), home.resolve("documents"));
    assertThat(Checks.run(with, texts).findings())
        .noneMatch(f -> f.position().file().equals("data/mentions.tsv"));
    DocumentRecord document = with.graph().documents().get(0);
    SourceText text = texts.text(document.iri()).orElseThrow();
    assertThat(Coverage.of(with.graph(), document, text))
        .isEqualTo(Coverage.of(without.graph(), document, text));
  }

  @Test
  void findsMentionsThatCannotBe() throws IOException {
    Assembly assembly =
        mentioning(
            """
            fixture\t0,12\tfixture-person
            fixture\t120,900\tfixture-person
            fixture\t12,12\tfixture-person
            atlantis\t0,12\tfixture-person
            fixture\t0,12\tnobody
            fixture 0,12 fixture-person
            """);
    assertThat(Checks.run(assembly, Documents.none()).findings())
        .filteredOn(f -> f.position().file().equals("data/mentions.tsv"))
        .extracting((Finding f) -> f.position().line())
        .containsExactly(2, 3, 4, 5, 6);
  }
}

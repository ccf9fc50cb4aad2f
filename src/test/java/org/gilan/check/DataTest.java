// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.gilan.document.DocumentRecord;
import org.gilan.document.Documents;
import org.gilan.document.SourceText;
import org.gilan.graph.Assembly;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;

/** The project's own data. Checks that need the texts say so when they are skipped. */
class DataTest {
  private static final int FILES = 25;
  private static final int CLAIMS = 6000;
  private static final double COVERED = 95.0;

  private final Assembly assembly = TheGraph.assembly();

  @Test
  void passesEveryCheckWithoutTheTexts() throws IOException {
    assertThat(assembly.sources().files()).hasSizeGreaterThanOrEqualTo(FILES);
    assertThat(assembly.claims()).hasSizeGreaterThan(CLAIMS);
    assertThat(Checks.run(assembly, Documents.none()).findings()).isEmpty();
  }

  @Test
  void passesEveryCheckAgainstTheTexts() throws IOException {
    Documents documents = TheGraph.documents();
    assumeTrue(!documents.texts().isEmpty(), "no documents at hand: passages are not checked");
    assertThat(documents.texts()).hasSameSizeAs(assembly.graph().documents());
    Checks.Report report = Checks.run(assembly, documents);
    assertThat(report.findings()).isEmpty();
    assertThat(report.passagesChecked()).isGreaterThan(3000);
    Files.writeString(
        Files.createDirectories(Path.of("target")).resolve("documents-checked"),
        Integer.toString(report.passagesChecked()));
  }

  @Test
  void coversTheDocuments() {
    Documents documents = TheGraph.documents();
    assumeTrue(!documents.texts().isEmpty(), "no documents at hand: coverage is not measured");
    List<DocumentRecord> all = assembly.graph().documents();
    assertThat(all).hasSize(5);
    for (DocumentRecord document : all) {
      SourceText text = documents.text(document.iri()).orElseThrow();
      Coverage coverage = Coverage.of(assembly.graph(), document, text);
      assertThat(coverage.sentences()).as(document.slug()).isPositive();
      assertThat(coverage.percent()).as(document.slug()).isGreaterThanOrEqualTo(COVERED);
    }
  }

  @Test
  void givesTheSameBytesTwice() {
    String first = lines(assembly.graph().dataset().getDefaultGraph());
    Assembly again =
        Assembly.of(org.gilan.graph.Sources.read(Path.of("").toAbsolutePath(), List.of()), "test");
    assertThat(lines(again.graph().dataset().getDefaultGraph())).isEqualTo(first).isNotEmpty();
  }

  private static String lines(Graph graph) {
    return graph.stream().map(Object::toString).sorted().collect(Collectors.joining("\n"));
  }

  @Test
  void usesEveryClassAndPropertyThatTheOntologyDefines() {
    Graph graph = assembly.graph().dataset().getDefaultGraph();
    Set<String> unused =
        Stream.concat(
                assembly.ontology().classes().stream()
                    .filter(c -> !graph.contains(Node.ANY, RDF.type.asNode(), c)),
                properties().filter(p -> !graph.contains(Node.ANY, p, Node.ANY)))
            .filter(term -> term.getURI().startsWith(Gilan.NS))
            .map(Node::getLocalName)
            .collect(Collectors.toSet());
    assertThat(unused).isSubsetOf("EntryIntoForce", "mentions");
  }

  private Stream<Node> properties() {
    return Stream.of("ObjectProperty", "DatatypeProperty")
        .flatMap(
            kind ->
                assembly.sources().terms().stream(
                    null,
                    RDF.type.asNode(),
                    NodeFactory.createURI("http://www.w3.org/2002/07/owl#" + kind)))
        .map(t -> t.getSubject());
  }

  @Test
  void leadsEachPartyOfTheTreatyToAPassage() {
    Node treaty = NodeFactory.createURI(Gilan.ID + "soviet-iranian-treaty-1921");
    Map<String, Long> passages =
        assembly.claims().stream()
            .filter(c -> c.triple().getSubject().equals(treaty))
            .filter(c -> c.triple().getPredicate().equals(Gilan.term("party")))
            .collect(
                Collectors.groupingBy(
                    c -> c.triple().getObject().getURI().substring(Gilan.ID.length()),
                    Collectors.summingLong(c -> c.passages().size())));
    assertThat(passages).containsKeys("persia", "rsfsr");
  }
}

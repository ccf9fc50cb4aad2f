// SPDX-License-Identifier: Apache-2.0
package org.gilan.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.gilan.check.TheGraph;
import org.gilan.graph.KnowledgeGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the release holds is the graph, triple by triple, in every file. */
class ReleaseTest {
  private static final int TRIPLES = 100_000;
  private static final KnowledgeGraph GRAPH = TheGraph.assembly().graph();

  @TempDir static Path folder;
  private static List<Path> files;

  @BeforeAll
  static void write() throws IOException {
    files = Release.write(GRAPH, folder);
  }

  private static DatasetGraph read(Release.Download file, Lang lang) throws IOException {
    DatasetGraph dataset = DatasetGraphFactory.createGeneral();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(file.name())))) {
      RDFParser.source(in).lang(lang).parse(dataset);
    }
    return dataset;
  }

  /** {@return the triples that one graph has and the other has not, up to the names of blanks} */
  private static Set<Triple> difference(Graph one, Graph other) {
    Set<Triple> left = ground(one);
    Set<Triple> right = ground(other);
    Set<Triple> difference = new HashSet<>(left);
    difference.removeAll(right);
    right.removeAll(left);
    difference.addAll(right);
    if (!blank(one).isIsomorphicWith(blank(other))) {
      blank(one).find().forEachRemaining(difference::add);
      blank(other).find().forEachRemaining(difference::add);
    }
    return difference;
  }

  private static boolean hasBlank(Triple t) {
    return t.getSubject().isBlank() || t.getObject().isBlank();
  }

  private static Set<Triple> ground(Graph graph) {
    Set<Triple> triples = new HashSet<>();
    graph.find().filterDrop(ReleaseTest::hasBlank).forEachRemaining(triples::add);
    return triples;
  }

  private static Graph blank(Graph graph) {
    Graph blank = GraphFactory.createDefaultGraph();
    graph.find().filterKeep(ReleaseTest::hasBlank).forEachRemaining(blank::add);
    return blank;
  }

  @Test
  void holdsTheDefaultGraphInTurtle() throws IOException {
    Graph back = read(Release.TURTLE, Lang.TURTLE).getDefaultGraph();
    assertThat(back.size()).isGreaterThan(TRIPLES);
    assertThat(difference(back, GRAPH.dataset().getDefaultGraph())).isEmpty();
  }

  @Test
  void holdsTheDefaultGraphInJsonLd() throws IOException {
    Graph back = read(Release.JSON_LD, Lang.JSONLD).getDefaultGraph();
    assertThat(back.size()).isGreaterThan(TRIPLES);
    assertThat(difference(back, GRAPH.dataset().getDefaultGraph())).isEmpty();
  }

  @Test
  void holdsEachNamedGraphInNQuads() throws IOException {
    DatasetGraph back = read(Release.QUADS, Lang.NQUADS);
    Set<Node> names = new HashSet<>();
    GRAPH.dataset().listGraphNodes().forEachRemaining(names::add);
    assertThat(names).contains(KnowledgeGraph.FACTS, KnowledgeGraph.REIFIERS).hasSizeGreaterThan(7);
    Set<Node> found = new HashSet<>();
    back.listGraphNodes().forEachRemaining(found::add);
    assertThat(found).isEqualTo(names);
    assertThat(back.getDefaultGraph().isEmpty()).isTrue();
    for (Node name : names) {
      assertThat(back.getGraph(name).isEmpty()).as(name.getURI()).isFalse();
      assertThat(difference(back.getGraph(name), GRAPH.dataset().getGraph(name)))
          .as(name.getURI())
          .isEmpty();
    }
  }

  @Test
  void seesASingleTripleThatIsMissingOrChanged() {
    Graph facts = GRAPH.dataset().getGraph(KnowledgeGraph.FACTS);
    Graph fewer = GraphFactory.createDefaultGraph();
    facts.find().forEachRemaining(fewer::add);
    Triple lost = facts.find().next();
    fewer.delete(lost);
    assertThat(difference(facts, fewer)).containsExactly(lost);
    assertThat(difference(fewer, facts)).containsExactly(lost);
    assertThat(difference(GraphFactory.createDefaultGraph(), facts)).hasSize(facts.size());
    Graph blank = GraphFactory.createDefaultGraph();
    blank.add(NodeFactory.createBlankNode(), RDF.type.asNode(), RDF.List.asNode());
    assertThat(difference(GraphFactory.createDefaultGraph(), blank)).hasSize(1);
  }

  @Test
  void describesEachFileWithSizeAndChecksum() throws IOException {
    Graph dcat = RDFDataMgr.loadGraph(folder.resolve("dcat.ttl").toString());
    Map<String, String> sums = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("SHA256SUMS"))) {
      sums.put(line.substring(line.lastIndexOf(' ') + 1), line.substring(0, line.indexOf(' ')));
    }
    List<Node> distributions =
        dcat.stream(null, RDF.type.asNode(), DCAT.Distribution.asNode())
            .map(Triple::getSubject)
            .toList();
    assertThat(distributions).hasSize(3);
    for (Node distribution : distributions) {
      String name = distribution.getURI().replaceAll(".*/", "");
      assertThat(dcat.contains(distribution, DCAT.downloadURL.asNode(), distribution)).isTrue();
      assertThat(only(dcat, distribution, DCAT.byteSize.asNode()).getLiteralLexicalForm())
          .isEqualTo(Long.toString(Files.size(folder.resolve(name))));
      assertThat(only(dcat, distribution, DCAT.mediaType.asNode()).getURI())
          .startsWith("https://www.iana.org/assignments/media-types/");
      Node checksum = only(dcat, distribution, spdx("checksum"));
      assertThat(only(dcat, checksum, spdx("checksumValue")).getLiteralLexicalForm())
          .isEqualTo(sums.get(name))
          .isEqualTo(Release.sha256(folder.resolve(name)));
    }
  }

  private static Node spdx(String name) {
    return NodeFactory.createURI("http://spdx.org/rdf/terms#" + name);
  }

  private static Node only(Graph graph, Node subject, Node property) {
    List<Triple> found = graph.find(subject, property, Node.ANY).toList();
    assertThat(found).hasSize(1);
    return found.get(0).getObject();
  }

  @Test
  void namesEveryFileAndKeepsItSmall() throws IOException {
    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "gilan.ttl.gz",
            "gilan.nq.gz",
            "gilan.jsonld.gz",
            "dcat.ttl",
            "void.ttl",
            "gilan.graph",
            "SHA256SUMS");
    for (Path file : files) {
      assertThat(Files.size(file)).as(file.toString()).isBetween(200L, 16_000_000L);
    }
  }
}

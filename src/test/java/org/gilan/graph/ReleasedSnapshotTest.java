// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedSnapshotTest {
  private static final Node A = NodeFactory.createURI("https://example.org/a");
  private static final int FLIPS = 100;

  @TempDir Path folder;

  private Path file() {
    return folder.resolve(ReleasedSnapshot.NAME);
  }

  /** Facts and reifiers, put in by an order of their own. */
  private static KnowledgeGraph graph(String word, long order) {
    List<Triple> triples = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Node literal = NodeFactory.createLiteralString(word + " " + i);
      triples.add(Triple.create(A, A, literal));
      triples.add(Triple.create(NodeFactory.createBlankNode("b" + i), A, literal));
    }
    Collections.shuffle(triples, new Random(order));
    DatasetGraph dataset = Assembly.emptyDataset();
    Graph facts = Assembly.emptyGraph();
    Graph reifiers = Assembly.emptyGraph();
    for (Triple triple : triples) {
      facts.add(triple);
      dataset.getDefaultGraph().add(triple);
      reifiers.add(A, A, NodeFactory.createTripleTerm(triple));
    }
    if (order % 2 == 0) {
      dataset.addGraph(KnowledgeGraph.FACTS, facts);
      dataset.addGraph(KnowledgeGraph.REIFIERS, reifiers);
    } else {
      dataset.addGraph(KnowledgeGraph.REIFIERS, reifiers);
      dataset.addGraph(KnowledgeGraph.FACTS, facts);
    }
    dataset.prefixes().add("a", A.getNameSpace());
    return new KnowledgeGraph(dataset, "sum " + order);
  }

  private static Set<Quad> quads(KnowledgeGraph graph) {
    return graph.dataset().stream().collect(Collectors.toUnmodifiableSet());
  }

  @Test
  void bringsBackTheGraphUnderOneChecksum() throws IOException {
    KnowledgeGraph written = ReleasedSnapshot.write(graph("fact", 1), file());
    KnowledgeGraph back = ReleasedSnapshot.read(file());
    assertThat(quads(back)).isEqualTo(quads(graph("fact", 2))).hasSize(3 * 400);
    assertThat(back.checksum()).isEqualTo(written.checksum()).matches("[0-9a-f]{64}");
  }

  @Test
  void isTheSameHoweverTheGraphCameToBe() throws IOException {
    KnowledgeGraph written = ReleasedSnapshot.write(graph("fact", 1), file());
    byte[] bytes = Files.readAllBytes(file());
    for (int order = 2; order < 6; order++) {
      assertThat(ReleasedSnapshot.write(graph("fact", order), file()).checksum())
          .isEqualTo(written.checksum());
      assertThat(file()).hasBinaryContent(bytes);
    }
    ReleasedSnapshot.write(ReleasedSnapshot.read(file()), file());
    assertThat(file()).hasBinaryContent(bytes);
    assertThat(ReleasedSnapshot.write(graph("other", 1), file()).checksum())
        .isNotEqualTo(written.checksum());
  }

  private void refuses(String why) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> ReleasedSnapshot.read(file()))
        .withMessageContaining(why)
        .withMessageContaining(file().toString());
  }

  @Test
  void refusesWhatDiffersInASingleBitAndWhatIsCut() throws IOException {
    ReleasedSnapshot.write(graph("fact", 1), file());
    byte[] whole = Files.readAllBytes(file());
    Random random = new Random(1921);
    for (int i = 0; i < FLIPS; i++) {
      byte[] flipped = whole.clone();
      int bit = random.nextInt(whole.length * 8);
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file(), flipped);
      refuses("is damaged");
    }
    for (int length : new int[] {0, 4, 31, 32, 36, whole.length / 2, whole.length - 1}) {
      Files.write(file(), java.util.Arrays.copyOf(whole, length));
      refuses("is damaged");
    }
    Files.write(file(), whole);
    assertThat(quads(ReleasedSnapshot.read(file()))).isEqualTo(quads(graph("fact", 1)));
  }

  @Test
  void refusesAnotherFormatAnotherKindAndNoFile() throws IOException {
    refuses("there is no");
    try (OutputStream out = Files.newOutputStream(file())) {
      SealedFile.write(
          out,
          DigestUtils.getSha256Digest(),
          "released graph",
          to -> to.writeLong(0x67696c33L << 32));
    }
    refuses("is of another format");
    new Snapshot(folder, note -> {}).save(graph("fact", 1));
    Files.copy(folder.resolve("sum 1.graph"), Files.newOutputStream(file()));
    refuses("is damaged, or no snapshot");
    try (RandomAccessFile large = new RandomAccessFile(file().toFile(), "rw")) {
      large.setLength(Runtime.getRuntime().maxMemory() / 10);
    }
    refuses("too many for the heap");
  }

  @Test
  void leavesTheOldFileWhereItCannotWriteTheNew() throws IOException {
    ReleasedSnapshot.write(graph("fact", 1), file());
    byte[] whole = Files.readAllBytes(file());
    KnowledgeGraph bad = graph("fact", 2);
    Node half = NodeFactory.createLiteralString("half a character: \ud83d");
    bad.dataset().getGraph(KnowledgeGraph.FACTS).add(A, A, half);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> ReleasedSnapshot.write(bad, file()));
    assertThat(file()).hasBinaryContent(whole);
    assertThat(folder).isDirectoryContaining(f -> f.equals(file()));
    assertThat(folder.toFile().list()).hasSize(1);
  }
}

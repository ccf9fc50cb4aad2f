// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  private static final Node A = NodeFactory.createURI("https://example.org/a");
  private static final int FLIPS = 200;

  @TempDir Path folder;
  private final List<String> notes = new ArrayList<>();

  private static KnowledgeGraph graph(int size) {
    DatasetGraph dataset = Assembly.emptyDataset();
    Graph facts = Assembly.emptyGraph();
    for (Node term : terms()) {
      facts.add(A, A, term);
    }
    facts.add(NodeFactory.createBlankNode("b"), A, A);
    for (int i = 0; i < size; i++) {
      facts.add(A, A, NodeFactory.createLiteralString("the fact of the number " + i));
    }
    dataset.addGraph(KnowledgeGraph.FACTS, facts);
    dataset.prefixes().add("a", "https://example.org/");
    return new KnowledgeGraph(dataset, "sum");
  }

  private static List<Node> terms() {
    return List.of(
        NodeFactory.createLiteralString("سلام"),
        NodeFactory.createLiteralLang("سلام", "fa"),
        NodeFactory.createLiteralDirLang("سلام", "fa", "rtl"),
        NodeFactory.createLiteralDirLang("سلام", "fa", "ltr"),
        NodeFactory.createLiteralDT("01", XSDDatatype.XSDinteger),
        NodeFactory.createLiteralDT("no number", XSDDatatype.XSDinteger),
        NodeFactory.createLiteralDT("x", type("https://example.org/types#string")),
        NodeFactory.createLiteralDT("x", type("https://example.org/types")),
        NodeFactory.createTripleTerm(A, A, NodeFactory.createLiteralDirLang("x", "en", "ltr")),
        NodeFactory.createBlankNode("c"));
  }

  private static org.apache.jena.datatypes.RDFDatatype type(String iri) {
    return TypeMapper.getInstance().getSafeTypeByName(iri);
  }

  private Snapshot snapshot() {
    return new Snapshot(folder, notes::add);
  }

  private static Set<Quad> quads(KnowledgeGraph graph) {
    return graph.dataset().stream()
        .filter(q -> !q.isDefaultGraph())
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void bringsBackEveryKindOfTermExactly() {
    KnowledgeGraph kept = snapshot().save(graph(0));
    assertThat(quads(kept)).isEqualTo(quads(graph(0)));
    KnowledgeGraph back = snapshot().load("sum").orElseThrow();
    assertThat(quads(back)).isEqualTo(quads(graph(0))).hasSize(terms().size() + 1);
    assertThat(back.dataset().prefixes().getMappingCopy()).containsEntry("a", A.getNameSpace());
    assertThat(notes).isEmpty();
  }

  @Test
  void servesNoFileWithASingleFlippedBit() throws IOException {
    snapshot().save(graph(50));
    Path file = folder.resolve("sum.graph");
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(1920);
    for (int i = 0; i < FLIPS; i++) {
      int bit = random.nextInt(whole.length * 8);
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      assertThat(snapshot().load("sum")).as("bit " + bit).isEmpty();
      assertThat(file).doesNotExist();
    }
    assertThat(notes).hasSize(FLIPS).allMatch(n -> n.contains("damaged"));
  }

  @Test
  void setsADamagedFileAsideAndMakesItAgain() throws IOException {
    snapshot().save(graph(1));
    Path file = folder.resolve("sum.graph");
    byte[] whole = Files.readAllBytes(file);
    for (byte[] damaged :
        List.of(
            new byte[0],
            new byte[31],
            "not a graph".getBytes(StandardCharsets.UTF_8),
            cut(whole),
            longer(whole))) {
      Files.write(file, damaged);
      assertThat(snapshot().load("sum")).isEmpty();
      assertThat(folder.resolve("sum.graph.damaged")).hasBinaryContent(damaged);
      snapshot().save(graph(1));
      assertThat(snapshot().load("sum").map(SnapshotTest::quads)).contains(quads(graph(1)));
    }
    assertThat(notes).hasSize(5);
  }

  /** Room would be made for a thousand million terms before they are missed. */
  @Test
  void believesNoCountBeforeAllIsVerified() throws IOException {
    snapshot().save(graph(1));
    Path file = folder.resolve("sum.graph");
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < 100; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x40;
      Files.write(file, damaged);
      assertThat(snapshot().load("sum")).as("byte " + at).isEmpty();
    }
    assertThat(notes).hasSize(100);
  }

  private static byte[] cut(byte[] whole) {
    return java.util.Arrays.copyOf(whole, whole.length - 1);
  }

  private static byte[] longer(byte[] whole) {
    return java.util.Arrays.copyOf(whole, whole.length + 1);
  }

  @Test
  void takesNoFileOfOtherSources() throws IOException {
    snapshot().save(graph(1));
    Files.copy(folder.resolve("sum.graph"), folder.resolve("other.graph"));
    assertThat(snapshot().load("other")).isEmpty();
    assertThat(notes).hasSize(1);
  }

  @Test
  void removesWhatKilledStartsLeft() throws IOException {
    Files.writeString(folder.resolve("snapshot123.tmp"), "half");
    Files.writeString(folder.resolve("before.graph"), "old");
    snapshot().save(graph(1));
    assertThat(files()).containsExactly("lock", "sum.graph");
  }

  @Test
  void saysWhenTheFolderCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    KnowledgeGraph kept = new Snapshot(file.resolve("under"), notes::add).save(graph(1));
    assertThat(quads(kept)).isEqualTo(quads(graph(1)));
    assertThat(notes).hasSize(1).allMatch(n -> n.contains("cannot be kept"));
    assertThat(new Snapshot(file.resolve("under"), notes::add).load("sum")).isEmpty();
  }

  @Test
  void saysWhenTheDiskIsFullAndLeavesNothing() throws Exception {
    assumeThat(Path.of("/bin/sh")).exists();
    snapshot().save(graph(1));
    // No file of this process may pass 8 blocks, which fails a write as a full disk does.
    Process full = writer("ulimit -f 8; exec ", 5000, 1).start();
    assertThat(new String(full.getInputStream().readAllBytes())).contains("cannot be kept");
    assertThat(full.waitFor()).isEqualTo(1);
    assertThat(files()).containsExactly("lock", "sum.graph");
    assertThat(snapshot().load("sum")).map(SnapshotTest::quads).contains(quads(graph(1)));
  }

  @Test
  void letsSeveralStartsWriteAtOnce() throws Exception {
    assumeThat(Path.of("/bin/sh")).exists();
    List<Process> writers =
        List.of(writer("exec ", 500, 20).start(), writer("exec ", 500, 20).start());
    Set<Quad> whole = quads(graph(500));
    int read = 0;
    while (writers.stream().anyMatch(Process::isAlive)) {
      Optional<KnowledgeGraph> kept = snapshot().load("sum");
      kept.ifPresent(graph -> assertThat(quads(graph)).isEqualTo(whole));
      read += kept.isPresent() ? 1 : 0;
    }
    for (Process writer : writers) {
      assertThat(writer.exitValue())
          .as(new String(writer.getInputStream().readAllBytes()))
          .isZero();
    }
    assertThat(read).isPositive();
    assertThat(notes).isEmpty();
    assertThat(files()).containsExactly("lock", "sum.graph");
  }

  /** A lock on a file is none between the threads of one process. */
  @Test
  void letsSeveralThreadsWriteAtOnce() throws IOException {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    Stream.generate(
            () ->
                CompletableFuture.runAsync(
                    () -> {
                      for (int i = 0; i < 20; i++) {
                        new Snapshot(folder, told::add).save(graph(100));
                      }
                    }))
        .limit(4)
        .toList()
        .forEach(CompletableFuture::join);
    assertThat(told).isEmpty();
    assertThat(files()).containsExactly("lock", "sum.graph");
  }

  private ProcessBuilder writer(String before, int size, int times) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String run = before + "'" + java + "' -XX:-UsePerfData -Xshare:auto -cp \"$CP\" ";
    ProcessBuilder process =
        new ProcessBuilder(
            "/bin/sh",
            "-c",
            run + "'" + Writer.class.getName() + "' '" + folder + "' " + size + " " + times);
    process.environment().put("CP", System.getProperty("java.class.path"));
    return process.redirectErrorStream(true);
  }

  /** Another start: saves a graph some times, and ends with 1 when that failed. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      List<String> notes = new ArrayList<>();
      for (int i = 0; i < Integer.parseInt(args[2]); i++) {
        new Snapshot(Path.of(args[0]), notes::add).save(graph(Integer.parseInt(args[1])));
      }
      notes.forEach(System.out::println);
      System.exit(notes.isEmpty() ? 0 : 1);
    }
  }
}

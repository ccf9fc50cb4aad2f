// SPDX-License-Identifier: Apache-2.0
package org.gilan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.assertj.core.api.AbstractCollectionAssert;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.graph.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with a graph is made once, whole or again, and by one process. */
class StoreTest {
  private static final String FACTS = "<https://w3id.org/gilan/graph/facts>";
  private static final String REIFIERS = "<https://w3id.org/gilan/graph/reifiers>";

  @TempDir private Path temporary;
  private final List<String> notes = new ArrayList<>();
  private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    folder = temporary.resolve("store");
    file = temporary.resolve("graph.nq");
    StringBuilder quads = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      quads.append("<urn:s%d> <urn:p> <urn:o%d> %s .\n".formatted(i / 2, i % 3, FACTS));
      quads.append("<urn:s%d> <urn:q> \"%d\" %s .\n".formatted(i, i, FACTS));
    }
    quads.append("<urn:c> <urn:r> <<( <urn:s0> <urn:p> <urn:o0> )>> %s .\n".formatted(REIFIERS));
    Files.writeString(file, quads);
  }

  private <T> T with(Function<KnowledgeGraph, T> read) throws IOException {
    try (Store store = Store.open(folder, notes::add)) {
      KnowledgeGraph graph = store.graph(Origin.file(file, Map.of("e", "urn:")));
      return graph.dataset().calculateRead(() -> read.apply(graph));
    }
  }

  private static Set<Triple> triples(KnowledgeGraph graph) {
    return graph.dataset().getDefaultGraph().find().toSet();
  }

  private AbstractCollectionAssert<?, ?, Triple, ?> assertThatTriples() throws IOException {
    Set<Triple> triples = with(StoreTest::triples);
    return assertThat(triples);
  }

  @Test
  void holdsWhatTheFileHasAndUnitesItsGraphs() throws IOException {
    assertThatTriples().hasSize(400);
    Integer size = with(graph -> graph.dataset().getDefaultGraph().size());
    assertThat(size).isEqualTo(400);
    List<Boolean> terms =
        with(
            graph ->
                graph.dataset().getGraph(KnowledgeGraph.REIFIERS).find().toList().stream()
                    .map(triple -> triple.getObject().isTripleTerm())
                    .toList());
    assertThat(terms).containsExactly(true);
    String prefix = with(graph -> graph.dataset().prefixes().get("e"));
    assertThat(prefix).isEqualTo("urn:");
  }

  @Test
  void isMadeOnce() throws IOException {
    with(StoreTest::triples);
    assertThat(notes).anyMatch(note -> note.startsWith("loading "));
    notes.clear();
    assertThatTriples().hasSize(400);
    assertThat(notes).isEmpty();
  }

  /** Has a store open until its input ends, in a process of its own; fills it before, or not. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] folder) throws IOException {
      try (Store store = Store.open(Path.of(folder[0]), note -> {})) {
        if (folder.length > 1) {
          store.graph(Origin.file(Path.of(folder[1]), Map.of()));
        }
        System.out.println(store.file().isPresent());
        System.in.read();
      }
    }
  }

  @Test
  void isForOneProcessAtATime() throws IOException, InterruptedException {
    with(StoreTest::triples);
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("true");
      assertThatThrownBy(() -> with(StoreTest::triples))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is in use; a store is for one server at a time");
    } finally {
      other.outputWriter().close();
    }
    assertThat(other.waitFor()).isZero();
    assertThatTriples().hasSize(400);
  }

  /** A file may have a megabyte here, and those of TDB2 are larger. */
  @Test
  void saysThatTheDiskIsFull() throws IOException {
    Process full =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -f 2000; exec \"$0\" -XX:-UsePerfData -cp \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    full.outputWriter().close();
    assertThat(full.inputReader().lines().toList().toString())
        .contains("IOException: " + folder + " cannot be written; the disk seems to be full");
    assertThatTriples().hasSize(400);
    assertThat(notes).first().isEqualTo("the store is half made; it is made again");
  }

  @Test
  void isMadeAgainWhenItIsHalfMade() throws IOException {
    with(StoreTest::triples);
    Path seal = folder.resolve("seal");
    String whole = Files.readString(seal);
    for (String half : List.of("", whole.substring(0, whole.length() / 2), whole + "\nmore")) {
      Files.writeString(seal, half);
      Files.delete(folder.resolve("graph/Data-0001/SPO.dat"));
      notes.clear();
      assertThatTriples().hasSize(400);
      assertThat(notes).first().isEqualTo("the store is half made; it is made again");
    }
  }

  @Test
  void isMadeAgainWhenTheFileHasChanged() throws IOException {
    with(StoreTest::triples);
    notes.clear();
    Files.writeString(file, "<urn:s> <urn:p> <urn:o> .\n");
    assertThatTriples().hasSize(1);
    assertThat(notes).first().isEqualTo("the store holds another state; it is made again");
  }

  @Test
  void readsACompressedFile() throws IOException {
    Path packed = temporary.resolve("graph.nq.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(file, out);
    }
    file = packed;
    assertThatTriples().hasSize(400);
    byte[] whole = Files.readAllBytes(packed);
    Files.write(packed, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> with(StoreTest::triples))
        .hasMessageContaining("graph.nq.gz cannot be read to its end");
  }

  @Test
  void remembersItsFile() throws IOException {
    with(StoreTest::triples);
    try (Store store = Store.open(folder, notes::add)) {
      assertThat(store.file()).contains(file.toAbsolutePath());
    }
  }

  @Test
  void staysHalfMadeWhenTheFileCannotBeRead() throws IOException {
    Files.writeString(file, "<urn:s> <urn:p> <urn:o> .\nnonsense\n");
    assertThatThrownBy(() -> with(StoreTest::triples))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("graph.nq cannot be read")
        .hasMessageContaining("line: 2");
    Files.writeString(file, "<urn:s> <urn:p> <urn:o> .\n");
    notes.clear();
    assertThatTriples().hasSize(1);
    assertThat(notes).first().isEqualTo("the store is half made; it is made again");
  }

  @Test
  void leavesAFolderAloneThatIsNotItsOwn() throws IOException {
    Files.createDirectories(folder.resolve("graph"));
    Files.writeString(folder.resolve("graph/letter.txt"), "mine");
    assertThatThrownBy(() -> Store.open(folder, notes::add))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds something else");
    assertThat(folder.resolve("graph/letter.txt")).hasContent("mine");
  }

  /** What TDB2 keeps and what not; docs/stores.md tells it. */
  @Test
  void keepsDirectionsAndTheValuesOfNumbers() throws IOException {
    Files.writeString(
        file,
        """
        <urn:s> <urn:p> "سلام"@fa--rtl .
        <urn:s> <urn:q> "abc"@en--ltr .
        <urn:s> <urn:q> "abc"@en--rtl .
        <urn:s> <urn:n> "46.270"^^<http://www.w3.org/2001/XMLSchema#decimal> .
        <urn:s> <urn:d> "1920-06"^^<http://id.loc.gov/datatypes/edtf/EDTF> .
        <urn:c> <urn:r> <<( <urn:s> <urn:p> "سلام"@fa--rtl )>> .
        """);
    List<String> objects =
        with(graph -> triples(graph).stream().map(t -> NodeFmtLib.strNT(t.getObject())).toList());
    assertThat(objects)
        .hasSize(5)
        .contains(
            "\"سلام\"@fa--rtl",
            "\"46.27\"^^<http://www.w3.org/2001/XMLSchema#decimal>",
            "\"1920-06\"^^<http://id.loc.gov/datatypes/edtf/EDTF>",
            "<<( <urn:s> <urn:p> \"سلام\"@fa--rtl )>>");
  }

  /** Counted from the indexes, it is what it would be counted from memory. */
  @Test
  void countsAsMemoryDoes() throws IOException {
    Statistics here = with(KnowledgeGraph::statistics);
    Statistics there = with(graph -> Statistics.of(graph.dataset()));
    assertThat(here.triples()).isEqualTo(there.triples());
    assertThat(byName(here)).isEqualTo(byName(there)).hasSize(3);
    assertThat(byName(here).get("urn:p").frequent()).isEmpty();
    assertThat(byName(here).get("urn:p").triples()).isEqualTo(200);
  }

  private static Map<String, Statistics.Property> byName(Statistics statistics) {
    return new TreeMap<>(
        statistics.properties().stream()
            .collect(Collectors.toMap(property -> property.name().getURI(), p -> p)));
  }
}

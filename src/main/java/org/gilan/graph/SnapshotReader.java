// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.LiteralLabelFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;

/** Reads the bytes that {@link SnapshotWriter} wrote. */
final class SnapshotReader {
  private static final int IN_A_TRIPLE = 3 * Integer.BYTES;

  private SnapshotReader() {}

  /** {@return whether these bytes begin as this program writes them} */
  static boolean isOne(ByteBuffer bytes) {
    return bytes.remaining() > Integer.BYTES
        && bytes.getInt(bytes.position()) == SnapshotWriter.MAGIC;
  }

  /**
   * {@return the graph of a snapshot; each named graph stays as it is in these bytes until it is
   * asked for}
   *
   * @param bytes as they were written
   * @param checksum of what the graph was made from
   * @throws IllegalArgumentException when the bytes are no snapshot
   * @throws java.nio.BufferUnderflowException when they end too early
   */
  static KnowledgeGraph read(ByteBuffer bytes, String checksum) {
    if (!isOne(bytes)) {
      throw new IllegalArgumentException("not a snapshot");
    }
    bytes.getInt();
    Map<String, String> prefixes = new LinkedHashMap<>();
    for (int i = bytes.getInt(); i > 0; i--) {
      prefixes.put(text(bytes), text(bytes));
    }
    Node[] nodes = new Node[bytes.getInt()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = node(bytes, nodes);
    }
    NodeNumbers numbers = new NodeNumbers(nodes);
    Map<Node, IntBuffer> graphs = new LinkedHashMap<>();
    for (int i = bytes.getInt(); i > 0; i--) {
      graphs.put(nodes[bytes.getInt()], triples(bytes));
    }
    DatasetGraph dataset = new DatasetGraphMapLink(united(numbers, graphs));
    graphs.forEach(
        (name, triples) ->
            dataset.addGraph(name, new SortedGraph(numbers, () -> sorted(numbers, triples))));
    prefixes.forEach(dataset.prefixes()::add);
    prefixes.forEach(dataset.getDefaultGraph().getPrefixMapping()::setNsPrefix);
    return new KnowledgeGraph(dataset, checksum, statistics(bytes, nodes));
  }

  private static IntBuffer triples(ByteBuffer bytes) {
    int length = Math.multiplyExact(bytes.getInt(), IN_A_TRIPLE);
    IntBuffer triples = bytes.slice(bytes.position(), length).asIntBuffer();
    bytes.position(bytes.position() + length);
    return triples;
  }

  private static SortedTriples sorted(NodeNumbers numbers, IntBuffer triples) {
    return new SortedTriples(List.of(array(triples)), numbers.size());
  }

  private static int[] array(IntBuffer triples) {
    int[] array = new int[triples.limit()];
    triples.get(0, array);
    return array;
  }

  /** {@return the default graph, sorted now: it is what is asked first} */
  private static Graph united(NodeNumbers numbers, Map<Node, IntBuffer> graphs) {
    List<int[]> parts =
        KnowledgeGraph.IN_DEFAULT.stream()
            .filter(graphs::containsKey)
            .map(name -> array(graphs.get(name)))
            .toList();
    SortedTriples sorted = new SortedTriples(parts, numbers.size());
    return new SortedGraph(numbers, () -> sorted);
  }

  private static Statistics statistics(ByteBuffer bytes, Node[] nodes) {
    int triples = bytes.getInt();
    List<Statistics.Property> properties = new ArrayList<>();
    for (int i = bytes.getInt(); i > 0; i--) {
      properties.add(
          new Statistics.Property(
              nodes[bytes.getInt()],
              bytes.getInt(),
              bytes.getInt(),
              bytes.getDouble(),
              bytes.getInt(),
              bytes.getDouble(),
              frequent(bytes, nodes)));
    }
    return new Statistics(triples, properties);
  }

  private static Map<Node, Integer> frequent(ByteBuffer bytes, Node[] nodes) {
    Map<Node, Integer> frequent = new LinkedHashMap<>();
    for (int i = bytes.getInt(); i > 0; i--) {
      frequent.put(nodes[bytes.getInt()], bytes.getInt());
    }
    return frequent;
  }

  private static Triple triple(ByteBuffer bytes, Node[] nodes) {
    return Triple.create(nodes[bytes.getInt()], nodes[bytes.getInt()], nodes[bytes.getInt()]);
  }

  private static Node node(ByteBuffer bytes, Node[] nodes) {
    return switch (bytes.get()) {
      case SnapshotWriter.IRI -> NodeFactory.createURI(text(bytes));
      case SnapshotWriter.BLANK -> NodeFactory.createBlankNode(text(bytes));
      case SnapshotWriter.STRING -> NodeFactory.createLiteralString(text(bytes));
      case SnapshotWriter.LANGUAGE -> language(text(bytes), text(bytes));
      case SnapshotWriter.DIRECTED ->
          NodeFactory.createLiteralDirLang(text(bytes), text(bytes), text(bytes));
      case SnapshotWriter.TYPED ->
          NodeFactory.createLiteralDT(
              text(bytes), TypeMapper.getInstance().getSafeTypeByName(text(bytes)));
      case SnapshotWriter.TRIPLE -> NodeFactory.createTripleTerm(triple(bytes, nodes));
      default -> throw new IllegalArgumentException("not a snapshot");
    };
  }

  /**
   * The other way would parse each tag again, which takes a third of the time; it is as written.
   */
  @SuppressWarnings("deprecation")
  private static Node language(String text, String tag) {
    return NodeFactory.createLiteral(LiteralLabelFactory.createLang(text, tag));
  }

  private static String text(ByteBuffer bytes) {
    int length = bytes.getInt();
    String text =
        new String(
            bytes.array(), bytes.arrayOffset() + bytes.position(), length, StandardCharsets.UTF_8);
    bytes.position(bytes.position() + length);
    return text;
  }
}

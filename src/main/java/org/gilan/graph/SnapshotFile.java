// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The bytes of a snapshot: prefixes, then every node once, then the named graphs as triples of node
 * numbers. RDF Thrift would do, but repeats each node wherever it stands and takes four times as
 * long to read, most of a start.
 */
final class SnapshotFile {
  private static final int MAGIC = 0x67696c32;
  private static final byte IRI = 0;
  private static final byte BLANK = 1;
  private static final byte STRING = 2;
  private static final byte LANGUAGE = 3;
  private static final byte TYPED = 4;
  private static final byte TRIPLE = 5;
  private static final byte DIRECTED = 6;

  private final Map<Node, Integer> numbers = new LinkedHashMap<>();

  private SnapshotFile() {}

  static void write(DatasetGraph dataset, DataOutputStream out) throws IOException {
    SnapshotFile file = new SnapshotFile();
    List<Node> names = new ArrayList<>();
    dataset.listGraphNodes().forEachRemaining(names::add);
    for (Node name : names) {
      file.number(name);
      dataset
          .getGraph(name)
          .find()
          .forEachRemaining(
              t -> {
                file.number(t.getSubject());
                file.number(t.getPredicate());
                file.number(t.getObject());
              });
    }
    out.writeInt(MAGIC);
    Map<String, String> prefixes = dataset.prefixes().getMappingCopy();
    out.writeInt(prefixes.size());
    for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
      text(out, prefix.getKey());
      text(out, prefix.getValue());
    }
    out.writeInt(file.numbers.size());
    for (Node node : file.numbers.keySet()) {
      file.node(out, node);
    }
    out.writeInt(names.size());
    for (Node name : names) {
      file.graph(out, name, dataset.getGraph(name));
    }
  }

  private void number(Node node) {
    if (node.isTripleTerm()) {
      number(node.getTriple().getSubject());
      number(node.getTriple().getPredicate());
      number(node.getTriple().getObject());
    }
    numbers.putIfAbsent(node, numbers.size());
  }

  private void graph(DataOutputStream out, Node name, Graph graph) throws IOException {
    out.writeInt(numbers.get(name));
    out.writeInt(graph.size());
    Iterator<Triple> triples = graph.find();
    while (triples.hasNext()) {
      triple(out, triples.next());
    }
  }

  private void triple(DataOutputStream out, Triple t) throws IOException {
    out.writeInt(numbers.get(t.getSubject()));
    out.writeInt(numbers.get(t.getPredicate()));
    out.writeInt(numbers.get(t.getObject()));
  }

  private void node(DataOutputStream out, Node node) throws IOException {
    if (node.isURI()) {
      out.writeByte(IRI);
      text(out, node.getURI());
    } else if (node.isBlank()) {
      out.writeByte(BLANK);
      text(out, node.getBlankNodeLabel());
    } else if (node.isTripleTerm()) {
      out.writeByte(TRIPLE);
      triple(out, node.getTriple());
    } else if (node.isLiteral()) {
      literal(out, node);
    } else {
      throw new IOException("a snapshot cannot hold " + node);
    }
  }

  private static void literal(DataOutputStream out, Node node) throws IOException {
    if (node.getLiteralBaseDirection() != null) {
      out.writeByte(DIRECTED);
      text(out, node.getLiteralLexicalForm());
      text(out, node.getLiteralLanguage());
      text(out, node.getLiteralBaseDirection().direction());
    } else if (!node.getLiteralLanguage().isEmpty()) {
      out.writeByte(LANGUAGE);
      text(out, node.getLiteralLexicalForm());
      text(out, node.getLiteralLanguage());
    } else if (node.getLiteralDatatype().equals(XSDDatatype.XSDstring)) {
      out.writeByte(STRING);
      text(out, node.getLiteralLexicalForm());
    } else {
      out.writeByte(TYPED);
      text(out, node.getLiteralLexicalForm());
      text(out, node.getLiteralDatatypeURI());
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    // Unlike String.getBytes, this refuses half a character instead of writing "?".
    ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    out.writeInt(bytes.remaining());
    out.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
  }

  /**
   * Reads a snapshot.
   *
   * @param bytes as they were written
   * @param dataset receives prefixes and named graphs
   * @throws IllegalArgumentException when the bytes are no snapshot
   * @throws java.nio.BufferUnderflowException when they end too early
   */
  static void read(ByteBuffer bytes, DatasetGraph dataset) {
    if (bytes.getInt() != MAGIC) {
      throw new IllegalArgumentException("not a snapshot");
    }
    for (int i = bytes.getInt(); i > 0; i--) {
      dataset.prefixes().add(text(bytes), text(bytes));
    }
    Node[] nodes = new Node[bytes.getInt()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = node(bytes, nodes);
    }
    for (int i = bytes.getInt(); i > 0; i--) {
      Graph graph = Assembly.emptyGraph();
      Node name = nodes[bytes.getInt()];
      for (int t = bytes.getInt(); t > 0; t--) {
        graph.add(triple(bytes, nodes));
      }
      dataset.addGraph(name, graph);
    }
  }

  private static Triple triple(ByteBuffer bytes, Node[] nodes) {
    return Triple.create(nodes[bytes.getInt()], nodes[bytes.getInt()], nodes[bytes.getInt()]);
  }

  private static Node node(ByteBuffer bytes, Node[] nodes) {
    return switch (bytes.get()) {
      case IRI -> NodeFactory.createURI(text(bytes));
      case BLANK -> NodeFactory.createBlankNode(text(bytes));
      case STRING -> NodeFactory.createLiteralString(text(bytes));
      case LANGUAGE -> NodeFactory.createLiteralLang(text(bytes), text(bytes));
      case DIRECTED -> NodeFactory.createLiteralDirLang(text(bytes), text(bytes), text(bytes));
      case TYPED ->
          NodeFactory.createLiteralDT(
              text(bytes), TypeMapper.getInstance().getSafeTypeByName(text(bytes)));
      case TRIPLE -> NodeFactory.createTripleTerm(triple(bytes, nodes));
      default -> throw new IllegalArgumentException("not a snapshot");
    };
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

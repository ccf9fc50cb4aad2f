// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.LiteralLabelFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The bytes of a snapshot: prefixes, then every node once, then the named graphs as triples of node
 * numbers, then the counts of the default graph, which unites them; all in an order that does not
 * depend on how the graph came to be, so that the same graph gives the same bytes. RDF Thrift would
 * do, but repeats each node wherever it stands and takes four times as long to read, most of a
 * start.
 */
final class SnapshotFile {
  private static final int MAGIC = 0x67696c34;
  private static final byte IRI = 0;
  private static final byte BLANK = 1;
  private static final byte STRING = 2;
  private static final byte LANGUAGE = 3;
  private static final byte TYPED = 4;
  private static final byte TRIPLE = 5;
  private static final byte DIRECTED = 6;

  private final Map<Node, Integer> numbers = new LinkedHashMap<>();

  private SnapshotFile() {}

  static void write(KnowledgeGraph graph, DataOutputStream out) throws IOException {
    DatasetGraph dataset = graph.dataset();
    SnapshotFile file = new SnapshotFile();
    List<Node> names = new ArrayList<>();
    dataset.listGraphNodes().forEachRemaining(names::add);
    names.sort(Comparator.comparing(Node::getURI));
    file.number(dataset, names);
    out.writeInt(MAGIC);
    Map<String, String> prefixes = new TreeMap<>(dataset.prefixes().getMappingCopy());
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
    file.statistics(out, graph.statistics());
  }

  /** Numbers all nodes by what they are in N-Triples, a triple term after the nodes in it. */
  private void number(DatasetGraph dataset, List<Node> names) {
    Set<Node> nodes = new HashSet<>(names);
    for (Node name : names) {
      dataset
          .getGraph(name)
          .find()
          .forEachRemaining(
              t -> {
                nodes.add(t.getSubject());
                nodes.add(t.getPredicate());
                nodes.add(t.getObject());
              });
    }
    record Written(Node node, String text) {}
    nodes.stream()
        .map(node -> new Written(node, NodeFmtLib.strNT(node)))
        .sorted(Comparator.comparing(Written::text))
        .forEach(written -> number(written.node()));
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
    for (Triple triple : graph.find().toList().stream().sorted(order()).toList()) {
      triple(out, triple);
    }
  }

  private Comparator<Triple> order() {
    return Comparator.comparing((Triple t) -> numbers.get(t.getSubject()))
        .thenComparing(t -> numbers.get(t.getPredicate()))
        .thenComparing(t -> numbers.get(t.getObject()));
  }

  private void statistics(DataOutputStream out, Statistics statistics) throws IOException {
    out.writeInt(statistics.triples());
    out.writeInt(statistics.properties().size());
    for (Statistics.Property property :
        sorted(statistics.properties(), Statistics.Property::name)) {
      out.writeInt(numbers.get(property.name()));
      out.writeInt(property.triples());
      out.writeInt(property.subjects());
      out.writeDouble(property.sameSubject());
      out.writeInt(property.objects());
      out.writeDouble(property.sameObject());
      out.writeInt(property.frequent().size());
      for (Map.Entry<Node, Integer> frequent :
          sorted(property.frequent().entrySet(), Map.Entry::getKey)) {
        out.writeInt(numbers.get(frequent.getKey()));
        out.writeInt(frequent.getValue());
      }
    }
  }

  private <T> List<T> sorted(Collection<T> things, Function<T, Node> node) {
    return things.stream()
        .sorted(Comparator.comparing(thing -> numbers.get(node.apply(thing))))
        .toList();
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

  /** {@return whether these bytes begin as this program writes them} */
  static boolean isOne(ByteBuffer bytes) {
    return bytes.remaining() > Integer.BYTES && bytes.getInt(bytes.position()) == MAGIC;
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
    DatasetGraph dataset = Assembly.emptyDataset();
    for (int i = bytes.getInt(); i > 0; i--) {
      dataset.prefixes().add(text(bytes), text(bytes));
    }
    Node[] nodes = new Node[bytes.getInt()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = node(bytes, nodes);
    }
    for (int i = bytes.getInt(); i > 0; i--) {
      Node name = nodes[bytes.getInt()];
      KeptGraph graph = new KeptGraph(bytes, nodes);
      if (KnowledgeGraph.IN_DEFAULT.contains(name)) {
        graph.forEach(dataset.getDefaultGraph()::add);
      }
      dataset.addGraph(name, graph);
    }
    dataset.prefixes().forEach(dataset.getDefaultGraph().getPrefixMapping()::setNsPrefix);
    return new KnowledgeGraph(dataset, checksum, statistics(bytes, nodes));
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
      case IRI -> NodeFactory.createURI(text(bytes));
      case BLANK -> NodeFactory.createBlankNode(text(bytes));
      case STRING -> NodeFactory.createLiteralString(text(bytes));
      case LANGUAGE -> language(text(bytes), text(bytes));
      case DIRECTED -> NodeFactory.createLiteralDirLang(text(bytes), text(bytes), text(bytes));
      case TYPED ->
          NodeFactory.createLiteralDT(
              text(bytes), TypeMapper.getInstance().getSafeTypeByName(text(bytes)));
      case TRIPLE -> NodeFactory.createTripleTerm(triple(bytes, nodes));
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

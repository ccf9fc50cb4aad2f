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
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Writes the bytes of a snapshot, which {@link SnapshotReader} reads: prefixes, then every node
 * once, then the named graphs as triples of node numbers, then the counts of the default graph,
 * which unites them; all in an order that does not depend on how the graph came to be, so that the
 * same graph gives the same bytes. RDF Thrift would do, but repeats each node wherever it stands
 * and takes four times as long to read, most of a start.
 */
final class SnapshotWriter {
  static final int MAGIC = 0x67696c34;
  static final byte IRI = 0;
  static final byte BLANK = 1;
  static final byte STRING = 2;
  static final byte LANGUAGE = 3;
  static final byte TYPED = 4;
  static final byte TRIPLE = 5;
  static final byte DIRECTED = 6;

  private final Map<Node, Integer> numbers = new LinkedHashMap<>();

  private SnapshotWriter() {}

  static void write(KnowledgeGraph graph, DataOutputStream out) throws IOException {
    DatasetGraph dataset = graph.dataset();
    SnapshotWriter file = new SnapshotWriter();
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
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.AddDeniedException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A graph out of a snapshot finds what the graph that it was made of finds. */
class SortedGraphTest {
  private static final int GRAPHS = 40;

  @TempDir Path folder;

  private final Random random = new Random(1920);

  private Node any(List<Node> nodes) {
    return nodes.get(random.nextInt(nodes.size()));
  }

  /** Few nodes, so that many triples share some; literals that are equal only as numbers. */
  private List<Node> nodes(int many) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      nodes.add(NodeFactory.createURI("urn:" + i));
      nodes.add(NodeFactory.createLiteralString(String.valueOf(i)));
      nodes.add(NodeFactory.createLiteralDT(String.valueOf(i), XSDDatatype.XSDinteger));
      nodes.add(NodeFactory.createLiteralDT("0" + i, XSDDatatype.XSDinteger));
      nodes.add(NodeFactory.createLiteralLang(String.valueOf(i), "fa"));
      nodes.add(NodeFactory.createTripleTerm(nodes.get(0), nodes.get(0), any(nodes)));
    }
    return nodes;
  }

  private Graph fill(Graph graph, List<Node> nodes, int many) {
    List<Node> names = nodes.stream().filter(Node::isURI).toList();
    for (int i = 0; i < many; i++) {
      graph.add(any(names), any(names), any(nodes));
    }
    return graph;
  }

  private DatasetGraph reread(DatasetGraph dataset) {
    Snapshot snapshot = new Snapshot(folder, note -> assertThat(note).isNull());
    snapshot.save(new KnowledgeGraph(dataset, "sum"));
    return snapshot.load("sum").orElseThrow().dataset();
  }

  @Test
  void findsWhatTheGraphBeforeFinds() {
    for (int round = 1; round <= GRAPHS; round++) {
      List<Node> nodes = nodes(round);
      DatasetGraph before = Assembly.emptyDataset();
      for (Node name : List.of(KnowledgeGraph.FACTS, KnowledgeGraph.CLAIMS)) {
        Graph part = fill(Assembly.emptyGraph(), nodes, random.nextInt(400));
        part.find().forEachRemaining(before.getDefaultGraph()::add);
        before.addGraph(name, part);
      }
      before.addGraph(KnowledgeGraph.SHAPES, fill(Assembly.emptyGraph(), nodes, 20));
      DatasetGraph after = reread(before);
      assertSame(before.getDefaultGraph(), after.getDefaultGraph(), nodes);
      for (Node name :
          List.of(KnowledgeGraph.FACTS, KnowledgeGraph.CLAIMS, KnowledgeGraph.SHAPES)) {
        assertSame(before.getGraph(name), after.getGraph(name), nodes);
      }
    }
  }

  private void assertSame(Graph before, Graph after, List<Node> nodes) {
    assertThat(after.size()).isEqualTo(before.size());
    List<Node> wild = Arrays.asList(null, Node.ANY, Var.alloc("x"));
    for (int i = 0; i < 100; i++) {
      for (int known = 0; known < 8; known++) {
        Node subject = (known & 1) == 0 ? any(wild) : any(nodes);
        Node predicate = (known & 2) == 0 ? any(wild) : any(nodes);
        Node object = (known & 4) == 0 ? any(wild) : any(nodes);
        List<Triple> found = after.find(subject, predicate, object).toList();
        assertThat(found)
            .doesNotHaveDuplicates()
            .containsExactlyInAnyOrderElementsOf(before.find(subject, predicate, object).toList());
        assertThat(after.contains(subject, predicate, object)).isEqualTo(!found.isEmpty());
      }
    }
    assertThat(before.find().toList()).allMatch(after::contains);
  }

  @Test
  void hasTheSameOrderAtEachStart() {
    DatasetGraph dataset = Assembly.emptyDataset();
    dataset.addGraph(KnowledgeGraph.FACTS, fill(Assembly.emptyGraph(), nodes(30), 300));
    dataset.getGraph(KnowledgeGraph.FACTS).find().forEachRemaining(dataset.getDefaultGraph()::add);
    Snapshot snapshot = new Snapshot(folder, note -> {});
    KnowledgeGraph first = snapshot.save(new KnowledgeGraph(dataset, "sum"));
    KnowledgeGraph later = snapshot.load("sum").orElseThrow();
    assertThat(first.dataset().getDefaultGraph().find().toList())
        .hasSizeGreaterThan(200)
        .containsExactlyElementsOf(later.dataset().getDefaultGraph().find().toList());
  }

  @Test
  void cannotBeWrittenTo() {
    DatasetGraph dataset = reread(Assembly.emptyDataset());
    Node a = NodeFactory.createURI("urn:a");
    assertThatThrownBy(() -> dataset.getDefaultGraph().add(a, a, a))
        .isInstanceOf(AddDeniedException.class);
    assertThat(dataset.getDefaultGraph().isEmpty()).isTrue();
    ExtendedIterator<Triple> none = dataset.getDefaultGraph().find();
    assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
    assertThat(Stream.of(a).filter(n -> dataset.getDefaultGraph().contains(n, n, n))).isEmpty();
  }
}

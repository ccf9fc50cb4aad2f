// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.TransactionHandler;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.SimpleTransactionHandler;
import org.apache.jena.sparql.graph.GraphWrapper;

/**
 * A named graph as it lies in a snapshot, three numbers of nodes a triple. It is indexed when it is
 * first asked for: most questions go to the default graph, so a start need not wait for the others,
 * nor need memory hold them.
 */
final class KeptGraph extends GraphWrapper {
  private static final int BYTES = 3 * Integer.BYTES;

  private final Node[] nodes;
  private final IntBuffer numbers;
  private volatile Graph indexed;

  /** Takes the graph that begins here, its size first, and leaves the buffer behind it. */
  KeptGraph(ByteBuffer bytes, Node[] nodes) {
    super(null);
    this.nodes = nodes;
    int length = Math.multiplyExact(bytes.getInt(), BYTES);
    numbers = bytes.slice(bytes.position(), length).asIntBuffer();
    bytes.position(bytes.position() + length);
  }

  /** Gives every triple, without an index. */
  void forEach(Consumer<Triple> triples) {
    for (int i = 0; i < numbers.limit(); ) {
      triples.accept(
          Triple.create(nodes[numbers.get(i++)], nodes[numbers.get(i++)], nodes[numbers.get(i++)]));
    }
  }

  /** A dataset asks when it takes the graph in; that is no reason to index it. */
  @Override
  public TransactionHandler getTransactionHandler() {
    return new SimpleTransactionHandler();
  }

  @Override
  public Graph get() {
    if (indexed == null) {
      synchronized (this) {
        if (indexed == null) {
          Graph graph = Assembly.emptyGraph();
          forEach(graph::add);
          indexed = graph;
        }
      }
    }
    return indexed;
  }
}

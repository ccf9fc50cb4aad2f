// SPDX-License-Identifier: Apache-2.0
package org.gilan.store;

import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;
import org.gilan.graph.KnowledgeGraph;

/**
 * What is loaded, as it comes: what is in a graph that the default graph unites goes there, too.
 * Prefixes of the file are none of ours.
 */
final class Arriving extends StreamRDFWrapper {
  private static final long TOLD_EACH = 5_000_000;

  private final Consumer<String> notes;
  private long count;

  Arriving(StreamRDF store, Consumer<String> notes) {
    super(store);
    this.notes = notes;
  }

  @Override
  public void prefix(String prefix, String iri) {}

  @Override
  public void triple(Triple triple) {
    tell();
    super.triple(triple);
  }

  @Override
  public void quad(Quad quad) {
    if (quad.isDefaultGraph()) {
      triple(quad.asTriple());
      return;
    }
    tell();
    super.quad(quad);
    if (KnowledgeGraph.IN_DEFAULT.contains(quad.getGraph())) {
      triple(quad.asTriple());
    }
  }

  private void tell() {
    count++;
    if (count % TOLD_EACH == 0) {
      notes.accept("%,d".formatted(count));
    }
  }

  long count() {
    return count;
  }
}

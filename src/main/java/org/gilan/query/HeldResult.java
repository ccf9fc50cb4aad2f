// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphWrapper;

/**
 * Results that are held whole before they are written: graphs that a query makes. What RDF cannot
 * hold is left out, SPARQL 1.1 section 16.2.
 */
public final class HeldResult {
  private static final long TRIPLE = 250;

  private HeldResult() {}

  /**
   * {@return an empty graph whose triples are held}
   *
   * @param work for which
   */
  public static Graph graph(Work work) {
    return new GraphWrapper(GraphFactory.createDefaultGraph()) {
      @Override
      public void add(Triple triple) {
        if (Rdf.holds(triple) && !super.contains(triple)) {
          work.hold(TRIPLE + Size.of(triple));
          super.add(triple);
        }
      }

      @Override
      public void add(Node subject, Node predicate, Node object) {
        add(Triple.create(subject, predicate, object));
      }
    };
  }

  /**
   * {@return an empty dataset whose quads are held}
   *
   * @param work for which
   */
  public static DatasetGraph dataset(Work work) {
    return new DatasetGraphWrapper(DatasetGraphFactory.create()) {
      @Override
      public void add(Quad quad) {
        if (Rdf.holds(quad.asTriple()) && !quad.getGraph().isLiteral()) {
          work.hold(TRIPLE + Size.of(quad.asTriple()));
          super.add(quad);
        }
      }
    };
  }
}

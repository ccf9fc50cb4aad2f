// SPDX-License-Identifier: Apache-2.0
package org.gilan.store;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.graph.GraphWrapper;

/**
 * A dataset of TDB2 with what is known of it: names and sizes of graphs, for which TDB2 would read
 * an index from end to end, and prefixes, for which it would need a transaction.
 */
final class StoredDataset extends DatasetGraphWrapper {
  private final Seal seal;
  private final PrefixMap prefixes;
  private final PrefixMapping mapping = new PrefixMappingImpl();

  StoredDataset(DatasetGraph dataset, Seal seal) {
    super(dataset);
    this.seal = seal;
    this.prefixes = PrefixMapFactory.create(seal.prefixes());
    mapping.setNsPrefixes(seal.prefixes()).lock();
  }

  @Override
  public PrefixMap prefixes() {
    return prefixes;
  }

  @Override
  public Graph getDefaultGraph() {
    return new Sized(super.getDefaultGraph(), mapping, seal.statistics().triples());
  }

  @Override
  public Graph getGraph(Node name) {
    return new Sized(super.getGraph(name), mapping, seal.sizes().getOrDefault(name, 0));
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return seal.sizes().keySet().iterator();
  }

  @Override
  public boolean containsGraph(Node name) {
    return seal.sizes().containsKey(name);
  }

  @Override
  public long size() {
    return seal.sizes().size();
  }

  /** A graph whose size is known. */
  private static final class Sized extends GraphWrapper {
    private final PrefixMapping prefixes;
    private final int size;

    Sized(Graph graph, PrefixMapping prefixes, int size) {
      super(graph);
      this.prefixes = prefixes;
      this.size = size;
    }

    @Override
    public PrefixMapping getPrefixMapping() {
      return prefixes;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public boolean isEmpty() {
      return size == 0;
    }
  }
}

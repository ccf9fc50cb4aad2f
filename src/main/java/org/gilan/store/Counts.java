// SPDX-License-Identifier: Apache-2.0
package org.gilan.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.gilan.graph.Statistics;

/**
 * Counts a stored graph from its indexes, one pass through each. What belongs together lies side by
 * side there, so that nothing is held but the counts, however large the graph.
 */
final class Counts {
  /** Of the objects that a property often has, so many are counted by themselves. */
  private static final int MOST_FREQUENT = 1000;

  private final DatasetGraph dataset;
  private final NodeTable nodes;
  private final Map<NodeId, Count> counts = new LinkedHashMap<>();
  private final Map<Node, Integer> sizes = new LinkedHashMap<>();
  private int triples;

  /** A property while it is counted. */
  private static final class Count {
    private final Map<NodeId, Integer> frequent = new HashMap<>();
    private int triples;
    private int subjects;
    private double subjectSquares;
    private int objects;
    private double objectSquares;

    void subject(int run) {
      triples += run;
      subjects++;
      subjectSquares += (double) run * run;
    }

    void object(NodeId object, int run) {
      objects++;
      objectSquares += (double) run * run;
      if (run > Statistics.FREQUENT) {
        frequent.merge(object, run, Integer::sum);
        if (frequent.size() > 2 * MOST_FREQUENT) {
          keepMost();
        }
      }
    }

    private void keepMost() {
      List<Integer> runs = new ArrayList<>(frequent.values());
      runs.sort(Comparator.reverseOrder());
      int least = runs.get(MOST_FREQUENT);
      frequent.values().removeIf(run -> run <= least);
    }
  }

  /** Takes what lies side by side. */
  private interface Runs {
    void run(Tuple<NodeId> first, int length);
  }

  /** Counts a dataset of TDB2; to be done in a transaction. */
  Counts(DatasetGraph dataset) {
    this.dataset = dataset;
    this.nodes =
        TDBInternal.getDatasetGraphTDB(dataset).getTripleTable().getNodeTupleTable().getNodeTable();
    runs("SPO", 0, 1, (t, run) -> of(t.get(1)).subject(run));
    runs("POS", 1, 2, (t, run) -> of(t.get(1)).object(t.get(2), run));
    triples = counts.values().stream().mapToInt(count -> count.triples).sum();
    Set<NodeId> known = new HashSet<>(counts.keySet());
    runs(
        "GSPO",
        1,
        2,
        (t, run) -> {
          sizes.merge(node(t.get(0)), run, Integer::sum);
          if (!known.contains(t.get(2))) {
            of(t.get(2)).subject(run);
          }
        });
    runs(
        "GPOS",
        2,
        3,
        (t, run) -> {
          if (!known.contains(t.get(2))) {
            of(t.get(2)).object(t.get(3), run);
          }
        });
  }

  /** Gives the runs of tuples that are alike in these two places; a graph ends a run, too. */
  private void runs(String index, int one, int two, Runs runs) {
    Iterator<Tuple<NodeId>> all = TDBInternal.findIndex(dataset, index).all();
    Tuple<NodeId> first = null;
    int length = 0;
    while (all.hasNext()) {
      Tuple<NodeId> next = all.next();
      if (first == null
          || !next.get(one).equals(first.get(one))
          || !next.get(two).equals(first.get(two))
          || index.startsWith("G") && !next.get(0).equals(first.get(0))) {
        if (first != null) {
          runs.run(first, length);
        }
        first = next;
        length = 0;
      }
      length++;
    }
    if (first != null) {
      runs.run(first, length);
    }
  }

  private Count of(NodeId property) {
    return counts.computeIfAbsent(property, p -> new Count());
  }

  private Node node(NodeId id) {
    return nodes.getNodeForNodeId(id);
  }

  /** {@return how many triples each named graph has} */
  Map<Node, Integer> sizes() {
    return sizes;
  }

  /** {@return what the planner goes by} */
  Statistics statistics() {
    return new Statistics(
        triples, counts.entrySet().stream().map(e -> property(e.getKey(), e.getValue())).toList());
  }

  private Statistics.Property property(NodeId id, Count count) {
    double usual = count.triples / (double) count.objects;
    Map<Node, Integer> frequent = new LinkedHashMap<>();
    count.frequent.forEach(
        (object, run) -> {
          if (run > usual * Statistics.FAR_FROM_USUAL) {
            frequent.put(node(object), run);
          }
        });
    return new Statistics.Property(
        node(id),
        count.triples,
        count.subjects,
        count.subjectSquares / count.triples,
        count.objects,
        count.objectSquares / count.triples,
        frequent);
  }
}

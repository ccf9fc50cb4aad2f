// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/**
 * Tells, after many rows went through a pattern together, which results are whose.
 *
 * @param tag the variable that numbers the rows meanwhile
 * @param isKept which variables go on, besides those of the row
 * @param fate what becomes of a row
 */
record OwnResults(Var tag, Predicate<Var> isKept, Fate fate) {
  /** Decides from a row and its own results what goes on. */
  @FunctionalInterface
  interface Fate {
    List<Binding> of(Binding row, List<Binding> own);
  }

  /** {@return the rows, each with its number} */
  Iterator<Binding> tagged(List<Binding> rows) {
    List<Binding> tagged = new ArrayList<>();
    for (Binding row : rows) {
      tagged.add(Binding.builder(row).add(tag, NodeFactoryExtra.intToNode(tagged.size())).build());
    }
    return tagged.iterator();
  }

  /** {@return what goes on, in the order of the rows} */
  Iterator<Binding> of(List<Binding> rows, QueryIterator results) {
    Map<Node, List<Binding>> own = new HashMap<>();
    try {
      results.forEachRemaining(r -> own.computeIfAbsent(r.get(tag), t -> new ArrayList<>()).add(r));
    } finally {
      results.close();
    }
    List<Binding> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Binding row = rows.get(i);
      List<Binding> its = own.getOrDefault(NodeFactoryExtra.intToNode(i), List.of());
      all.addAll(fate.of(row, its.stream().map(r -> untagged(row, r)).toList()));
    }
    return all.iterator();
  }

  private Binding untagged(Binding row, Binding result) {
    BindingBuilder plain = Binding.builder(row);
    result.forEach(
        (var, value) -> {
          if (!var.equals(tag) && !row.contains(var) && isKept.test(var)) {
            plain.add(var, value);
          }
        });
    return plain.build();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.gilan.vocab.Gilan;

/**
 * Reads the rows of an answer as a network: the first column of things leads to the second. A
 * column of whole numbers is the weight; without one it is the number of rows.
 */
final class AnswerNetwork {
  private final DatasetGraph dataset;
  private final LinkedWording wording;

  AnswerNetwork(DatasetGraph dataset) {
    this.dataset = dataset;
    this.wording =
        new LinkedWording(dataset.getDefaultGraph(), dataset.getDefaultGraph().getPrefixMapping());
  }

  /** {@return the answer's network; empty when it has not two columns of things} */
  Optional<Network> of(String sparql) {
    List<Binding> rows = new ArrayList<>();
    List<Var> columns;
    try (QueryExec exec = QueryExec.dataset(dataset).query(sparql).build()) {
      RowSet answer = exec.select();
      columns = answer.getResultVars();
      answer.forEachRemaining(rows::add);
    }
    List<Var> things =
        columns.stream()
            .filter(column -> rows.stream().anyMatch(r -> isThing(r.get(column))))
            .toList();
    if (things.size() < 2) {
      return Optional.empty();
    }
    Optional<Var> weight =
        columns.stream()
            .filter(
                column -> !rows.isEmpty() && rows.stream().allMatch(r -> isWhole(r.get(column))))
            .findFirst();
    return Optional.of(network(rows, things.get(0), things.get(1), weight));
  }

  private Network network(List<Binding> rows, Var from, Var to, Optional<Var> weight) {
    Map<List<Node>, Integer> ties = new LinkedHashMap<>();
    for (Binding row : rows) {
      if (isThing(row.get(from)) && isThing(row.get(to))) {
        int more = weight.map(w -> Integer.parseInt(row.get(w).getLiteralLexicalForm())).orElse(1);
        ties.merge(List.of(row.get(from), row.get(to)), more, Integer::sum);
      }
    }
    Map<Node, Term> terms = new HashMap<>();
    return new Network(
        ties.entrySet().stream()
            .map(
                tie ->
                    new Network.Tie(
                        terms.computeIfAbsent(tie.getKey().get(0), wording::term),
                        terms.computeIfAbsent(tie.getKey().get(1), wording::term),
                        tie.getValue()))
            .toList());
  }

  private static boolean isThing(Node node) {
    return node != null && node.isURI() && node.getURI().startsWith(Gilan.ID);
  }

  private static boolean isWhole(Node node) {
    return node != null
        && node.isLiteral()
        && XSDDatatype.XSDinteger.equals(node.getLiteralDatatype());
  }
}

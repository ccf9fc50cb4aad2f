// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * Reads the rows of an answer as a network: the first column of things leads to the second. A
 * column of whole numbers is the weight; without one it is the number of rows.
 */
final class AnswerNetwork {
  private AnswerNetwork() {}

  /** {@return the answer's network; empty when it has not two columns of things} */
  static Optional<Network> of(LinkedWording wording, AnswerRows answer) {
    List<Var> things = answer.things();
    if (things.size() < 2) {
      return Optional.empty();
    }
    Optional<Var> weight =
        answer.columns().stream()
            .filter(column -> answer.all(column, AnswerNetwork::isWhole))
            .filter(column -> answer.rows().stream().allMatch(row -> row.contains(column)))
            .findFirst();
    return Optional.of(network(wording, answer.rows(), things.get(0), things.get(1), weight));
  }

  private static Network network(
      LinkedWording wording, List<Binding> rows, Var from, Var to, Optional<Var> weight) {
    Map<List<Node>, Integer> ties = new LinkedHashMap<>();
    for (Binding row : rows) {
      Node start = AnswerRows.node(row, from);
      Node end = AnswerRows.node(row, to);
      if (AnswerRows.isThing(start) && AnswerRows.isThing(end)) {
        int more = weight.map(w -> Integer.parseInt(row.get(w).getLiteralLexicalForm())).orElse(1);
        ties.merge(List.of(start, end), more, Integer::sum);
      }
    }
    return new Network(
        ties.entrySet().stream()
            .map(
                tie ->
                    new Network.Tie(
                        wording.term(tie.getKey().get(0)),
                        wording.term(tie.getKey().get(1)),
                        tie.getValue()))
            .toList());
  }

  private static boolean isWhole(Node node) {
    return node.isLiteral() && XSDDatatype.XSDinteger.equals(node.getLiteralDatatype());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.ResultsReader;
import org.gilan.graph.Statistics;

/** Answers taken apart, so that two can be compared. */
final class Rows {
  private static final DatasetGraph EMPTY = DatasetGraphFactory.create();
  private static final PreparedQueries QUERIES =
      new PreparedQueries(
          new Planner(Statistics.of(EMPTY.getDefaultGraph())), query -> {}, Capacity.unlimited());

  private Rows() {}

  /** {@return the answer to a query where there is no graph; {@code xsd:} is known} */
  static RowSet asked(String query) {
    return asked(prepared(query));
  }

  static PreparedQuery prepared(String query) {
    return QUERIES.get("PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> " + query);
  }

  static RowSet asked(PreparedQuery prepared) {
    try (Work work = Capacity.unlimited().begin();
        QueryExec exec = Execution.of(prepared, EMPTY, Execution.context(EMPTY), null, work)) {
      return exec.select().materialize();
    }
  }

  /** {@return the answer that this JSON holds} */
  static RowSet read(InputStream json) {
    return RowSet.adapt(ResultsReader.create().lang(ResultSetLang.RS_JSON).build().read(json));
  }

  /** {@return row by row the cells by column, each as the function tells it} */
  static List<Map<String, String>> of(RowSet rows, Function<Node, String> value) {
    return rows.stream()
        .map(
            row -> {
              Map<String, String> cells = new TreeMap<>();
              row.forEach((name, node) -> cells.put(name.getVarName(), value.apply(node)));
              return cells;
            })
        .toList();
  }
}

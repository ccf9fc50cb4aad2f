// SPDX-License-Identifier: Apache-2.0
package org.gilan.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.gilan.format.ResultFormat;
import org.gilan.format.ResultWriter;
import org.gilan.graph.Statistics;
import org.gilan.query.Capacity;
import org.gilan.query.Planner;
import org.gilan.query.PreparedQueries;
import org.gilan.query.QueryLimits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the parts of an answer cost: reading a query, anew or from the cache, and writing rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Parts {
  private static final String QUERY =
      "PREFIX gilan: <https://w3id.org/gilan/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
          + " SELECT ?treaty ?label ?party { ?treaty gilan:party ?party ; rdfs:label ?label"
          + " FILTER (LANG(?label) = 'en') } ORDER BY ?label ?party";
  private static final Var THING = Var.alloc("thing");
  private static final Var LABEL = Var.alloc("label");
  private static final int ROWS = 1000;

  private final PreparedQueries prepared =
      new PreparedQueries(
          new Planner(Statistics.of(GraphFactory.createDefaultGraph())),
          query -> {},
          new Capacity(QueryLimits.usual()));
  private final List<Binding> rows = new ArrayList<>();
  private int count;

  /** Makes rows like those of the catalogue. */
  public Parts() {
    for (int i = 0; i < ROWS; i++) {
      rows.add(
          BindingFactory.binding(
              THING, NodeFactory.createURI("https://w3id.org/gilan/id/a-thing-of-number-" + i),
              LABEL, NodeFactory.createLiteralLang("A thing with the number " + i, "en")));
    }
  }

  private RowSet rows() {
    return RowSetStream.create(
        List.of(THING, LABEL), QueryIterPlainWrapper.create(rows.iterator()));
  }

  /** Jena's parser alone. */
  @Benchmark
  public Object parse() {
    return QueryFactory.create(QUERY);
  }

  /** Read, checked and planned, a text that is new. */
  @Benchmark
  public Object prepareNew() {
    return prepared.get(QUERY + " # " + count++);
  }

  /** Read before. */
  @Benchmark
  public Object prepareKnown() {
    return prepared.get(QUERY);
  }

  /** A thousand rows by Jena's writer of JSON. */
  @Benchmark
  public Object writeJsonByJena() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
    ResultsWriter.create().lang(ResultSetLang.RS_JSON).build().write(out, rows());
    return out;
  }

  /** The same by ours. */
  @Benchmark
  public Object writeJson() throws IOException {
    return write(ResultFormat.JSON);
  }

  /** The same in XML. */
  @Benchmark
  public Object writeXml() throws IOException {
    return write(ResultFormat.XML);
  }

  /** The same in CSV. */
  @Benchmark
  public Object writeCsv() throws IOException {
    return write(ResultFormat.CSV);
  }

  private Object write(ResultFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
    ResultWriter.write(out, format, rows(), new Prologue());
    return out;
  }
}

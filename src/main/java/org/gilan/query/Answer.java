// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.gilan.federation.AllowedServices;
import org.gilan.federation.Federation;
import org.gilan.federation.Limits;
import org.gilan.format.Choice;
import org.gilan.format.ResultFormat;
import org.gilan.format.ResultWriter;
import org.gilan.graph.KnowledgeGraph;

/** Asks a query of the graph in this process and writes what comes back. */
public final class Answer {
  private final KnowledgeGraph graph;
  private final Federation federation;
  private final Consumer<String> warnings;
  private final PreparedQueries queries;
  private final Capacity capacity;

  /**
   * Prepares to ask, without any other endpoint, within the usual limits.
   *
   * @param graph what is asked
   */
  public Answer(KnowledgeGraph graph) {
    this(graph, new Capacity(QueryLimits.usual()));
  }

  /**
   * Prepares to ask, without any other endpoint.
   *
   * @param graph what is asked
   * @param capacity what there is for this and for all else that runs
   */
  public Answer(KnowledgeGraph graph, Capacity capacity) {
    this(
        graph,
        new Federation(AllowedServices.none(), Limits.usual(), "gilan"),
        warning -> {},
        capacity);
  }

  /**
   * Prepares to ask without limits.
   *
   * @param graph what is asked
   * @param federation who else may be asked, by {@code SERVICE}
   * @param warnings is told what an answer lacks because an endpoint failed that the query calls
   *     {@code SILENT}
   */
  public Answer(KnowledgeGraph graph, Federation federation, Consumer<String> warnings) {
    this(graph, federation, warnings, Capacity.unlimited());
  }

  /**
   * Prepares to ask.
   *
   * @param graph what is asked
   * @param federation who else may be asked, by {@code SERVICE}
   * @param warnings is told what an answer lacks
   * @param capacity what there is for this and for all else that runs
   */
  public Answer(
      KnowledgeGraph graph, Federation federation, Consumer<String> warnings, Capacity capacity) {
    this.capacity = capacity;
    this.graph = graph;
    this.federation = federation;
    this.warnings = warnings;
    this.queries =
        new PreparedQueries(new Planner(graph.statistics()), federation::check, capacity);
  }

  /**
   * Asks and writes. The query is parsed before anything is written.
   *
   * @param sparql SELECT, ASK, CONSTRUCT or DESCRIBE; SPARQL 1.2 is understood
   * @param format how to write; a format that does not fit the kind of query is replaced by the one
   *     of the same name that does (JSON-LD for JSON), or by the plain one (a table, or Turtle)
   * @param out receives the answer
   * @return the number of rows or triples
   * @throws QueryException when the query is malformed or a {@code SERVICE} is not allowed or fails
   */
  public long write(String sparql, ResultFormat format, OutputStream out) {
    return ask(
        sparql,
        warnings,
        (query, exec, work) -> {
          try {
            return write(query, exec, work, format, out);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /**
   * {@return the rows of a query, read whole}
   *
   * @param sparql SELECT
   * @throws QueryException when the query is malformed or a {@code SERVICE} is not allowed
   */
  public RowSet rows(String sparql) {
    return rows(sparql, warnings);
  }

  /**
   * {@return the rows of a query, read whole}
   *
   * @param sparql SELECT
   * @param warnings is told what this answer lacks
   * @throws QueryException when the query is malformed or a {@code SERVICE} is not allowed or fails
   */
  public RowSet rows(String sparql, Consumer<String> warnings) {
    return ask(sparql, warnings, (query, exec, work) -> exec.select().materialize());
  }

  /**
   * {@return whether it is so}
   *
   * @param sparql ASK
   * @throws QueryException when the query is malformed or a {@code SERVICE} is not allowed
   */
  public boolean yes(String sparql) {
    return ask(sparql, warnings, (query, exec, work) -> exec.ask());
  }

  /**
   * {@return the triples of a query}
   *
   * @param sparql CONSTRUCT
   * @throws QueryException when the query is malformed or a {@code SERVICE} is not allowed
   */
  public Graph graph(String sparql) {
    return ask(sparql, warnings, (query, exec, work) -> exec.construct(HeldResult.graph(work)));
  }

  /** Takes what a running query gives. */
  private interface Reading<T> {
    T of(Query query, QueryExec exec, Work work);
  }

  private <T> T ask(String sparql, Consumer<String> warnings, Reading<T> reading) {
    PreparedQuery prepared = queries.get(sparql);
    Context context = Execution.context(graph.dataset());
    federation.follow(
        context,
        warning -> {
          warnings.accept(warning);
          return true;
        });
    try (Work work = capacity.begin();
        QueryExec exec =
            Execution.of(
                prepared,
                dataset(prepared.query(), work),
                context,
                prepared.query().getDatasetDescription(),
                work)) {
      try {
        return reading.of(prepared.query(), exec, work);
      } catch (QueryCancelledException e) {
        throw work.reason(e);
      }
    } finally {
      Federation.check(context);
    }
  }

  private DatasetGraph dataset(Query query, Work work) {
    DatasetGraph all = work.watch(graph.dataset());
    return query.hasDatasetDescription()
        ? DynamicDatasets.dynamicDataset(DatasetDescription.create(query), all, false)
        : all;
  }

  private long write(Query query, QueryExec exec, Work work, ResultFormat format, OutputStream out)
      throws IOException {
    if (query.isSelectType()) {
      RowSet rows = exec.select().materialize();
      ResultWriter.write(
          out, fitting(format, ResultFormat.OF_ROWS, ResultFormat.TABLE), rows, prologue(query));
      return rows.getRowNumber();
    }
    if (query.isAskType()) {
      ResultWriter.write(
          out, fitting(format, ResultFormat.OF_BOOLEANS, ResultFormat.TABLE), exec.ask());
      return 1;
    }
    Graph result = HeldResult.graph(work);
    if (query.isConstructType()) {
      exec.construct(result);
    } else {
      exec.describe(result);
    }
    ResultFormat fitting = fitting(format, ResultFormat.OF_GRAPHS, ResultFormat.TURTLE);
    RDFDataMgr.write(out, result, fitting.pretty());
    return result.size();
  }

  /** {@return the format, or the one of its name that fits, or the plain one} */
  private static ResultFormat fitting(
      ResultFormat format, List<ResultFormat> offered, ResultFormat plain) {
    return offered.contains(format)
        ? format
        : ResultFormat.named(format.extension(), offered).map(Choice::format).orElse(plain);
  }

  private Prologue prologue(Query query) {
    PrefixMapping prefixes = PrefixMapping.Factory.create();
    prefixes.setNsPrefixes(graph.dataset().prefixes().getMappingCopy());
    prefixes.setNsPrefixes(query.getPrefixMapping());
    return new Prologue(prefixes);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.apache.jena.sparql.util.Context;
import org.gilan.federation.AllowedServices;
import org.gilan.federation.Federation;
import org.gilan.federation.Limits;
import org.gilan.graph.KnowledgeGraph;

/** Asks a query of the graph in this process and writes what comes back. */
public final class Answer {
  private final KnowledgeGraph graph;
  private final Federation federation;
  private final Consumer<String> warnings;

  /**
   * Prepares to ask, without any other endpoint.
   *
   * @param graph what is asked
   */
  public Answer(KnowledgeGraph graph) {
    this(graph, new Federation(AllowedServices.none(), Limits.usual(), "gilan"), warning -> {});
  }

  /**
   * Prepares to ask.
   *
   * @param graph what is asked
   * @param federation who else may be asked, by {@code SERVICE}
   * @param warnings is told what an answer lacks because an endpoint failed that the query calls
   *     {@code SILENT}
   */
  public Answer(KnowledgeGraph graph, Federation federation, Consumer<String> warnings) {
    this.graph = graph;
    this.federation = federation;
    this.warnings = warnings;
  }

  /**
   * Asks and writes. The query is parsed before anything is written.
   *
   * @param sparql SELECT, ASK, CONSTRUCT or DESCRIBE; SPARQL 1.2 is understood
   * @param format how to write; a form that does not fit the kind of query is replaced by the plain
   *     one of its kind (a table, or Turtle)
   * @param out receives the answer
   * @return the number of rows or triples
   * @throws QueryException when the query is malformed or a {@code SERVICE} is not allowed or fails
   */
  public long write(String sparql, Format format, OutputStream out) {
    Query query = QueryFactory.create(sparql);
    federation.check(query);
    Context context = ARQ.getContext().copy();
    federation.follow(
        context,
        warning -> {
          warnings.accept(warning);
          return true;
        });
    try (QueryExec exec =
        QueryExec.dataset(graph.dataset()).query(query).context(context).build()) {
      return write(query, exec, format, out);
    } finally {
      Federation.check(context);
    }
  }

  private long write(Query query, QueryExec exec, Format format, OutputStream out) {
    if (query.isSelectType()) {
      RowSet rows = exec.select().materialize();
      rows(rows, query, format, out);
      return rows.getRowNumber();
    }
    if (query.isAskType()) {
      boolean yes = exec.ask();
      if (format == Format.TABLE || format == Format.TURTLE) {
        new PrintStream(out, true, StandardCharsets.UTF_8).println(yes ? "yes" : "no");
      } else {
        ResultsWriter.create().lang(format.lang()).build().write(out, yes);
      }
      return 1;
    }
    Graph result = query.isConstructType() ? exec.construct() : exec.describe();
    RDFDataMgr.write(out, result, Lang.TURTLE);
    return result.size();
  }

  private void rows(RowSet rows, Query query, Format format, OutputStream out) {
    if (format == Format.TABLE || format == Format.TURTLE) {
      PrefixMapping prefixes = PrefixMapping.Factory.create();
      prefixes.setNsPrefixes(graph.dataset().prefixes().getMappingCopy());
      prefixes.setNsPrefixes(query.getPrefixMapping());
      ResultSetFormatter.out(out, ResultSet.adapt(rows), new Prologue(prefixes));
    } else {
      ResultsWriter.create().lang(format.lang()).build().write(out, rows);
    }
  }
}

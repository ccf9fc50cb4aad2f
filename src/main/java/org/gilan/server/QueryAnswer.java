// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.gilan.federation.Federation;
import org.gilan.format.ResultFormat;
import org.gilan.format.ResultWriter;
import org.gilan.query.HeldResult;
import org.gilan.query.Work;

/** What a running query gives; each step fails as the endpoints fail that it asks. */
record QueryAnswer(Query query, QueryExec exec, Context context, Work work) {
  /** What a row takes that waits for the widest of its column. */
  private static final long TABLE_ROW = 300;

  /** {@return whether the answer is a graph, which is there before its format is chosen} */
  boolean isGraph() {
    return query.isConstructType() || query.isDescribeType();
  }

  /** {@return the answer of a query that gives a graph, or several} */
  DatasetGraph graph() {
    if (query.isConstructQuad()) {
      return step(() -> exec.constructDataset(HeldResult.dataset(work)));
    }
    return DatasetGraphFactory.wrap(
        step(
            () ->
                query.isConstructType()
                    ? exec.construct(HeldResult.graph(work))
                    : exec.describe(HeldResult.graph(work))));
  }

  /** Writes the answer of a query that gives rows, or yes or no. */
  void write(OutputStream out, ResultFormat format) throws IOException {
    if (query.isSelectType()) {
      long kept = format == ResultFormat.TABLE ? TABLE_ROW : 0;
      ResultWriter.write(out, format, new Rows(step(exec::select), context, work, kept), query);
    } else {
      ResultWriter.write(out, format, step(exec::ask).booleanValue());
    }
  }

  private <T> T step(Supplier<T> step) {
    return step(context, step);
  }

  /** Takes a step of a query, and throws what went wrong with a SERVICE in it. */
  private static <T> T step(Context context, Supplier<T> step) {
    try {
      return step.get();
    } finally {
      Federation.check(context);
    }
  }

  /** Rows as they come; the writer keeps some bytes of each, or none. */
  private record Rows(RowSet rows, Context context, Work work, long kept) implements RowSet {
    @Override
    public boolean hasNext() {
      try {
        return rows.hasNext();
      } finally {
        Federation.check(context);
      }
    }

    @Override
    public Binding next() {
      if (rows.getRowNumber() >= work.limits().rows()) {
        throw new Problem(
            422,
            "The answer has more than " + work.limits().rows() + " rows",
            "Ask for it in parts, with LIMIT and OFFSET.");
      }
      work.hold(kept);
      try {
        return rows.next();
      } finally {
        Federation.check(context);
      }
    }

    @Override
    public List<Var> getResultVars() {
      return rows.getResultVars();
    }

    @Override
    public long getRowNumber() {
      return rows.getRowNumber();
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}

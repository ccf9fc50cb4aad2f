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

/** What a running query gives; each step fails as the endpoints fail that it asks. */
record QueryAnswer(Query query, QueryExec exec, Context context) {
  /** {@return whether the answer is a graph, which is there before its format is chosen} */
  boolean isGraph() {
    return query.isConstructType() || query.isDescribeType();
  }

  /** {@return the answer of a query that gives a graph, or several} */
  DatasetGraph graph() {
    if (query.isConstructQuad()) {
      return step(exec::constructDataset);
    }
    return DatasetGraphFactory.wrap(
        step(query.isConstructType() ? exec::construct : exec::describe));
  }

  /** Writes the answer of a query that gives rows, or yes or no. */
  void write(OutputStream out, ResultFormat format) throws IOException {
    if (query.isSelectType()) {
      ResultWriter.write(out, format, new Rows(step(exec::select), context), query);
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

  private record Rows(RowSet rows, Context context) implements RowSet {
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

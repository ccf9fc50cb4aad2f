// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitor;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/**
 * Answers queries as Fuseki does, but asks nobody else, and an answer that runs out of time is an
 * error: 503 while nothing is sent, afterwards a broken connection (see {@link WholeAnswers}).
 */
final class QueryEndpoint extends SPARQL_QueryDataset {

  /** The walker does not visit what a query is ordered by, so that is walked apart. */
  private static final OpVisitor NO_SERVICE =
      new OpVisitorBase() {
        @Override
        public void visit(OpService service) {
          ServletOps.error(
              HttpServletResponse.SC_FORBIDDEN,
              "SERVICE is switched off: this server asks no other server. Send the query to an"
                  + " endpoint that follows SERVICE, and let that one ask here.");
        }
      };

  /** Passes through Fuseki's writers, which would turn a cancelled query into a comment. */
  private static final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfTime(QueryCancelledException cause) {
      super(cause);
    }
  }

  private final Duration firstResult;
  private final Duration wholeResult;

  /** Takes the longest that a query may take to its first result and altogether. */
  QueryEndpoint(Duration firstResult, Duration wholeResult) {
    this.firstResult = firstResult;
    this.wholeResult = wholeResult;
  }

  @Override
  protected void validateQuery(HttpAction action, Query query) {
    Op pattern = Algebra.compile(query);
    if (pattern != null) {
      Walker.walk(pattern, NO_SERVICE, new ExprVisitorBase());
    }
    if (query.hasOrderBy()) {
      query
          .getOrderBy()
          .forEach(by -> Walker.walk(by.getExpression(), NO_SERVICE, new ExprVisitorBase()));
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>{@code ?timeout=} gives seconds and can only shorten the time; in Fuseki it leaves the time
   * to the first result as it is, which for most slow queries is all of the time.
   */
  @Override
  protected QueryExec createQueryExec(HttpAction action, Query query, DatasetGraph dataset) {
    long whole = Math.min(wholeResult.toMillis(), asked(action.getRequestParameter("timeout")));
    return QueryExec.dataset(dataset)
        .query(query)
        .context(action.getContext())
        .initialTimeout(Math.min(firstResult.toMillis(), whole), TimeUnit.MILLISECONDS)
        .overallTimeout(whole, TimeUnit.MILLISECONDS)
        .build();
  }

  private static long asked(String seconds) {
    if (seconds == null) {
      return Long.MAX_VALUE;
    }
    if (!seconds.matches("\\d{1,6}(\\.\\d{1,3})?")) {
      ServletOps.errorBadRequest("timeout is a number of seconds, for instance timeout=2.5");
    }
    return Math.max(1, Math.round(Double.parseDouble(seconds) * 1000));
  }

  @Override
  protected void sendResults(HttpAction action, QueryExecResult result, Prologue prologue) {
    try {
      super.sendResults(
          action,
          result.isRowSet() ? new QueryExecResult(new Rows(result.rowSet())) : result,
          prologue);
    } catch (RuntimeException e) {
      if (action.getResponse().isCommitted()) {
        WholeAnswers.cut(action.getRequest());
      } else {
        action.getResponse().resetBuffer();
      }
      throw e instanceof OutOfTime ? new QueryCancelledException() : e;
    }
  }

  private record Rows(RowSet rows) implements RowSet {
    @Override
    public boolean hasNext() {
      try {
        return rows.hasNext();
      } catch (QueryCancelledException e) {
        throw new OutOfTime(e);
      }
    }

    @Override
    public Binding next() {
      try {
        return rows.next();
      } catch (QueryCancelledException e) {
        throw new OutOfTime(e);
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

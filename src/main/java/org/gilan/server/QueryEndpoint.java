// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.gilan.federation.Federation;
import org.gilan.federation.ServiceException;

/**
 * Answers queries as Fuseki does, but asks only whom {@link Federation} allows, and an answer that
 * runs out of time is an error: 503 while nothing is sent, afterwards a broken connection (see
 * {@link WholeAnswers}).
 */
final class QueryEndpoint extends SPARQL_QueryDataset {

  /** Says what an answer lacks because an endpoint that it calls SILENT did not answer. */
  private static final String WARNING = "X-Gilan-Warning";

  /** Passes through Fuseki's writers, which would turn a cancelled query into a comment. */
  private static final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfTime(QueryCancelledException cause) {
      super(cause);
    }
  }

  private final Duration firstResult;
  private final Duration wholeResult;
  private final Federation federation;

  /** Takes the longest that a query may take to its first result and altogether. */
  QueryEndpoint(Duration firstResult, Duration wholeResult, Federation federation) {
    this.firstResult = firstResult;
    this.wholeResult = wholeResult;
    this.federation = federation;
  }

  @Override
  protected void validateQuery(HttpAction action, Query query) {
    try {
      federation.check(query);
    } catch (ServiceException e) {
      ServletOps.error(e.getStatusCode(), e.getMessage());
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
    federation.follow(action.getContext(), warning -> warn(action, warning));
    long whole = Math.min(wholeResult.toMillis(), asked(action.getRequestParameter("timeout")));
    return QueryExec.dataset(dataset)
        .query(query)
        .context(action.getContext())
        .initialTimeout(Math.min(firstResult.toMillis(), whole), TimeUnit.MILLISECONDS)
        .overallTimeout(whole, TimeUnit.MILLISECONDS)
        .build();
  }

  /** {@return whether the warning can still be sent} */
  private static boolean warn(HttpAction action, String warning) {
    String before = action.getResponse().getHeader(WARNING);
    action.getResponse().setHeader(WARNING, before == null ? warning : before + " " + warning);
    return !action.getResponse().isCommitted();
  }

  @Override
  protected QueryExecResult executeQuery(
      HttpAction action, QueryExec exec, Query query, String queryForLog) {
    return step(action.getContext(), () -> super.executeQuery(action, exec, query, queryForLog));
  }

  /** Takes a step of a query, and throws what went wrong with a SERVICE in it. */
  private static <T> T step(Context context, Supplier<T> step) {
    try {
      return step.get();
    } finally {
      Federation.check(context);
    }
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
          result.isRowSet()
              ? new QueryExecResult(new Rows(result.rowSet(), action.getContext()))
              : result,
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

  private record Rows(RowSet rows, Context context) implements RowSet {
    @Override
    public boolean hasNext() {
      try {
        return step(context, rows::hasNext);
      } catch (QueryCancelledException e) {
        throw new OutOfTime(e);
      }
    }

    @Override
    public Binding next() {
      try {
        return step(context, rows::next);
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

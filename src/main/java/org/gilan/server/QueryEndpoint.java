// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.WebContent;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetOps;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.apache.jena.sparql.util.Context;
import org.gilan.federation.Federation;
import org.gilan.federation.ServiceException;

/**
 * Answers queries as Fuseki does, but asks only whom {@link Federation} allows, and an answer that
 * runs out of time is an error: 503 while nothing is sent, afterwards a broken connection (see
 * {@link WholeAnswers}).
 */
final class QueryEndpoint extends SPARQL_QueryDataset {

  /** Says what an answer lacks: a graph that is not here, an endpoint that did not answer. */
  private static final String WARNING = "X-Gilan-Warning";

  /** The default graph and the union of all, by Jena's names. */
  private static final String JENA_GRAPHS = "urn:x-arq:";

  /** Queries that have another answer each time, or may; a few others with such words in them. */
  private static final Pattern CHANGING =
      Pattern.compile("\\b(service|now|rand|uuid|struuid|java)\\b", Pattern.CASE_INSENSITIVE);

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
  protected void validateRequest(HttpAction action) {
    String type = action.getRequestContentType();
    if (type != null
        && ContentType.create(type).getContentTypeStr().equals(WebContent.contentTypeSPARQLQuery)
        && action.getRequestParameter("query") != null) {
      ServletOps.errorBadRequest("There is a query in the address and another in the body.");
    }
  }

  /** {@inheritDoc} The standard knows no other encoding than UTF-8. */
  @Override
  protected void executeBody(HttpAction action) {
    String charset = ContentType.create(action.getRequestContentType()).getCharset();
    if (charset != null && !charset.replace("\"", "").equalsIgnoreCase("utf-8")) {
      ServletOps.error(
          HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
          "A query is sent as UTF-8, not as " + charset + ".");
    }
    try {
      byte[] body = action.getRequestInputStream().readAllBytes();
      execute(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString(), action);
    } catch (CharacterCodingException e) {
      ServletOps.errorBadRequest("The query is not UTF-8.");
    } catch (IOException e) {
      throw new RuntimeIOException(e);
    }
  }

  @Override
  protected void validateQuery(HttpAction action, Query query) {
    if (CHANGING.matcher(query.toString()).find()) {
      EntityTag.forget(action.getRequest());
    }
    try {
      federation.check(query);
    } catch (ServiceException e) {
      ServletOps.error(e.getStatusCode(), e.getMessage());
    }
  }

  /** {@inheritDoc} A graph that there is not is an empty one; the client is told. */
  @Override
  protected Pair<DatasetGraph, Query> decideDataset(
      HttpAction action, Query query, String queryForLog) {
    DatasetDescription asked = SPARQLProtocol.getDatasetDescription(action, query);
    if (asked != null) {
      Stream.concat(asked.getDefaultGraphURIs().stream(), asked.getNamedGraphURIs().stream())
          .filter(name -> !name.startsWith(JENA_GRAPHS))
          .filter(name -> !getDataset(action).containsGraph(NodeFactory.createURI(name)))
          .forEach(name -> warn(action, "There is no graph <" + printable(name) + ">."));
    }
    return super.decideDataset(action, query, queryForLog);
  }

  /** {@return the name as a header can hold it} */
  private static String printable(String name) {
    return name.replaceAll("[^\\x21-\\x7e]", "?");
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
    HttpServletRequest request = action.getRequest();
    if (result.isRowSet()) {
      Form form = Form.asked(request, Form.TABLES);
      RowSet rows = new Rows(result.rowSet(), action.getContext(), form.lang() == Lang.CSV);
      StreamedReply.send(action, form, out -> write(out, form, rows, prologue));
    } else if (result.isBoolean()) {
      Form form = Form.asked(request, Form.ANSWERS);
      StreamedReply.send(action, form, out -> write(out, form, result.booleanResult()));
    } else if (result.isDataset()) {
      StreamedReply.send(action, result.dataset(), Form.GRAPHS);
    } else if (result.isGraph()) {
      StreamedReply.send(action, result.graph());
    } else {
      super.sendResults(action, result, prologue);
    }
  }

  private static void write(OutputStream out, Form form, RowSet rows, Prologue prologue) {
    if (form.lang() == ResultSetLang.RS_Text) {
      RowSetOps.out(out, rows, prologue);
    } else {
      ResultsWriter.create().lang(form.lang()).build().write(out, rows);
    }
  }

  private static void write(OutputStream out, Form form, boolean answer) {
    if (form.lang() == ResultSetLang.RS_Text) {
      ResultSetFormatter.out(out, answer);
    } else {
      ResultsWriter.create().lang(form.lang()).build().write(out, answer);
    }
  }

  /** Rows whose steps fail as the endpoints asked for them fail. */
  private record Rows(RowSet rows, Context context, boolean isCsv) implements RowSet {
    @Override
    public boolean hasNext() {
      return step(context, rows::hasNext);
    }

    @Override
    public Binding next() {
      Binding row = step(context, rows::next);
      return isCsv ? spelled(row) : row;
    }

    /** {@return the row with each triple term spelled out: Jena's writer of CSV puts a "?"} */
    private static Binding spelled(Binding row) {
      BindingBuilder spelled = Binding.builder();
      row.forEach(
          (name, value) ->
              spelled.add(
                  name,
                  value.isTripleTerm()
                      ? NodeFactory.createLiteralString(NodeFmtLib.strNT(value))
                      : value));
      return spelled.build();
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

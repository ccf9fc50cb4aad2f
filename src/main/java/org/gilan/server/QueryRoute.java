// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.gilan.federation.Federation;
import org.gilan.federation.ServiceException;
import org.gilan.format.Choice;
import org.gilan.format.ResultFormat;
import org.gilan.format.ResultWriter;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.query.Execution;
import org.gilan.query.PreparedQueries;
import org.gilan.query.PreparedQuery;

/**
 * Answers queries: prepared once, answered from what is kept where the answer is the same each
 * time, else run within the time there is.
 */
final class QueryRoute implements Route {
  /** Says what an answer lacks: a graph that is not here, an endpoint that did not answer. */
  private static final String WARNING = "X-Gilan-Warning";

  /** The default graph and the union of all, by Jena's names. */
  private static final String JENA_GRAPHS = "urn:x-arq:";

  private final KnowledgeGraph graph;
  private final Settings settings;
  private final Federation federation;
  private final PreparedQueries queries;
  private final KeptAnswers kept = new KeptAnswers();

  QueryRoute(
      KnowledgeGraph graph, Settings settings, Federation federation, PreparedQueries queries) {
    this.graph = graph;
    this.settings = settings;
    this.federation = federation;
    this.queries = queries;
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    QueryRequest asked = QueryRequest.of(exchange);
    PreparedQuery prepared = prepared(asked.text());
    answer(exchange, asked, prepared, exchange.chosen(offered(prepared.query())));
  }

  /** Answers a query in the format that the address itself names; 404 when it has no such form. */
  void answer(Exchange exchange, String sparql, Choice choice) throws IOException {
    PreparedQuery prepared = prepared(sparql);
    List<ResultFormat> offered = offered(prepared.query());
    if (!offered.contains(choice.format())) {
      throw new Problem(
          404,
          "This answer has no such form",
          "There are "
              + String.join(", ", offered.stream().map(ResultFormat::extension).toList())
              + ".");
    }
    answer(exchange, QueryRequest.of(sparql), prepared, choice);
  }

  private void answer(Exchange exchange, QueryRequest asked, PreparedQuery prepared, Choice choice)
      throws IOException {
    KeptAnswers.Key key =
        new KeptAnswers.Key(asked.text(), asked.defaultGraphs(), asked.namedGraphs(), choice);
    if (prepared.isChanging()) {
      exchange.reply().noStore();
      run(exchange, asked, prepared, key, null);
      return;
    }
    KeptAnswers.Kept known = exchange.wantsItFresh() ? null : kept.find(key);
    if (known != null) {
      kept.send(key, known, exchange.reply());
      return;
    }
    String tag = EntityTag.of(graph.checksum(), key);
    if (!exchange.reply().isKnown(tag)) {
      run(exchange, asked, prepared, key, tag);
    }
  }

  private PreparedQuery prepared(String text) {
    try {
      return queries.get(text);
    } catch (ServiceException e) {
      throw e;
    } catch (QueryException e) {
      throw Problem.badRequest("The query cannot be read", e.getMessage().strip());
    }
  }

  private static List<ResultFormat> offered(Query query) {
    if (query.isSelectType()) {
      return ResultFormat.OF_ROWS;
    }
    if (query.isAskType()) {
      return ResultFormat.OF_BOOLEANS;
    }
    if (query.isConstructType() || query.isDescribeType()) {
      return ResultFormat.OF_GRAPHS;
    }
    throw Problem.badRequest(
        "This kind of query is not answered", "Ask SELECT, ASK, CONSTRUCT or DESCRIBE.");
  }

  /** Runs a query; its answer is kept if it has a tag. */
  private void run(
      Exchange exchange,
      QueryRequest asked,
      PreparedQuery prepared,
      KeptAnswers.Key key,
      String tag)
      throws IOException {
    long start = System.nanoTime();
    Reply reply = exchange.reply();
    DatasetGraph dataset = dataset(asked, prepared.query(), reply);
    Context context = Execution.context(dataset);
    reply.watch(Context.getOrSetCancelSignal(context));
    federation.follow(context, warning -> warn(reply, warning));
    Duration whole = shorter(settings.wholeResult(), asked.timeout());
    try (QueryExec exec =
        Execution.of(prepared, dataset, context, shorter(settings.firstResult(), whole), whole)) {
      QueryAnswer answer = new QueryAnswer(prepared.query(), exec, context);
      Body body;
      if (answer.isGraph()) {
        DatasetGraph given = answer.graph();
        Choice choice = GraphAnswer.chosen(exchange, given, ResultFormat.OF_GRAPHS);
        body = new Body(reply, choice.contentType());
        body.write(out -> ResultWriter.write(out, choice.format(), given));
      } else {
        body = new Body(reply, key.choice().contentType());
        body.write(out -> answer.write(out, key.choice().format()));
      }
      if (tag != null && !body.isBegun()) {
        kept.offer(key, body.kept(tag, reply.header(WARNING)), System.nanoTime() - start);
      }
      body.send();
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** {@return the graphs that are asked; one that there is not is empty, and the client is told} */
  private DatasetGraph dataset(QueryRequest asked, Query query, Reply reply) {
    boolean byProtocol = !asked.defaultGraphs().isEmpty() || !asked.namedGraphs().isEmpty();
    if (!byProtocol && !query.hasDatasetDescription()) {
      return graph.dataset();
    }
    DatasetDescription description =
        byProtocol
            ? DatasetDescription.create(asked.defaultGraphs(), asked.namedGraphs())
            : DatasetDescription.create(query);
    Stream.concat(
            description.getDefaultGraphURIs().stream(), description.getNamedGraphURIs().stream())
        .filter(name -> !name.startsWith(JENA_GRAPHS))
        .filter(name -> !graph.dataset().containsGraph(NodeFactory.createURI(name)))
        .forEach(name -> warn(reply, "There is no graph <" + printable(name) + ">."));
    return DynamicDatasets.dynamicDataset(description, graph.dataset(), false);
  }

  /** {@return the name as a header can hold it} */
  private static String printable(String name) {
    return name.replaceAll("[^\\x21-\\x7e]", "?");
  }

  /** {@return whether the warning can still be sent} */
  private static boolean warn(Reply reply, String warning) {
    String before = reply.header(WARNING);
    reply.header(WARNING, before == null ? warning : before + " " + warning);
    return !reply.isCommitted();
  }
}

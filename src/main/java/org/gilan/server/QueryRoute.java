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
import org.gilan.query.BusyException;
import org.gilan.query.Capacity;
import org.gilan.query.Execution;
import org.gilan.query.PreparedQueries;
import org.gilan.query.PreparedQuery;
import org.gilan.query.Work;

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
  private final Capacity capacity;
  private final Federation federation;
  private final PreparedQueries queries;
  private final KeptAnswers kept = new KeptAnswers();

  QueryRoute(
      KnowledgeGraph graph, Capacity capacity, Federation federation, PreparedQueries queries) {
    this.graph = graph;
    this.capacity = capacity;
    this.federation = federation;
    this.queries = queries;
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    QueryRequest asked = QueryRequest.of(exchange);
    long start = System.nanoTime();
    PreparedQuery prepared = prepared(asked);
    Duration spent = Duration.ofNanos(System.nanoTime() - start);
    answer(exchange, asked.after(spent), prepared, exchange.chosen(offered(prepared.query())));
  }

  /** Answers a query in the format that the address itself names; 404 when it has no such form. */
  void answer(Exchange exchange, String sparql, Choice choice) throws IOException {
    QueryRequest asked = QueryRequest.of(sparql);
    PreparedQuery prepared = prepared(asked);
    List<ResultFormat> offered = offered(prepared.query());
    if (!offered.contains(choice.format())) {
      throw new Problem(
          404,
          "This answer has no such form",
          "There are "
              + String.join(", ", offered.stream().map(ResultFormat::extension).toList())
              + ".");
    }
    answer(exchange, asked, prepared, choice);
  }

  private void answer(Exchange exchange, QueryRequest asked, PreparedQuery prepared, Choice choice)
      throws IOException {
    KeptAnswers.Key key =
        new KeptAnswers.Key(asked.text(), asked.defaultGraphs(), asked.namedGraphs(), choice);
    if (prepared.isChanging()) {
      if (federation.asksPrivate(prepared.query())) {
        keepToThisSite(exchange);
      }
      exchange.reply().noStore();
      run(exchange, asked, prepared, key, null);
      return;
    }
    KeptAnswers.Kept known = exchange.wantsItFresh() ? null : kept.find(key);
    if (known != null) {
      kept.send(key, known, exchange.reply());
      return;
    }
    String tag =
        EntityTag.of(
            graph.checksum(), key.query(), key.defaultGraphs(), key.namedGraphs(), key.choice());
    if (!exchange.reply().isNamed(tag)) {
      run(exchange, asked, prepared, key, tag);
    }
  }

  /** Any page may read what is public; what the operator's own network answers is not. */
  private static void keepToThisSite(Exchange exchange) {
    exchange.reply().header("Access-Control-Allow-Origin", null);
    if (exchange.isOfAnotherSite()) {
      throw new Problem(
          403,
          "A private endpoint is not asked for pages of other sites",
          "Ask from a program, or from this server's own pages.");
    }
  }

  private PreparedQuery prepared(QueryRequest asked) {
    try {
      return queries.get(asked.text(), asked.timeout());
    } catch (ServiceException | BusyException e) {
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
    exchange.run(capacity, asked.timeout(), work -> run(exchange, asked, prepared, key, tag, work));
  }

  private void run(
      Exchange exchange,
      QueryRequest asked,
      PreparedQuery prepared,
      KeptAnswers.Key key,
      String tag,
      Work work)
      throws IOException {
    long start = System.nanoTime();
    Reply reply = exchange.reply();
    DatasetDescription named = named(asked, prepared.query());
    DatasetGraph dataset = dataset(named, reply, work);
    Context context = Execution.context(dataset);
    federation.follow(context, warning -> warn(reply, warning));
    try (QueryExec exec = Execution.of(prepared, dataset, context, named, work)) {
      QueryAnswer answer = new QueryAnswer(prepared.query(), exec, context, work);
      Body body;
      if (answer.isGraph()) {
        DatasetGraph given = answer.graph();
        Choice choice = GraphAnswer.fitting(exchange, key.choice(), given, ResultFormat.OF_GRAPHS);
        body = new Body(reply, choice.contentType(), work);
        body.write(out -> ResultWriter.write(out, choice.format(), given));
      } else {
        body = new Body(reply, key.choice().contentType(), work);
        body.write(out -> answer.write(out, key.choice().format()));
      }
      if (tag != null && !body.isBegun()) {
        kept.offer(key, body.kept(tag, reply.header(WARNING)), System.nanoTime() - start);
        if (reply.isKnown(tag)) {
          return;
        }
      }
      body.send();
    }
  }

  /** {@return the graphs that a client or else its query names; null for none} */
  private static DatasetDescription named(QueryRequest asked, Query query) {
    return asked.defaultGraphs().isEmpty() && asked.namedGraphs().isEmpty()
        ? query.getDatasetDescription()
        : DatasetDescription.create(asked.defaultGraphs(), asked.namedGraphs());
  }

  /** {@return the graphs that are asked; one that there is not is empty, and the client is told} */
  private DatasetGraph dataset(DatasetDescription description, Reply reply, Work work) {
    DatasetGraph all = work.watch(graph.dataset());
    if (description == null) {
      return all;
    }
    Stream.concat(
            description.getDefaultGraphURIs().stream(), description.getNamedGraphURIs().stream())
        .filter(name -> !name.startsWith(JENA_GRAPHS))
        .filter(name -> !graph.dataset().containsGraph(NodeFactory.createURI(name)))
        .forEach(name -> warn(reply, "There is no graph <" + printable(name) + ">."));
    return DynamicDatasets.dynamicDataset(description, all, false);
  }

  /** {@return the name as a header can hold it} */
  private static String printable(String name) {
    return name.replaceAll("[^\\x21-\\x7e]", "?");
  }

  /** {@return whether the warning can still be sent} */
  private static boolean warn(Reply reply, String warning) {
    String before = reply.header(WARNING);
    String all = before == null ? warning : before + " " + warning;
    if (all.length() > Settings.WARNING) {
      all = all.substring(0, Settings.WARNING - 1).replace("…", "") + "…";
    }
    reply.header(WARNING, all);
    return !reply.isCommitted();
  }
}

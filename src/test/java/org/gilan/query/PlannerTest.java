// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.graph.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of patterns, on a graph with many claims, few documents and one rare property. */
class PlannerTest {
  private static final Graph GRAPH = graph();

  private static Graph graph() {
    Graph graph = GraphFactory.createDefaultGraph();
    for (int i = 0; i < 500; i++) {
      add(graph, "claim" + i, RDF.type.getURI(), "x:Claim");
      add(graph, "claim" + i, "x:inDocument", "x:document" + i % 3);
      add(graph, "claim" + i, "x:subject", "x:thing" + i / 2);
      add(graph, "thing" + i / 2, "x:label", "x:name" + i / 2);
    }
    add(graph, "thing7", "x:rare", "x:yes");
    add(graph, "document1", "x:follows", "x:document0");
    for (int i = 0; i < 5; i++) {
      graph.add(
          NodeFactory.createURI("x:reifier" + i),
          NodeFactory.createURI("x:reifies"),
          NodeFactory.createTripleTerm(
              NodeFactory.createURI("x:thing" + i),
              NodeFactory.createURI("x:rare"),
              NodeFactory.createURI("x:yes")));
    }
    return graph;
  }

  private static void add(Graph graph, String subject, String predicate, String object) {
    graph.add(
        NodeFactory.createURI("x:" + subject),
        NodeFactory.createURI(predicate),
        NodeFactory.createURI(object));
  }

  private static PreparedQuery prepared(String pattern) {
    return new PreparedQueries(new Planner(Statistics.of(GRAPH)), query -> {}, Capacity.unlimited())
        .get("SELECT * { " + pattern + " }");
  }

  /** Each is short, and takes a million bytes. */
  @Test
  void keepsFewPlansThatAreLarge() {
    PreparedQueries queries =
        new PreparedQueries(new Planner(Statistics.of(GRAPH)), query -> {}, Capacity.unlimited());
    List<String> texts =
        IntStream.range(0, 200)
            .mapToObj(i -> "ASK { " + "<x:a> (<x:p>{1000})* <x:b> . ".repeat(10) + "} #" + i)
            .toList();
    List<PreparedQuery> plans = texts.stream().map(queries::get).toList();
    long kept =
        IntStream.range(0, plans.size())
            .filter(i -> queries.get(texts.get(i)) == plans.get(i))
            .count();
    assertThat(kept).isBetween(10L, 70L);
  }

  /** {@return the predicates in the order in which they are matched} */
  private static List<String> order(String pattern) {
    Op plan = prepared(pattern).plan();
    List<String> order = new ArrayList<>();
    Walker.walk(
        plan,
        new OpVisitorBase() {
          @Override
          public void visit(OpBGP bgp) {
            bgp.getPattern().forEach(t -> order.add(t.getPredicate().toString().substring(2)));
          }

          @Override
          public void visit(OpPath path) {
            order.add("path");
          }
        },
        new ExprVisitorBase());
    return order;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the rare first, then what follows from it
        "?c a <x:Claim> . ?c <x:subject> ?t . ?t <x:rare> ?r | rare subject type",
        // a document has many claims, a thing two
        "?c <x:inDocument> ?d . ?c <x:subject> <x:thing7> | subject inDocument",
        "?c <x:inDocument> <x:document1> . ?c <x:subject> ?t . ?t <x:rare> ?r | rare subject inDocument",
        // what flows into an OPTIONAL is known there
        "?t <x:rare> ?r OPTIONAL { ?c <x:inDocument> ?d . ?c <x:subject> ?t } | rare subject inDocument",
        // a path is taken from an end that is known
        "?d <x:follows>+ ?e . ?c <x:inDocument> ?d . ?c <x:subject> ?t . ?t <x:rare> ?r"
            + " | rare subject inDocument path",
        // a triple term with an open part is matched against all that there are
        "?r <x:reifies> <<( ?t <x:rare> ?o )>> . ?t <x:rare> ?o | rare reifies",
        // a property that is not there ends it at once
        "?c a <x:Claim> . ?c <x:nowhere> ?n | nowhere type",
        // what VALUES gives is as frequent as it is, not as what is most frequent
        "VALUES ?t { <x:thing7> } ?c <x:subject> ?t . ?c a <x:Claim> . ?c <x:inDocument> ?d"
            + " | subject type inDocument",
        // a sequence within a sequence is one: the path from what VALUES gives comes before the
        // scan
        "VALUES ?t { <x:thing7> <x:thing8> } ?c <x:inDocument> ?d . ?c <x:subject>/<x:follows>* ?t"
            + " | path subject inDocument",
        // filters are placed where their variable is bound, after the order is chosen
        "?c <x:subject> ?t . FILTER (?t != <x:thing9>) ?t <x:rare> ?r | rare subject",
        "?c a <x:Claim> FILTER NOT EXISTS { ?t <x:label> ?n . ?c <x:subject> ?t } | subject label type",
      })
  void takesFirstWhatIsLeast(String pattern, String order) {
    assertThat(order(pattern).stream().map(name -> name.endsWith("type") ? "type" : name))
        .containsExactly(order.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    // for 500 claims it is done once, for one thing it is done for that thing
    "?c a <x:Claim> . ?c <x:subject> ?t, true",
    "?t <x:rare> ?r, false",
    // a property from VALUES is no pattern that is known better
    "VALUES ?p { <x:subject> } ?c ?p ?t, true",
  })
  void doesASubqueryOnceIfItIsForMany(String before, boolean isOnce) {
    String plan =
        new PreparedQueries(new Planner(Statistics.of(GRAPH)), query -> {}, Capacity.unlimited())
            .get(
                "SELECT * { %s { SELECT ?t { ?d <x:subject> ?t } GROUP BY ?t HAVING (COUNT(*) > 1) } }"
                    .formatted(before))
            .plan()
            .toString();
    assertThat(plan.contains("(join")).isEqualTo(isOnce);
    assertThat(plan.contains("(group")).isTrue();
  }

  /** A union is no table of its own where each part may take the rows before it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?t <x:rare> ?r { ?c <x:subject> ?t } UNION { ?c <x:subject> ?t ; <x:inDocument> ?r } | false",
        "?t <x:rare> ?r { ?c <x:subject> ?t } UNION { ?t <x:label> ?n FILTER (?r = ?n) } | true"
      })
  void letsRowsFlowIntoAUnion(String pattern, boolean isTable) {
    boolean[] hasTable = new boolean[1];
    Walker.walk(
        prepared(pattern).plan(),
        new OpVisitorBase() {
          @Override
          public void visit(OpJoin join) {
            hasTable[0] = true;
          }
        });
    assertThat(hasTable[0]).isEqualTo(isTable);
    String query = "SELECT * { " + pattern + " }";
    DatasetGraph dataset = DatasetGraphFactory.wrap(GRAPH);
    QueryExec plain = QueryExec.dataset(dataset).query(query).set(ARQ.optimization, false).build();
    assertThat(Rows.of(new Answer(new KnowledgeGraph(dataset, "")).rows(query), Node::toString))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(Rows.of(plain.select(), Node::toString));
  }
}

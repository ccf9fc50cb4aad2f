// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/** Forty people of ours, each with a link to Wikidata, asked through a federation. */
final class LinkedPeople implements AutoCloseable {
  static final String WIKIDATA = "https://query.wikidata.org/sparql";

  static final String PREFIXES =
      """
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX wd: <http://www.wikidata.org/entity/>
      PREFIX wdt: <http://www.wikidata.org/prop/direct/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private final Federation federation;
  private final DatasetGraph dataset = DatasetGraphFactory.create();

  LinkedPeople(Federation federation) {
    this.federation = federation;
    StringBuilder people = new StringBuilder(PREFIXES);
    for (int i = 1; i <= 40; i++) {
      people.append(
          """
          <https://w3id.org/gilan/id/villager-%1$d> a gilan:Person ;
            rdfs:label "Villager %1$d"@en ; gilan:number %1$d ; gilan:height %2$d.%3$02d0 ;
            skos:exactMatch wd:Q%4$d .
          """
              .formatted(i, 1 + i % 3, i, 9000 + i));
    }
    RDFDataMgr.read(dataset, new StringReader(people.toString()), null, Lang.TURTLE);
    RDFDataMgr.read(
        dataset,
        new StringReader("_:b <http://www.w3.org/2004/02/skos/core#exactMatch> _:c ."),
        null,
        Lang.TURTLE);
  }

  /** Takes a graph in that queries reach without a service, to compare with. */
  void hold(String name, String file) {
    DatasetGraph held = RDFDataMgr.loadDatasetGraph(file);
    held.getDefaultGraph()
        .find()
        .forEachRemaining(
            t ->
                dataset.add(
                    org.apache.jena.graph.NodeFactory.createURI(name),
                    t.getSubject(),
                    t.getPredicate(),
                    t.getObject()));
  }

  /**
   * What came back.
   *
   * @param rows as text, sorted
   * @param warnings in the order they came
   */
  record Heard(List<String> rows, List<String> warnings) {}

  Heard ask(String sparql) {
    return ask(sparql, Duration.ofMinutes(1));
  }

  /** Asks as the server does. */
  Heard ask(String sparql, Duration limit) {
    Query query = QueryFactory.create(PREFIXES + sparql, Syntax.syntaxARQ);
    federation.check(query);
    Context context = ARQ.getContext().copy();
    List<String> warnings = new ArrayList<>();
    federation.follow(context, warnings::add);
    try (QueryExec exec =
        QueryExec.dataset(dataset)
            .query(query)
            .context(context)
            .overallTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
            .build()) {
      return new Heard(rows(query, exec).stream().sorted().toList(), warnings);
    } finally {
      Federation.check(context);
    }
  }

  private static List<String> rows(Query query, QueryExec exec) {
    if (query.isSelectType()) {
      List<String> rows = new ArrayList<>();
      RowSet set = exec.select();
      set.forEach(
          row ->
              rows.add(
                  set.getResultVars().stream().map(v -> v + "=" + row.get(v)).toList().toString()));
      return rows;
    }
    if (query.isAskType()) {
      return List.of(String.valueOf(exec.ask()));
    }
    if (query.isJsonType()) {
      return List.of(exec.execJson().toString());
    }
    return (query.isConstructType() ? exec.construct() : exec.describe())
        .stream().map(Object::toString).toList();
  }

  @Override
  public void close() {
    federation.close();
  }
}

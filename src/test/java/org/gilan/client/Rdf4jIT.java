// SPDX-License-Identifier: Apache-2.0
package org.gilan.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.query.BooleanQuery;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.RepositoryException;
import org.eclipse.rdf4j.repository.RepositoryResult;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** RDF4J's SPARQLRepository. */
class Rdf4jIT {
  private static final IRI TREATY = Values.iri(Endpoint.TREATY);
  private static final IRI PARTY = Values.iri(Endpoint.GILAN, "party");
  private static final IRI PERSIA = Values.iri(Endpoint.ID, "persia");

  private static Endpoint endpoint;
  private static SPARQLRepository repository;
  private static RepositoryConnection connection;

  @BeforeAll
  static void connect() {
    endpoint = Endpoint.start();
    repository = new SPARQLRepository(endpoint.sparql());
    connection = repository.getConnection();
  }

  @AfterAll
  static void disconnect() {
    connection.close();
    repository.shutDown();
    endpoint.close();
  }

  @Test
  void selects() {
    assertThat(parties(connection.prepareTupleQuery(Endpoint.SELECT))).isEqualTo(Endpoint.PARTIES);
  }

  @Test
  void bindsVariables() {
    String query = Endpoint.PREFIXES + "SELECT ?party { ?t gilan:party ?party } ORDER BY ?party";
    TupleQuery prepared = connection.prepareTupleQuery(query);
    prepared.setBinding("t", TREATY);
    assertThat(parties(prepared)).isEqualTo(Endpoint.PARTIES);
  }

  @Test
  void asks() {
    BooleanQuery ask = connection.prepareBooleanQuery(Endpoint.ASK);
    assertThat(ask.evaluate()).isTrue();
  }

  @Test
  void constructs() {
    Model model = QueryResults.asModel(connection.prepareGraphQuery(Endpoint.CONSTRUCT).evaluate());
    assertThat(
            model.filter(TREATY, PARTY, null).objects().stream().map(Value::stringValue).sorted())
        .isEqualTo(Endpoint.PARTIES);
  }

  @Test
  void readsStatementsLikeALocalStore() {
    assertThat(connection.hasStatement(TREATY, PARTY, PERSIA, false)).isTrue();
    try (RepositoryResult<Statement> statements = connection.getStatements(TREATY, PARTY, null)) {
      assertThat(statements.stream().map(s -> s.getObject().stringValue()).sorted())
          .isEqualTo(Endpoint.PARTIES);
    }
    assertThat(connection.size(Values.iri(Endpoint.GRAPH, "facts")))
        .isEqualTo(Endpoint.triples("facts"));
    try (RepositoryResult<Resource> graphs = connection.getContextIDs()) {
      assertThat(graphs.stream().map(Value::stringValue)).contains(Endpoint.GRAPH + "claims");
    }
  }

  @Test
  void hearsWhyAQueryOrAnUpdateIsRefused() {
    assertThatExceptionOfType(QueryEvaluationException.class)
        .isThrownBy(() -> connection.prepareTupleQuery("SELECT nonsense").evaluate())
        .withMessageContaining("line 1, column");
    assertThatExceptionOfType(RepositoryException.class)
        .isThrownBy(() -> connection.add(PERSIA, PARTY, PERSIA));
    assertThat(connection.hasStatement(PERSIA, PARTY, PERSIA, false)).isFalse();
  }

  private static List<String> parties(TupleQuery query) {
    try (TupleQueryResult result = query.evaluate()) {
      return result.stream().map(row -> row.getValue("party").stringValue()).toList();
    }
  }
}

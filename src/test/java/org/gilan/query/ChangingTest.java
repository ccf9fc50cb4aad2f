// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.gilan.graph.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which queries may have another answer each time: SPARQL 1.1 sections 17.4.2.9 to 17.4.5.1. */
class ChangingTest {
  private static final Graph EMPTY = GraphFactory.createDefaultGraph();

  private static boolean isChanging(String query) {
    Planner planner = new Planner(Statistics.of(EMPTY));
    return new PreparedQueries(planner, checked -> {}, Capacity.unlimited())
        .get(query)
        .isChanging();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (NOW() AS ?x) {}",
        "SELECT (RAND() AS ?x) {}",
        "SELECT (UUID() AS ?x) {}",
        "SELECT (STRUUID() AS ?x) {}",
        "SELECT (BNODE() AS ?x) {}",
        "SELECT (BNODE('a') AS ?x) {}",
        "SELECT ?s { ?s ?p ?o FILTER (?o < NOW()) }",
        "SELECT ?s { ?s ?p ?o BIND (YEAR(NOW()) AS ?y) }",
        "SELECT ?s { ?s ?p ?o FILTER EXISTS { ?s ?q ?r FILTER (RAND() < 0.5) } }",
        "SELECT ?s { ?s ?p ?o } ORDER BY RAND()",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(*) > RAND() * 5)",
        "SELECT (SUM(RAND()) AS ?x) { ?s ?p ?o }",
        "SELECT ?s { ?s ?p ?o { SELECT ?s { ?s ?a ?b } ORDER BY RAND() LIMIT 1 } }",
        "SELECT ?s { ?s ?p ?o OPTIONAL { ?s ?q ?r FILTER (?r = NOW()) } }",
        "SELECT ?s { ?s ?p ?o MINUS { ?s ?q ?r BIND (UUID() AS ?u) } }",
        "SELECT ?s { { ?s ?p ?o } UNION { SERVICE <http://x.example/> { ?s ?p ?o } } }",
        "SELECT (<http://www.w3.org/ns/sparql#now>() AS ?x) {}",
        "SELECT (<http://www.w3.org/ns/sparql#rand>() AS ?x) {}",
        "SELECT (<http://www.w3.org/2005/xpath-functions#implicit-timezone>() AS ?x) {}",
        "ASK { FILTER (RAND() < 0.5) }",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER (RAND() < 0.5) }",
        "DESCRIBE ?s { ?s ?p ?o FILTER (RAND() < 0.5) }",
      })
  void seesWhatMayChange(String query) {
    assertThat(isChanging(query)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?s { ?s ?p ?o }",
        "SELECT ?now ?rand ?service { ?now ?rand ?service }",
        "SELECT ?s { ?s ?p 'NOW() RAND() SERVICE' } # UUID()",
        "SELECT (<http://www.w3.org/2001/XMLSchema#integer>('1') AS ?x) {}",
        "SELECT (<http://www.w3.org/2005/xpath-functions#round>(1.5) AS ?x) {}",
        "SELECT (CONCAT(STR(?s), 'x') AS ?x) { ?s ?p ?o } ORDER BY ?x",
        "DESCRIBE <http://example.org/x>",
        "ASK {}",
      })
  void seesWhatMayNot(String query) {
    assertThat(isChanging(query)).isFalse();
  }
}

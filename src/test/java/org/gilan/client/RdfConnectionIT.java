// SPDX-License-Identifier: Apache-2.0
package org.gilan.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.rdfconnection.RDFConnectionRemote;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Jena's RDFConnection from another process's point of view: over HTTP, to the dataset. */
class RdfConnectionIT {
  private static final Resource TREATY = ResourceFactory.createResource(Endpoint.TREATY);

  private static Endpoint endpoint;
  private static RDFConnection connection;

  @BeforeAll
  static void connect() {
    endpoint = Endpoint.start();
    connection = RDFConnection.connect(endpoint.address() + "gilan");
  }

  @AfterAll
  static void disconnect() {
    connection.close();
    endpoint.close();
  }

  @Test
  void selects() {
    List<String> parties = new ArrayList<>();
    connection.querySelect(Endpoint.SELECT, row -> parties.add(row.getResource("party").getURI()));
    assertThat(parties).isEqualTo(Endpoint.PARTIES);
  }

  @Test
  void selectsInEveryFormThatJenaReads() {
    String accepts =
        "application/sparql-results+json application/sparql-results+xml"
            + " text/csv text/tab-separated-values application/sparql-results+thrift";
    for (String accept : accepts.split(" ")) {
      try (RDFConnection picky =
              RDFConnectionRemote.service(endpoint.address() + "gilan")
                  .acceptHeaderSelectQuery(accept)
                  .build();
          QueryExecution execution = picky.query(Endpoint.SELECT)) {
        assertThat(execution.execSelect()).as(accept).toIterable().hasSize(2);
      }
    }
  }

  @Test
  void asksAndConstructs() {
    assertThat(connection.queryAsk(Endpoint.ASK)).isTrue();
    assertThat(connection.queryConstruct(Endpoint.CONSTRUCT).listObjects().toList())
        .extracting(Object::toString)
        .containsExactlyInAnyOrderElementsOf(Endpoint.PARTIES);
  }

  @Test
  void fetchesGraphs() {
    assertThat(connection.fetch(Endpoint.GRAPH + "facts").size())
        .isEqualTo(Endpoint.triples("facts"));
    Model all = connection.fetch();
    assertThat(all.size()).isEqualTo(Endpoint.triples());
    assertThat(all.listStatements(TREATY, null, (String) null).toList()).isNotEmpty();
  }

  @Test
  void fetchesReifiersAsRdf12() {
    Model reifiers = connection.fetch(Endpoint.GRAPH + "reifiers");
    assertThat(reifiers.size()).isEqualTo(Endpoint.triples("reifiers"));
    assertThat(reifiers.getGraph().stream().filter(t -> t.getObject().isTripleTerm())).isNotEmpty();
  }

  @Test
  void hearsWhyAQueryOrAWriteIsRefused() {
    assertThatExceptionOfType(QueryExceptionHTTP.class)
        .isThrownBy(() -> select("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"))
        .satisfies(e -> assertThat(e.getStatusCode()).isEqualTo(403));
    assertThatExceptionOfType(HttpException.class)
        .isThrownBy(() -> connection.update("INSERT DATA { <x:s> <x:p> <x:o> }"))
        .satisfies(e -> assertThat(e.getStatusCode()).isEqualTo(403));
    assertThatExceptionOfType(HttpException.class)
        .isThrownBy(
            () -> connection.put(org.apache.jena.rdf.model.ModelFactory.createDefaultModel()))
        .satisfies(e -> assertThat(e.getStatusCode()).isEqualTo(405));
  }

  private static void select(String query) {
    try (QueryExecution execution = connection.query(query)) {
      execution.execSelect().forEachRemaining(row -> {});
    }
  }
}

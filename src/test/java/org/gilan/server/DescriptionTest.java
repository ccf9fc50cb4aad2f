// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.gilan.federation.AllowedServices;
import org.gilan.federation.Federation;
import org.gilan.federation.Limits;
import org.gilan.page.Fixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The descriptions of the data set and of the service. */
class DescriptionTest {
  private static Served served;

  @BeforeAll
  static void start() {
    served = Served.site(Fixture.site());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/void", "/void.ttl", "/.well-known/void"})
  void describesTheDataSet(String path) {
    Graph graph = rdf(path, "text/turtle");
    assertAsk(
        graph,
        """
        PREFIX void: <http://rdfs.org/ns/void#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        ASK { ?data a void:Dataset ;
          dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;
          void:sparqlEndpoint <HOST/gilan/sparql> ;
          void:dataDump <HOST/gilan/data?default> , <HOST/gilan/data?default&format=nt> ;
          dcterms:creator [ a <http://xmlns.com/foaf/0.1/Organization> ] ;
          void:vocabulary <https://w3id.org/gilan/ontology#> ;
          void:triples ?n FILTER(?n > 50) }\
        """);
  }

  @Test
  void offersADumpThatIsThere() {
    HttpResponse<String> dump = served.get("/gilan/data?default", "Accept", "text/turtle");
    assertThat(dump.statusCode()).isEqualTo(200);
    assertThat(dump.body()).contains("Anna Lodge");
    HttpResponse<String> lines = served.get("/gilan/data?default&format=nt");
    assertThat(Served.header(lines, "Content-Type")).startsWith("application/n-triples");
  }

  @Test
  void describesTheLinksToWikidata() {
    try (Served linked = Served.site(org.gilan.page.ViewFixture.site())) {
      assertThat(linked.get("/void.nt").body())
          .contains(
              "<https://w3id.org/gilan/void#wikidata> <http://rdfs.org/ns/void#triples> \"1\"")
          .contains("\"2026-01-31\"^^<http://www.w3.org/2001/XMLSchema#date>");
    }
    assertThat(served.get("/void.nt").body()).doesNotContain("void#wikidata");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/n-triples", "application/ld+json", "application/rdf+xml"})
  void negotiatesTheForm(String type) {
    assertThat(rdf("/void", type).isIsomorphicWith(rdf("/void", "text/turtle"))).isTrue();
    assertThat(rdf("/gilan/sparql", type).isIsomorphicWith(rdf("/gilan/sparql", "text/turtle")))
        .isTrue();
    assertThat(served.get("/void", "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(served.get("/gilan/sparql", "Accept", "image/png").statusCode()).isEqualTo(406);
  }

  @Test
  void showsBrowsersTheDescriptionAsTurtle() {
    HttpResponse<String> response = served.get("/void", "Accept", "text/html");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Served.header(response, "Content-Type")).startsWith("text/turtle");
  }

  @Test
  void describesTheServiceToWhoeverAsksNothing() {
    assertAsk(
        rdf("/gilan/sparql", "text/turtle"),
        """
        PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
        PREFIX format: <http://www.w3.org/ns/formats/>
        PREFIX void: <http://rdfs.org/ns/void#>
        ASK { ?service a sd:Service ; sd:endpoint <HOST/gilan/sparql> ;
          sd:supportedLanguage sd:SPARQLQuery , sd:SPARQL11Query ;
          sd:supportedVersion <http://www.w3.org/ns/sparql#version-1.2> ;
          sd:resultFormat format:SPARQL_Results_JSON ;
          sd:defaultDataset [ a sd:Dataset ;
            sd:defaultGraph [ void:triples ?all ] ;
            sd:namedGraph [ sd:name <https://w3id.org/gilan/graph/reifiers> ;
              sd:graph [ void:triples 1 ] ] ] }\
        """);
  }

  /** What SPARQL 1.2 has and 1.1 has not; so the description may name the version. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "VERSION '1.2' ASK {}",
        "ASK { GRAPH <https://w3id.org/gilan/graph/reifiers> { << ?s ?p ?o ~ ?claim >> } }",
        "ASK { GRAPH ?g { ?claim <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( ?s ?p ?o )>> } }",
        "ASK { FILTER (isTRIPLE(TRIPLE(<x:s>, <x:p>, 1)) && OBJECT(<<( <x:s> <x:p> 1 )>>) = 1) }",
        "ASK { FILTER (LANGDIR(STRLANGDIR('x', 'fa', 'rtl')) = 'rtl' && hasLANGDIR('x'@fa--rtl)) }",
        "ASK { VALUES ?t { <<( <x:s> <x:p> 'x'@fa--rtl )>> } FILTER (hasLANG(OBJECT(?t))) }",
      })
  void answersWhatItsVersionPromises(String query) {
    HttpResponse<String> answer = served.get(Served.query(query), "Accept", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("true");
  }

  @Test
  void namesTheEndpointsThatQueriesMayAsk() {
    String ask =
        """
        PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
        ASK { ?service sd:feature sd:BasicFederatedQuery ;
          <https://purl.expasy.org/sparql-examples/ontology#federatesWith>
            <https://query.wikidata.org/sparql> , <https://dbpedia.org/sparql> }\
        """;
    Federation usual = new Federation(AllowedServices.usual(), Limits.usual(), "gilan");
    try (Served open = Served.site(Fixture.site(), Settings.at("127.0.0.1", 0), usual)) {
      assertThat(asks(rdf(open, "/gilan/sparql", "text/turtle"), ask)).isTrue();
    }
    assertThat(rdf("/gilan/sparql", "text/turtle").stream())
        .noneMatch(triple -> triple.toString().contains("BasicFederatedQuery"));
  }

  @Test
  void describesTheServiceToHead() {
    HttpResponse<String> head =
        served.send("HEAD", "/gilan/sparql", BodyPublishers.noBody(), "Accept", "text/turtle");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/gilan", "/gilan/", "/gilan/sparql", "/gilan/query"})
  void sendsBrowsersToTheEditor(String path) {
    HttpResponse<String> response =
        served.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(Served.address(response, "Location")).isEqualTo("/ui/#/dataset/gilan/query");
  }

  private static void assertAsk(Graph graph, String ask) {
    String query = ask.replace("HOST", served.uri("/").toString().replaceFirst("/$", ""));
    assertThat(asks(graph, query)).as(query).isTrue();
  }

  private static boolean asks(Graph graph, String ask) {
    return QueryExec.dataset(DatasetGraphFactory.wrap(graph)).query(ask).build().ask();
  }

  private static Graph rdf(String path, String type) {
    return rdf(served, path, type);
  }

  private static Graph rdf(Served server, String path, String type) {
    HttpResponse<String> response = server.get(path, "Accept", type);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Served.header(response, "Content-Type")).startsWith(type);
    Graph graph = GraphFactory.createDefaultGraph();
    Lang lang = RDFLanguages.contentTypeToLang(type);
    RDFDataMgr.read(graph, new StringReader(response.body()), "x:base", lang);
    return graph;
  }
}

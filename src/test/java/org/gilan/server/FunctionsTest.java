// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.gilan.page.Fixture;
import org.gilan.query.Functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionsTest {
  private static final String AFN = "http://jena.apache.org/ARQ/function#";
  private static final String APF = "http://jena.apache.org/ARQ/property#";
  private static Served served;

  @BeforeAll
  static void start() {
    served = Served.site(Fixture.site());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static void refused(String query, String name) {
    HttpResponse<String> response = served.get(Served.query(query));
    assertThat(response.statusCode()).as(query + "\n" + response.body()).isEqualTo(400);
    assertThat(response.body()).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        AFN + "wait",
        AFN + "print",
        AFN + "eval",
        AFN + "context",
        AFN + "version",
        AFN + "system-timezone",
        "http://jena.hpl.hp.com/ARQ/function#wait",
        "java:org.apache.jena.sparql.function.library.wait",
        "java:org.example.Anything",
        "http://jena.apache.org/ARQ/jsFunction#anything",
        "http://www.dotnetrdf.org/leviathan#factorial",
        "http://w3id.org/awslabs/neptune/SPARQL-CDTs/List",
        "http://www.w3.org/2005/xpath-functions#apply",
        "https://example.org/unknown"
      })
  void refusesWhatIsNotOfferedWhereverItStands(String name) {
    String call = "<" + name + ">(1)";
    for (String query :
        List.of(
            "SELECT (" + call + " AS ?x) {}",
            "SELECT (SUM(" + call + ") AS ?x) {}",
            "SELECT * { ?s ?p ?o FILTER (" + call + " = 1) }",
            "SELECT * { ?s ?p ?o BIND (STR(" + call + ") AS ?x) }",
            "SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?q ?r FILTER (" + call + ") } }",
            "SELECT * { ?s ?p ?o OPTIONAL { ?s ?q ?r FILTER (" + call + ") } }",
            "SELECT * { ?s ?p ?o MINUS { ?s ?q ?r FILTER (" + call + ") } }",
            "SELECT ?s { ?s ?p ?o } ORDER BY " + call,
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (" + call + " AS ?x)",
            "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (" + call + " > 1)",
            "SELECT * { { SELECT (" + call + " AS ?x) {} } }",
            "ASK { FILTER (" + call + ") }",
            "DESCRIBE ?s { ?s ?p ?o FILTER (" + call + ") }",
            "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER (IF(true, " + call + ", 1)) }")) {
      refused(query, name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        APF + "strSplit",
        APF + "versionARQ",
        "http://jena.hpl.hp.com/ARQ/property#concat",
        "java:org.apache.jena.sparql.pfunction.library.concat",
        "java:org.example.Anything"
      })
  void refusesComputedPropertiesThatAreNotOffered(String name) {
    refused("SELECT * { ?s <" + name + "> ?o }", name);
    refused("SELECT * { ?s ?p ?o OPTIONAL { ?s <" + name + "> (1 2) } }", name);
    refused("SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?s <" + name + "> 1 } }", name);
  }

  @Test
  void refusesToCallByValue() {
    refused("SELECT (CALL(<" + AFN + "wait>, 1) AS ?x) {}", "CALL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.w3.org/2001/XMLSchema#integer>()",
        "http://www.w3.org/2001/XMLSchema#integer>(1, 2)",
        "http://www.w3.org/2005/xpath-functions#round>()",
        "http://www.w3.org/2005/xpath-functions#matches>('a')",
        "http://www.w3.org/2005/xpath-functions#replace>('a', 'b')",
        "http://www.w3.org/2005/xpath-functions/math#pow>(1)",
        "http://jena.apache.org/ARQ/function#localname>(1, 2)"
      })
  void saysWhichFunctionHasTheWrongNumberOfArguments(String call) {
    refused("SELECT (<" + call + " AS ?x) {}", "<" + call.substring(0, call.indexOf('>')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        AFN + "wait>(1)",
        AFN + "print>('on the terminal of who runs this')",
        "java:org.apache.jena.sparql.function.library.wait>(1)",
        "http://www.dotnetrdf.org/leviathan#factorial>(5)",
        "http://www.w3.org/2005/xpath-functions#matches>('a')"
      })
  void refusesThemToShapesToo(String call) {
    HttpResponse<String> response = shapes("FILTER (<" + call + " = 1)");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.body()).contains("<" + call.substring(0, call.indexOf('>')) + ">");
  }

  @Test
  void refusesComputedPropertiesToShapesToo() {
    HttpResponse<String> response = shapes(". ?x <java:org.example.Anything> ?y");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.body()).contains("<java:org.example.Anything>");
  }

  private static HttpResponse<String> shapes(String pattern) {
    return served.post(
        "/gilan/shacl",
        "text/turtle",
        """
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        PREFIX gilan: <https://w3id.org/gilan/ontology#>
        <x:shape> a sh:NodeShape ; sh:targetClass gilan:Person ;
          sh:sparql [ sh:select "SELECT $this { $this ?p ?o %s }" ] .
        """
            .formatted(pattern));
  }

  @Test
  void namesThoseItOffersInTheDescriptionOfTheService() {
    String description = served.get("/gilan/sparql", "Accept", "application/n-triples").body();
    assertThat(Functions.names()).hasSizeBetween(150, 250);
    for (String name : Functions.names()) {
      assertThat(description)
          .contains(
              "<http://www.w3.org/ns/sparql-service-description#extensionFunction> <" + name + ">");
    }
    assertThat(description).doesNotContain("function#wait", "function#print", "leviathan");
  }

  @Test
  void answersThoseItOffers() {
    assertThat(
            served
                .get(
                    Served.query(
                        "SELECT (<http://www.w3.org/2005/xpath-functions#round>(2.5) AS ?a)"
                            + " (<"
                            + AFN
                            + "localname>(<x:y#z>) AS ?b)"
                            + " { VALUES ?x { 1 } }"),
                    "Accept",
                    "text/csv")
                .body())
        .isEqualTo("a,b\r\n3.0,z\r\n");
  }
}

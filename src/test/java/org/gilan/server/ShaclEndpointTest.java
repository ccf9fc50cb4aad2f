// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.gilan.page.Fixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShaclEndpointTest {
  private static final String SHAPES =
      """
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      [] a sh:NodeShape ; sh:targetClass gilan:Person ;
        sh:property [ sh:path gilan:birthPlace ; sh:minCount 1 ; sh:message "born somewhere" ] .
      """;

  private static Served served;

  @BeforeAll
  static void start() {
    Duration second = Duration.ofSeconds(4);
    served = Served.site(Fixture.site(), new Settings("127.0.0.1", 0, second, second, 1 << 20));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void reportsWhatBreaksTheShapes() {
    HttpResponse<String> response = served.post("/gilan/shacl", "text/turtle", SHAPES);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Served.header(response, "Content-Type")).startsWith("text/turtle");
    assertThat(response.body()).contains("born somewhere").contains("anna-lodge");
  }

  @Test
  void reportsInTheFormAskedFor() {
    HttpResponse<String> response =
        served.send(
            "POST",
            "/gilan/shacl?graph=default",
            BodyPublishers.ofString(SHAPES),
            "Content-Type",
            "text/turtle",
            "Accept",
            "application/n-triples");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("<http://www.w3.org/ns/shacl#conforms> \"false\"");
  }

  /** What breaks the shapes is reported thing by thing, and yet as one report. */
  @Test
  void reportsAsJenaDoes() {
    String shapes =
        SHAPES
            + """
            [] a sh:NodeShape ; sh:targetClass gilan:Person , gilan:Place ; sh:severity sh:Warning ;
              sh:nodeKind sh:Literal ;
              sh:property [ sh:path ( a [ sh:inversePath a ] ) ; sh:nodeKind sh:Literal ] .
            """
                .replace(" a ", " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ");
    Graph report = read(served.post("/gilan/shacl", "text/turtle", shapes).body());
    Graph data = Fixture.site().graph().dataset().getDefaultGraph();
    Graph other = ShaclValidator.get().validate(Shapes.parse(read(shapes)), data).getGraph();
    assertThat(report.size()).isGreaterThan(50);
    assertThat(report.isIsomorphicWith(other)).isTrue();
  }

  private static Graph read(String turtle) {
    return RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
  }

  @Test
  void validatesANamedGraph() {
    String facts = Served.encode("https://w3id.org/gilan/graph/facts");
    assertThat(served.post("/gilan/shacl?graph=" + facts, "text/turtle", SHAPES).body())
        .contains("anna-lodge");
    assertThat(served.post("/gilan/shacl?graph=x:none", "text/turtle", SHAPES).statusCode())
        .isEqualTo(404);
  }

  @Test
  void validatesASingleThing() {
    String council = Served.encode("https://w3id.org/gilan/id/ferry-council");
    assertThat(served.post("/gilan/shacl?target=" + council, "text/turtle", SHAPES).body())
        .matches("(?s).*sh:conforms\\s+true.*");
  }

  @Test
  void saysWhatIsWrongWithTheShapes() {
    for (String shapes : List.of("no turtle", SHAPES.replace("1", "'many'"))) {
      HttpResponse<String> response = served.post("/gilan/shacl", "text/turtle", shapes);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).startsWith("The shapes cannot be read");
    }
  }

  @Test
  void stopsAValidationThatTakesTooLong() {
    String endless =
        """
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        PREFIX gilan: <https://w3id.org/gilan/ontology#>
        [] a sh:NodeShape ; sh:targetClass gilan:Person ;
          sh:sparql [ sh:select \"""SELECT $this { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l
            FILTER(CONCAT(STR(?a), STR(?l)) = 'never') }\""" ] .
        """;
    HttpResponse<String> response = served.post("/gilan/shacl", "text/turtle", endless);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
  }

  @Test
  void onlyTakesShapesByPost() {
    assertThat(served.get("/gilan/shacl").statusCode()).isEqualTo(405);
  }
}

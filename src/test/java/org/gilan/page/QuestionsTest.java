// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as tables, timelines, maps, networks and bars, and what can be chosen in questions. */
class QuestionsTest {
  private static final String QUERY = "https://w3id.org/gilan/query/";
  private static final String PREFIXES =
      """
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      PREFIX id: <https://w3id.org/gilan/id/>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;
  private static final Map<String, String> QUERIES =
      Map.of(
          "where-and-when",
          "#defaultView:Map\nSELECT ?event ?place ?earliest ?latest WHERE { ?event gilan:place ?place"
              + " OPTIONAL { ?event gilan:earliest ?earliest } OPTIONAL { ?event gilan:latest"
              + " ?latest } } ORDER BY ?event ?place",
          "how-many",
          "SELECT ?sender (COUNT(*) AS ?letters) WHERE { { ?letter gilan:sender ?sender } UNION {"
              + " ?letter gilan:recipient ?sender } } GROUP BY ?sender ORDER BY ?sender",
          "voyage-dates",
          "SELECT ?day ?claim WHERE { ?claim rdf:subject id:voyage ; rdf:object ?day }",
          "where-was",
          "SELECT ?event ?eventLabel WHERE { VALUES ?person { id:anna } ?event gilan:involved"
              + " ?person ; rdfs:label ?eventLabel } ORDER BY ?event",
          "in-a-branch",
          "SELECT ?event WHERE { ?event a gilan:Event { VALUES ?person { id:anna } ?event"
              + " gilan:involved ?person } UNION { ?event gilan:place id:lakeland } }",
          "many",
          "SELECT ?one ?two ?three ?four ?five ?six WHERE { ?one rdfs:label ?two . ?three rdfs:label ?four ."
              + " ?five rdfs:label ?six } LIMIT 400",
          "between",
          "SELECT ?thing ?earliest WHERE { VALUES (?from ?to) { (\"1920-05-01\"^^xsd:date"
              + " \"1920-08-01\"^^xsd:date) } ?thing gilan:enduredTo ?earliest FILTER (?earliest >="
              + " ?from && ?earliest <= ?to) FILTER (?thing != id:letter) } ORDER BY ?thing",
          "around-anna",
          "CONSTRUCT { ?event gilan:involved id:anna } WHERE { ?event gilan:involved id:anna }");
  private static final Pages PAGES = new Pages(site());

  /** The graph of voyages, a document that is silent, and the questions. */
  private static Site site() {
    Site site = ViewFixture.site();
    Graph graph = site.graph().dataset().getDefaultGraph();
    Node almanac = NodeFactory.createURI("https://w3id.org/gilan/document/almanac");
    graph.add(almanac, RDF.type.asNode(), Gilan.Document);
    graph.add(almanac, RDFS.label.asNode(), NodeFactory.createLiteralLang("Almanac", "en"));
    QUERIES.forEach(
        (name, query) -> {
          Node node = NodeFactory.createURI(QUERY + name);
          boolean hasRows = !query.startsWith("CONSTRUCT");
          graph.add(node, RDF.type.asNode(), SHACL.SPARQLExecutable);
          graph.add(
              node,
              RDF.type.asNode(),
              hasRows ? SHACL.SPARQLSelectExecutable : SHACL.SPARQLConstructExecutable);
          graph.add(
              node,
              hasRows ? SHACL.select : SHACL.construct,
              NodeFactory.createLiteralString(PREFIXES + query));
        });
    return site;
  }

  @ParameterizedTest
  @CsvSource({
    "where-and-when, map, <svg id=\"map\"",
    "where-and-when, timeline, <div id=\"chart\" data-lanes=\"none\">",
    "where-and-when, network, <table class=\"pairs\">",
    "how-many, bars, <table class=\"bars\">",
  })
  void drawsAnAnswerInTheViewAskedFor(String question, String view, String drawn) {
    assertThat(html(question, Map.of("as", view)))
        .contains(drawn, "as=" + view + "\" aria-current=\"page\"");
    assertThat(html(question, Map.of("as", "table")))
        .contains("as=table\" aria-current=\"page\"", "<table class=\"answer\">")
        .doesNotContain(drawn);
  }

  @Test
  void followsTheHintOfTheQueryAndOffersWhatTheColumnsAllow() {
    assertThat(html("where-and-when", Map.of()))
        .contains("as=map\" aria-current=\"page\"", "as=timeline\"", "as=network\"")
        .contains("Not on the map: ", ">Lost Town</a>")
        .doesNotContain("as=bars");
    assertThat(html("names", Map.of())).doesNotContain("aria-label=\"Views\"", "id=\"chart\"");
    assertThat(html("how-many", Map.of("as", "map"))).doesNotContain("<svg id=\"map\"");
  }

  @Test
  void drawsDatesThatAreNotAcceptedHollow() {
    assertThat(html("voyage-dates", Map.of("as", "timeline")))
        .contains(
            "<li data-at=\"1920-06-09\" class=\"hollow\">",
            ">contested<span class=\"hidden\">: 9 June 1920 for ");
  }

  @Test
  void makesTheLongestBarOfTheGreatestNumber() {
    assertThat(html("how-many", Map.of("as", "bars")))
        .contains("<rect width=\"100%\"", "<span>2</span>", "<rect width=\"50%\"");
  }

  @Test
  void saysWhoSaysSoAndWhoIsSilent() {
    assertThat(html("voyage-dates", Map.of())).contains("Only Chronicle says so; ");
    assertThat(html("voyage-dates", Map.of())).contains("Almanac is silent. 1 row.");
    assertThat(html("names", Map.of())).doesNotContain("is silent", "says so");
  }

  @Test
  void asksAboutWhatIsChosen() {
    assertThat(html("where-was", Map.of()))
        .contains("<option value=\"anna\" selected>Anna &lt;Lodge&gt;</option>", "Voyage of Anna")
        .contains("<option value=\"boris\">")
        .doesNotContain("<option value=\"flood\"", "As it was");
    assertThat(html("where-was", Map.of("person", "boris")))
        .contains("<option value=\"boris\" selected>", "Talks in Lakeland", "As it was")
        .contains("another choice: <strong>person Boris</strong>")
        .contains("query/where-was.csv?person=boris", "1 row.")
        .contains("Answer to a query, asked with person=boris. In ", "where-was?person=boris")
        .doesNotContain(">Voyage of Anna<");
    assertThat(sparql("where-was", Map.of("person", "boris")))
        .contains("VALUES ?person { id:boris }");
    assertThat(QueryFactory.create(sparql("where-was", Map.of("person", "boris")))).isNotNull();
  }

  @Test
  void leavesTheValuesOfAnInnerGroupAlone() {
    assertThat(html("in-a-branch", Map.of())).contains("row").doesNotContain("<select");
    assertThat(sparql("in-a-branch", Map.of("person", "boris")))
        .isEqualTo(sparql("in-a-branch", Map.of()));
  }

  @Test
  void showsAsManyRowsAsAPageCanHold() {
    assertThat(html("many", Map.of()))
        .contains("400 rows, the first of which are shown; the file below has all")
        .hasSizeLessThan(200_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "flood", "> } ; DROP", "https://w3id.org/gilan/id/boris"})
  void passesOverWhatCannotBeChosen(String value) {
    assertThat(sparql("where-was", Map.of("person", value)))
        .isEqualTo(sparql("where-was", Map.of()));
  }

  @Test
  void asksOfTheDaysThatAreChosen() {
    assertThat(html("between", Map.of()))
        .contains("type=\"date\" name=\"from\" value=\"1920-05-01\"", "2 rows.");
    assertThat(html("between", Map.of("to", "1920-06")))
        .contains("name=\"to\" value=\"1920-06\"", "1 row.");
    assertThat(sparql("between", Map.of("to", "1920-06"))).contains("1920-05-01", "1920-06-30");
    assertThat(sparql("between", Map.of("to", "soon"))).isEqualTo(sparql("between", Map.of()));
  }

  @Test
  void showsTriplesWithoutAScript() {
    assertThat(html("around-anna", Map.of()))
        .contains("<th scope=\"col\">Predicate</th>", "../query/around-anna/answer.ttl")
        .doesNotContain("<script src=\"../assets/question", "as a network", "around-anna.csv");
  }

  private static String html(String question, Map<String, String> parameters) {
    return page(question, parameters).orElseThrow();
  }

  private static Optional<String> page(String question, Map<String, String> parameters) {
    return PAGES.html(QUERY + question, name -> parameters.getOrDefault(name, ""));
  }

  private static String sparql(String question, Map<String, String> parameters) {
    return PAGES.sparql(QUERY + question, name -> parameters.getOrDefault(name, "")).orElseThrow();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.gilan.catalogue.Question;
import org.gilan.check.TheGraph;
import org.gilan.page.Site;
import org.gilan.page.UiLinks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own graph, whole: in the Fuseki UI's table, in every result format, in every RDF format. */
class WholeGraphIT {
  private static final String ALL = "SELECT * { ?s ?p ?o }";
  private static final String ASK =
      "gilan/sparql?query=" + URLEncoder.encode(ALL, StandardCharsets.UTF_8);
  private static final Graph GRAPH = TheGraph.assembly().graph().dataset().getDefaultGraph();

  /** A value that begins so; questions of the catalogue have such text inside. */
  private static final Pattern TRIPLE_TERM = Pattern.compile("(?m)(?:^|[,\\t])\"?<<");

  @TempDir static Path profile;
  private static GilanServer server;

  @BeforeAll
  static void serve() throws CannotListenException {
    Site site = new Site(TheGraph.assembly().graph(), TheGraph.documents());
    server = GilanServer.start(site, Settings.at("127.0.0.1", 0));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String get(String path, String accept) throws IOException, InterruptedException {
    URI uri = URI.create(server.address() + path);
    var response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(uri).header("Accept", accept).build(),
                BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  @Test
  void standsInTheTableOfTheFusekiUi() throws IOException {
    try (Browser browser = Browser.start(profile)) {
      browser.open(server.address().resolve(UiLinks.query(ALL)));
      browser.await(
          "document.querySelector('#yasqe .CodeMirror')?.CodeMirror?.getValue() == '" + ALL + "'");
      browser.await("document.querySelectorAll('#yasr tbody tr').length >= 10");
      browser.picture(Path.of("target/pictures/whole-graph.png"));
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /** YASQE checks against a grammar of its own, that of SPARQL 1.1, and marks what it refuses. */
  @Test
  void asksEveryQuestionInTheEditorOfTheFusekiUi() throws IOException {
    List<Question> questions =
        TheGraph.assembly().sources().catalogue().questions().stream()
            .filter(question -> !question.tags().contains(Question.SPARQL_12))
            .toList();
    assertThat(questions).hasSizeGreaterThan(50);
    try (Browser browser = Browser.start(profile)) {
      browser.open(server.address().resolve("ui/query/" + questions.get(0).name()));
      browser.await("document.querySelector('#yasqe .CodeMirror')?.CodeMirror?.getValue()");
      for (Question question : questions) {
        assertThat(valid(browser, question.sparql())).as(question.name()).isTrue();
      }
      assertThat(valid(browser, "SELECT ?s WHERE { ?s ?p }")).isFalse();
    }
  }

  private static boolean valid(Browser browser, String sparql) {
    String editor = "document.querySelector('#yasqe .CodeMirror').CodeMirror";
    browser.evaluate(editor + ".setValue(" + new JsonString(sparql) + ")");
    return browser.text("document.querySelector('#yasqe .parseErrorIcon')").equals("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "text/tab-separated-values"})
  void comesBackWholeAsLines(String format) throws IOException, InterruptedException {
    String body = get(ASK, format);
    assertThat(body.lines().filter(l -> !l.isEmpty()).count()).isGreaterThan(GRAPH.size());
    assertThat(TRIPLE_TERM.matcher(body).find()).as("a triple term as a value").isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json, \"s\":",
    "application/sparql-results+xml, <binding name=\"s\">"
  })
  void comesBackWholeAsResults(String format, String row) throws IOException, InterruptedException {
    String body = get(ASK, format);
    assertThat(body.split(row, -1)).hasSize(GRAPH.size() + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle, TURTLE",
    "application/n-triples, N-TRIPLES",
    "application/ld+json, JSON-LD",
    "application/rdf+xml, RDF/XML"
  })
  void comesBackWholeAsAGraph(String format, String lang) throws IOException, InterruptedException {
    Graph back = GraphMemFactory.createDefaultGraph();
    Lang language = org.apache.jena.riot.RDFLanguages.nameToLang(lang);
    RDFDataMgr.read(back, new StringReader(get("gilan/data?default", format)), "urn:x", language);
    assertThat(back.size()).isEqualTo(GRAPH.size());
  }

  /** This dataset would make a graph that it has not, and may not while it is read. */
  @Test
  void hasNothingInANamedGraphThatIsNotThere() throws IOException, InterruptedException {
    String query = "SELECT ?s FROM NAMED <http://nope/> { GRAPH ?g { ?s ?p ?o } }";
    assertThat(
            get(
                "gilan/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                "text/csv"))
        .isEqualTo("s\r\n");
  }
}

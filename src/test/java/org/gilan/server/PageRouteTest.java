// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.graph.GraphFactory;
import org.gilan.page.Fixture;
import org.gilan.page.UiLinks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRouteTest {
  private static final String PASSAGE = "/document/lake-chronicle/64-132";

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void start() {
    served = Served.site(Fixture.siteWithTexts(folder));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html | text/html",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
        "*/* | text/html",
        "text/turtle | text/turtle",
        "text/turtle;q=0.5, application/n-triples | application/n-triples",
        "application/ld+json | application/ld+json",
        "application/rdf+xml | application/rdf+xml",
        "application/* | application/n-triples",
        "text/turtle, text/html;q=0.9 | text/turtle",
        "text/*;q=0.3, text/turtle;q=0.1, application/ld+json;q=0.2 | text/html",
        "application/json, text/turtle;q=0.1 | text/turtle",
        "application/x-bibtex | application/x-bibtex",
        "application/vnd.citationstyles.csl+json | application/vnd.citationstyles.csl+json",
      })
  void answersInTheBestFormThatIsAccepted(String accept, String type) {
    HttpResponse<String> response = served.get("/id/anna-lodge", "Accept", accept);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Served.header(response, "Content-Type")).startsWith(type);
    assertThat(Served.header(response, "Vary")).contains("Accept");
  }

  @ParameterizedTest
  @CsvSource({
    "/id/anna-lodge.bib, application/x-bibtex, gilan-anna-lodge",
    "/claim/c1.ris, application/x-research-info-systems, gilan-claim-c1",
    "/query/leaders.csl.json, application/vnd.citationstyles.csl+json, gilan-query-leaders",
    "/document/lake-chronicle/64-132.bib, application/x-bibtex, lake-chronicle-64-132",
    "/ontology.ris, application/x-research-info-systems, gilan-ontology",
    "/cite.bib, application/x-bibtex, misc{gilan",
    "/cite.csl.json, application/vnd.citationstyles.csl+json, gilan",
  })
  void canBeCited(String path, String type, String key) {
    HttpResponse<String> response = served.get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Served.header(response, "Content-Type")).isEqualTo(type + "; charset=utf-8");
    assertThat(response.body()).contains(key, "https://w3id.org/gilan");
    assertThat(served.get("/id/nobody.bib").statusCode()).isEqualTo(404);
  }

  @Test
  void givesAQuestionAsSparql() {
    HttpResponse<String> response = served.get("/query/leaders.rq");
    assertThat(Served.header(response, "Content-Type")).startsWith("application/sparql-query");
    assertThat(served.get("/sparql?query=" + Served.encode(response.body())).body())
        .contains("anna-lodge");
    assertThat(served.get("/query/nothing.rq").statusCode()).isEqualTo(404);
    assertThat(served.get("/id/anna-lodge.rq").statusCode()).isEqualTo(404);
  }

  @Test
  void opensAQuestionInTheUi() {
    HttpResponse<String> response = served.get("/ui/query/leaders");
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(Served.address(response, "Location"))
        .isEqualTo(UiLinks.query(served.get("/query/leaders.rq").body()));
    assertThat(served.get("/ui/query/nothing").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "text/html;q=0, image/*", "application/json"})
  void saysWhenNoFormIsAccepted(String accept) {
    HttpResponse<String> response = served.get("/id/anna-lodge", "Accept", accept);
    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(response.body()).contains("text/turtle");
  }

  @ParameterizedTest
  @CsvSource({
    "ttl, text/turtle",
    "nt, application/n-triples",
    "jsonld, application/ld+json",
    "rdf, application/rdf+xml",
    "html, text/html",
  })
  void answersInTheFormThatTheAddressNames(String extension, String type) {
    for (String path : new String[] {"/id/anna-lodge", "/document/mill-book", "/claim/c1"}) {
      for (String form : new String[] {path + "." + extension, path + "?format=" + extension}) {
        HttpResponse<String> response = served.get(form, "Accept", "image/png");
        assertThat(response.statusCode()).as(form).isEqualTo(200);
        assertThat(Served.header(response, "Content-Type")).startsWith(type);
        assertThat(Served.address(response, "Content-Location")).isEqualTo(path + "." + extension);
      }
    }
  }

  @Test
  void knowsNoOtherFormat() {
    assertThat(served.get("/id/anna-lodge?format=docx").statusCode()).isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/turtle",
        "application/n-triples",
        "application/ld+json",
        "application/rdf+xml"
      })
  void describesTheSameInEveryRdfForm(String type) {
    Graph graph = rdf("/id/ferry-council", type);
    Node council = NodeFactory.createURI("https://w3id.org/gilan/id/ferry-council");
    Node leader = NodeFactory.createURI("https://w3id.org/gilan/ontology#ledBy");
    assertThat(graph.contains(council, leader, Node.ANY)).isTrue();
    assertThat(graph.isIsomorphicWith(rdf("/id/ferry-council", "text/turtle"))).isTrue();
  }

  @Test
  void describesTheClaimsBehindAThing() {
    Graph graph = rdf("/id/ferry-council", "text/turtle");
    Node claim = NodeFactory.createURI("https://w3id.org/gilan/claim/c3");
    assertThat(graph.contains(claim, Node.ANY, Node.ANY)).isTrue();
  }

  @Test
  void describesThePassagesWithTheirDocument() {
    Graph graph = rdf("/document/lake-chronicle", "text/turtle");
    Node passage = NodeFactory.createURI("https://w3id.org/gilan/document/lake-chronicle/64-132");
    assertThat(graph.contains(passage, Node.ANY, Node.ANY)).isTrue();
  }

  @Test
  void describesTheTermsWithTheirOntology() {
    Graph graph = rdf("/ontology", "text/turtle");
    assertThat(
            graph.contains(
                NodeFactory.createURI("https://w3id.org/gilan/ontology#Person"),
                Node.ANY,
                Node.ANY))
        .isTrue();
    assertThat(served.get("/ontology").body())
        .contains("<article id=\"Person\">")
        .contains("<article id=\"ledBy\">");
    assertThat(Served.header(served.get("/ontology.ttl"), "Content-Type"))
        .startsWith("text/turtle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/id/anna-lodge",
        "/document/lake-chronicle",
        PASSAGE,
        "/claim/c1",
        "/graph/facts",
        "/ontology"
      })
  void answersHeadLikeGet(String path) {
    HttpResponse<String> get = served.get(path);
    HttpResponse<String> head = served.send("HEAD", path, BodyPublishers.noBody());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(Served.header(head, "Content-Type")).isEqualTo(Served.header(get, "Content-Type"));
    assertThat(Served.header(head, "Content-Length"))
        .isEqualTo(Served.header(get, "Content-Length"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/id/nobody",
        "/id/",
        "/id/a/b",
        "/id/nobody.ttl",
        "/document/none/1-2",
        "/document/lake-chronicle?char=x",
        "/document/lake-chronicle?char=0000000064,132",
        "/claim/none",
        "/graph/none",
        "/nowhere",
        "/ontology/Person",
      })
  void saysWhenNothingIsKnown(String path) {
    HttpResponse<String> page = served.get(path, "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(Served.header(page, "Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains("<h1>");
    assertThat(Served.header(served.get(path), "Content-Type")).startsWith("text/plain");
  }

  /** Who does not read it has the server hold it: an error is never much longer than its cause. */
  @ParameterizedTest
  @ValueSource(strings = {"/%2e", "/x", "/id/%22"})
  void isShortInErrors(String folder) {
    for (int times : new int[] {100, 30_000}) {
      HttpResponse<String> page = served.get(folder.repeat(times), "Accept", "text/html");
      assertThat(page.statusCode()).isBetween(400, 414);
      assertThat(page.body()).contains("<h1>").hasSizeLessThan(32 << 10);
    }
    HttpResponse<String> page = served.ask("ASK { x:" + "'".repeat(500_000), "text/html");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("<h1>").hasSizeLessThan(32 << 10);
    String name = "y".repeat(500_000);
    assertThat(served.ask("ASK { ?s " + name + ":p ?o }", "text/html").body())
        .contains("<h1>")
        .hasSizeLessThan(32 << 10);
  }

  @Test
  void keepsQuotedTextsFromOtherSites() {
    assertThat(served.get(PASSAGE).headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(Served.header(served.get("/document/mill-book.ttl"), "Access-Control-Allow-Origin"))
        .isEqualTo("*");
  }

  @Test
  void sendsStrictHeaders() {
    HttpResponse<String> response = served.get("/id/anna-lodge");
    assertThat(Served.header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(Served.header(response, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(Served.header(response, "Content-Security-Policy"))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
  }

  private static Graph rdf(String path, String type) {
    HttpResponse<String> response = served.get(path, "Accept", type);
    assertThat(response.statusCode()).isEqualTo(200);
    Graph graph = GraphFactory.createDefaultGraph();
    Lang lang = RDFLanguages.contentTypeToLang(type);
    RDFDataMgr.read(graph, new StringReader(response.body()), "x:base", lang);
    return graph;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.ResultsReader;
import org.apache.jena.sparql.util.IsoMatcher;
import org.gilan.document.Documents;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.page.Fixture;
import org.gilan.page.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Triples inside triples, in every form that can hold them, and 406 in every other. */
class TripleTermsTest {
  private static final String REIFIERS = KnowledgeGraph.REIFIERS.getURI();
  private static final String GRAPH = "/gilan/data?graph=" + REIFIERS;
  private static final String CONSTRUCT =
      Served.query("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <" + REIFIERS + "> { ?s ?p ?o } }");
  private static final String DESCRIBE =
      Served.query("DESCRIBE <https://w3id.org/gilan/claim/c1> FROM <" + REIFIERS + ">");
  private static final String SELECT =
      Served.query(
          "SELECT ?claim ?term WHERE { GRAPH <"
              + REIFIERS
              + "> { ?claim <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> ?term } }");

  /** One of each kind of term that can stand in a triple term, as Jena can read it. */
  private static final String MORE =
      """
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      <x:true> rdf:reifies <<( <x:s> <x:p> "true"^^xsd:boolean )>> .
      <x:false> rdf:reifies <<( <x:s> <x:p> "false"^^xsd:boolean )>> .
      <x:one> rdf:reifies <<( <x:s> <x:p> "1"^^xsd:boolean )>> .
      <x:number> rdf:reifies <<( <x:s> <x:p> 4.20 )>> , <<( <x:s> <x:p> 7 )>> .
      <x:text> rdf:reifies <<( <x:s> <x:p> \"""گیلان "quoted"
      in two lines\"""@fa )>> .
      <x:nested> rdf:reifies <<( <x:s> <x:p> <<( <x:s> <x:p> "true"^^xsd:boolean )>> )>> ; <x:plain> true .
      <x:blank> rdf:reifies <<( _:b <x:p> _:b )>> .
      """;

  private static final DatasetGraph DATASET = dataset();
  private static Served served;

  private static DatasetGraph dataset() {
    DatasetGraph dataset = Fixture.dataset();
    Graph more = GraphFactory.createDefaultGraph();
    RDFDataMgr.read(more, new StringReader(MORE), null, Lang.TURTLE);
    more.stream().map(triple -> Quad.create(KnowledgeGraph.REIFIERS, triple)).forEach(dataset::add);
    return dataset;
  }

  @BeforeAll
  static void start() {
    served = Served.site(new Site(new KnowledgeGraph(DATASET, "x"), Documents.none()));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  /** {@return the answer, byte for byte: some forms are not text} */
  private static HttpResponse<byte[]> get(String path, String accept) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(served.uri(path)).header("Accept", accept).build(),
            BodyHandlers.ofByteArray());
  }

  private static DatasetGraph read(String path, String accept) throws Exception {
    HttpResponse<byte[]> response = get(path, accept);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    assertThat(Served.header(response, "Content-Type")).startsWith(accept);
    return RDFParser.source(new ByteArrayInputStream(response.body()))
        .forceLang(RDFLanguages.contentTypeToLang(accept))
        .toDatasetGraph();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/turtle",
        "application/n-triples",
        "application/trig",
        "application/n-quads",
        "application/rdf+thrift"
      })
  void comeBackTheSame(String accept) throws Exception {
    Graph reifiers = DATASET.getGraph(KnowledgeGraph.REIFIERS);
    assertThat(reifiers.size()).isEqualTo(10);
    for (String path : new String[] {GRAPH, CONSTRUCT}) {
      Graph got = read(path, accept).getDefaultGraph();
      assertThat(IsoMatcher.isomorphic(got, reifiers)).as(path + " " + got).isTrue();
    }
    assertThat(read(DESCRIBE, accept).getDefaultGraph().stream())
        .anyMatch(triple -> triple.getObject().isTripleTerm());
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/trig", "application/n-quads", "application/rdf+thrift"})
  void comeBackTheSameInTheWholeDataset(String accept) throws Exception {
    assertThat(IsoMatcher.isomorphic(read("/gilan/data", accept), DATASET)).isTrue();
  }

  @Test
  void announceTheirVersionOfTurtle() throws IOException {
    assertThat(served.get(GRAPH, "Accept", "text/turtle").body())
        .startsWith("VERSION \"1.2\"\nPREFIX claim:")
        .contains("<<( id:ferry-council gilan:ledBy id:anna-lodge )>>");
    assertThat(served.get("/gilan/data?default", "Accept", "text/turtle").body())
        .doesNotContain("VERSION");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/rdf+xml",
        "application/ld+json",
        "application/rdf+json",
        "application/ld+json, application/rdf+xml;q=0.5"
      })
  void areRefusedInFormsThatCannotHoldThem(String accept) {
    for (String path : new String[] {GRAPH, CONSTRUCT, DESCRIBE}) {
      HttpResponse<String> response = served.get(path, "Accept", accept);
      assertThat(response.statusCode()).as(path).isEqualTo(406);
      assertThat(response.body())
          .startsWith(accept.split(",")[0] + " cannot hold")
          .contains("Ask for one of text/turtle, application/n-triples");
    }
    assertThat(served.get("/gilan/data?default", "Accept", accept).statusCode()).isEqualTo(200);
  }

  @Test
  void areRefusedWithTheWholeDatasetToo() {
    HttpResponse<String> response = served.get("/gilan/data", "Accept", "application/ld+json");
    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(response.body()).contains("Ask for one of application/trig, application/n-quads");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/ld+json, */*;q=0.1 | text/turtle",
        "application/rdf+xml, application/n-triples;q=0.9, text/turtle;q=0.8 | application/n-triples",
        "image/png | text/turtle",
        "text/html, application/xml;q=0.9, */*;q=0.8 | text/turtle",
      })
  void takeTheNextBestForm(String accept, String type) {
    for (String path : new String[] {GRAPH, CONSTRUCT}) {
      HttpResponse<String> response = served.get(path, "Accept", accept);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      assertThat(Served.header(response, "Content-Type")).startsWith(type);
    }
  }

  @Test
  void areRefusedWhereTheFormIsNamed() {
    assertThat(served.get(CONSTRUCT + "&output=json-ld").statusCode()).isEqualTo(406);
    assertThat(served.get(GRAPH + "&format=rdf").statusCode()).isEqualTo(406);
    assertThat(served.get(GRAPH + "&format=nt", "Accept", "text/turtle").body()).startsWith("<");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "application/sparql-results+thrift"
      })
  void comeBackTheSameInATable(String accept) throws Exception {
    HttpResponse<byte[]> response = get(SELECT, accept);
    RowSet rows =
        RowSet.adapt(
            ResultsReader.create()
                .lang(RDFLanguages.contentTypeToLang(accept))
                .build()
                .read(new ByteArrayInputStream(response.body())));
    assertThat(rows.stream().map(row -> row.get("term")).filter(Node::isTripleTerm)).hasSize(9);
  }

  @Test
  void areSpelledOutWhereATableHasOnlyText() {
    assertThat(served.get(SELECT, "Accept", "text/csv").body())
        .contains(
            "x:true,\"<<( <x:s> <x:p> \"\"true\"\"^^<http://www.w3.org/2001/XMLSchema#boolean> )>>\"")
        .contains("گیلان");
    assertThat(served.get(SELECT, "Accept", "text/tab-separated-values").body())
        .contains("<x:true>\t<<( <x:s> <x:p> true )>>");
    assertThat(served.get(SELECT, "Accept", "text/plain").body()).contains("<<( <x:s> <x:p> 7 )>>");
  }

  @Test
  void areRefusedInAReportOfValidation() throws IOException {
    String shapes =
        """
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        [] a sh:NodeShape ; sh:targetSubjectsOf rdf:reifies ;
          sh:property [ sh:path rdf:reifies ; sh:nodeKind sh:IRI ] .
        """;
    String path = "/gilan/shacl?graph=" + REIFIERS;
    assertThat(served.post(path, "text/turtle", shapes).body()).contains("VERSION", "<<( ");
    assertThat(served.post(path + "&output=rdf", "text/turtle", shapes).statusCode())
        .isEqualTo(406);
  }
}

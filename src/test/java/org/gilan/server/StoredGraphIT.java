// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.gilan.check.TheGraph;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.page.Site;
import org.gilan.store.Origin;
import org.gilan.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph served from disk is asked, limited and shown as the one in memory. */
class StoredGraphIT implements AnswersAsInMemory {
  private static final KnowledgeGraph GRAPH = TheGraph.assembly().graph();
  private static final String JSON = Twins.JSON;
  private static final String TURTLE = Twins.TURTLE;

  @TempDir private static Path folder;
  private static Store store;
  private static Served onDisk;
  private static Served inMemory;
  private static Twins twins;

  @BeforeAll
  static void serve() throws IOException {
    store = Store.open(folder.resolve("store"), note -> {});
    KnowledgeGraph stored =
        store.graph(
            Origin.checked(
                GRAPH.checksum(), TheGraph.assembly().sources().prefixes(), () -> GRAPH));
    onDisk = Served.site(new Site(stored, TheGraph.documents()));
    inMemory = Served.site(new Site(GRAPH, TheGraph.documents()));
    twins = new Twins(onDisk, inMemory);
  }

  @AfterAll
  static void stop() throws IOException {
    twins.close();
    store.close();
  }

  @Override
  public Twins twins() {
    return twins;
  }

  @Test
  void handsOutItsGraphsWhole() {
    String facts = "/gilan/data?graph=https://w3id.org/gilan/graph/facts&format=nt";
    assertThat(onDisk.get(facts).body().lines().count())
        .isEqualTo(GRAPH.dataset().getGraph(KnowledgeGraph.FACTS).size());
    HttpResponse<String> none = onDisk.get("/gilan/data?graph=urn:none");
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.body()).contains("https://w3id.org/gilan/graph/facts");
  }

  @Test
  void asksItsNamedGraphs() {
    for (String sparql :
        List.of(
            "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
            "SELECT (COUNT(*) AS ?n) FROM <graph/facts> FROM <graph/claims> { ?s a ?c }",
            "SELECT (COUNT(*) AS ?n) { GRAPH <graph/reifiers> { ?c ?r <<( ?s ?p ?o )>> } }",
            "SELECT (COUNT(*) AS ?n) { <id/kuchak-khan> (<ontology#within>|^?p|!<urn:x>)+ ?o }")) {
      assertThat(onDisk.ask(sparql, JSON).body()).isEqualTo(inMemory.ask(sparql, JSON).body());
    }
  }

  /** Patterns that are matched by TDB2 itself end in time, too. */
  @Test
  void endsQueriesInTime() {
    String sparql = "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f FILTER(?a = ?f) }";
    long began = System.nanoTime();
    HttpResponse<String> answer = onDisk.get(Served.query(sparql) + "&timeout=1", "Accept", JSON);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
  }

  @Test
  void validatesAgainstShapes() {
    HttpResponse<String> report =
        onDisk.post(
            "/gilan/shacl",
            TURTLE,
            """
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            <https://example.org/s> a sh:NodeShape ; sh:targetNode <https://w3id.org/gilan/id/kuchak-khan> ;
              sh:property [ sh:path <http://www.w3.org/2000/01/rdf-schema#label> ; sh:maxCount 0 ] .
            """);
    assertThat(report.statusCode()).as(report.body()).isEqualTo(200);
    assertThat(report.body()).contains("sh:ValidationResult");
  }
}

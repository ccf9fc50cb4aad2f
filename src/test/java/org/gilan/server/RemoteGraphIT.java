// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.gilan.check.TheGraph;
import org.gilan.client.Oxigraph;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.page.Site;
import org.gilan.query.QueryLimits;
import org.gilan.release.Upload;
import org.gilan.remote.Credentials;
import org.gilan.remote.RemoteStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The graph served from a store of another make is asked, limited and shown as ours. */
class RemoteGraphIT implements AnswersAsInMemory {
  private static final KnowledgeGraph GRAPH = TheGraph.assembly().graph();
  private static final Credentials NOBODY = new Credentials(null, null, null);
  private static final String JSON = Twins.JSON;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static Oxigraph oxigraph;
  private static RemoteStore store;
  private static Served remote;
  private static Twins twins;

  @BeforeAll
  static void serve() throws Exception {
    oxigraph = Oxigraph.serving();
    Upload.send(GRAPH, URI.create(oxigraph.store()), NOBODY, told -> {});
    store = new RemoteStore(URI.create(oxigraph.sparql()), NOBODY, Duration.ofMinutes(2));
    QueryLimits limits = QueryLimits.usual().within(Duration.ofMinutes(2), Duration.ofMinutes(4));
    remote = Served.site(site(), Settings.at("127.0.0.1", 0).limited(limits));
    twins = new Twins(remote, Served.site(new Site(GRAPH, TheGraph.documents())));
  }

  private static Site site() throws IOException {
    return new Site(store.graph(TheGraph.assembly().sources().prefixes()), TheGraph.documents());
  }

  @AfterAll
  static void stop() {
    if (twins != null) {
      twins.close();
      store.close();
      oxigraph.close();
    }
  }

  @Override
  public Twins twins() {
    return twins;
  }

  /** What only we know is run here, and reads of the store what it needs. */
  @Test
  void runsHereWhatTheStoreDoesNotKnow() {
    for (String sparql :
        List.of(
            "PREFIX text: <http://jena.apache.org/text#> SELECT ?x { ?x text:query 'kuchak' }",
            "PREFIX afn: <http://jena.apache.org/ARQ/function#>"
                + " SELECT (afn:localname(?t) AS ?n) { <id/kuchak-khan> a ?t } ORDER BY ?n",
            "SELECT ?o { <id/kuchak-khan> a/(<http://www.w3.org/2000/01/rdf-schema#subClassOf>{1,2})"
                + " ?o } ORDER BY ?o",
            "SELECT (COUNT(*) AS ?n) { GRAPH <urn:x-arq:DefaultGraph> { ?s a <ontology#Person> } }",
            "DESCRIBE <id/rasht>")) {
      String form = sparql.startsWith("DESCRIBE") ? Twins.TURTLE : JSON;
      HttpResponse<String> here = remote.ask(sparql, form);
      HttpResponse<String> there = twins.inMemory().ask(sparql, form);
      assertThat(here.statusCode()).as(here.body()).isEqualTo(200);
      if (form.equals(JSON)) {
        assertThat(here.body().lines().sorted()).isEqualTo(there.body().lines().sorted().toList());
      } else {
        assertThat(Twins.graph(here).isIsomorphicWith(Twins.graph(there))).isTrue();
      }
    }
  }

  @Test
  void asksTheGraphsThatAreNamed() {
    for (String sparql :
        List.of(
            "SELECT (COUNT(*) AS ?n) FROM <graph/facts> FROM <graph/claims> { ?s a ?c }",
            "SELECT (COUNT(*) AS ?n) FROM <urn:none> { ?s a ?c }",
            "SELECT (COUNT(*) AS ?n) FROM NAMED <graph/facts> { GRAPH ?g { ?s a ?c } }",
            "SELECT (COUNT(*) AS ?n) FROM NAMED <graph/facts> { ?s a ?c }",
            "SELECT (COUNT(*) AS ?n) { GRAPH <graph/reifiers> { ?c ?r <<( ?s ?p ?o )>> } }",
            "ASK { GRAPH <graph/shapes> { ?s a <http://www.w3.org/ns/shacl#NodeShape> } }")) {
      assertThat(remote.ask(sparql, JSON).body())
          .as(sparql)
          .isEqualTo(twins.inMemory().ask(sparql, JSON).body());
    }
  }

  @Test
  void handsOutItsGraphsWhole() {
    String facts = "/gilan/data?graph=https://w3id.org/gilan/graph/facts&format=nt";
    assertThat(remote.get(facts).body().lines().count())
        .isEqualTo(GRAPH.dataset().getGraph(KnowledgeGraph.FACTS).size());
    assertThat(remote.get("/gilan/data?default&format=nt").body().lines().count())
        .isEqualTo(GRAPH.dataset().getDefaultGraph().size());
    assertThat(remote.get("/gilan/data?graph=urn:none").statusCode()).isEqualTo(404);
  }

  @Test
  void refusesWhatItRefusesInMemory() {
    for (String sparql :
        List.of(
            "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
            "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
            "SELECT (<http://jena.apache.org/ARQ/function#wait>(1) AS ?x) {}",
            "SELECT (<bif:sys_stat>('st_dbms_name') AS ?x) {}",
            "define input:storage '' SELECT * { ?s ?p ?o }",
            "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
            "SELECT * {" + " {".repeat(200) + " }".repeat(200) + "}")) {
      HttpResponse<String> here = remote.ask(sparql, JSON);
      HttpResponse<String> there = twins.inMemory().ask(sparql, JSON);
      assertThat(here.statusCode()).as(sparql).isEqualTo(there.statusCode()).isBetween(400, 499);
      assertThat(here.body().replaceAll("[0-9a-f-]{8,}", ""))
          .isEqualTo(there.body().replaceAll("[0-9a-f-]{8,}", ""));
    }
  }

  @Test
  void validatesAgainstShapes() {
    HttpResponse<String> report =
        remote.post(
            "/gilan/shacl",
            Twins.TURTLE,
            """
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            <https://example.org/s> a sh:NodeShape ; sh:targetNode <https://w3id.org/gilan/id/kuchak-khan> ;
              sh:property [ sh:path <http://www.w3.org/2000/01/rdf-schema#label> ; sh:maxCount 0 ] .
            """);
    assertThat(report.statusCode()).as(report.body()).isEqualTo(200);
    assertThat(report.body()).contains("sh:ValidationResult");
  }

  /** Half a graph is not answered from; the next whole one is, under another tag. */
  @Test
  void followsTheStore() throws Exception {
    RemoteStore own = new RemoteStore(URI.create(oxigraph.sparql()), NOBODY, Duration.ofMinutes(2));
    Renewal renewal = new Renewal(new Source(own), note -> {});
    try (Served served = Served.site(renewal.first())) {
      served.follow(renewal, Duration.ofMillis(50));
      String ask = Served.query("ASK { <id/kuchak-khan> ?p ?o }");
      HttpResponse<String> before = served.get(ask);
      assertThat(before.statusCode()).isEqualTo(200);
      mark("DELETE", "");
      await(() -> fresh(served).statusCode() == 503);
      HttpResponse<String> page = served.get("/claim/none", "Origin", "https://example.org");
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.headers().firstValue("Retry-After")).isPresent();
      assertThat(page.headers().firstValue("ETag")).isEmpty();
      mark("PUT", "next");
      await(() -> fresh(served).statusCode() == 200);
      HttpResponse<String> after = served.get(ask);
      assertThat(Served.header(after, "ETag")).isNotEqualTo(Served.header(before, "ETag"));
    } finally {
      renewal.close();
      own.close();
      mark("PUT", GRAPH.checksum());
      store.name();
    }
  }

  /** Asks what is not kept. */
  private static HttpResponse<String> fresh(Served served) {
    return served.get(Served.query("ASK { <id/rasht> ?p ?o } # " + System.nanoTime()));
  }

  /** What follows a store for the command line. */
  private record Source(RemoteStore store) implements Renewal.Source {
    @Override
    public Object state() {
      return store.name();
    }

    @Override
    public Site read() throws IOException {
      return new Site(store.graph(TheGraph.assembly().sources().prefixes()), TheGraph.documents());
    }
  }

  private static void mark(String method, String name) throws Exception {
    String address =
        oxigraph.store()
            + "?graph="
            + URLEncoder.encode(RemoteStore.RELEASE.getURI(), StandardCharsets.UTF_8);
    String triple =
        "<https://w3id.org/gilan/void#dataset> <http://purl.org/dc/terms/identifier> \"%s\" .\n"
            .formatted(name);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .method(method, BodyPublishers.ofString(triple))
            .build();
    assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("nothing happened in a minute").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}

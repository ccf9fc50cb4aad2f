// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.gilan.catalogue.Question;
import org.gilan.check.TheGraph;
import org.gilan.client.Oxigraph;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.release.Upload;
import org.gilan.remote.Credentials;
import org.junit.jupiter.api.Test;

/** Stores of another make are filled by {@code build --to}; docs/stores.md tells of each. */
class OtherStoresIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final KnowledgeGraph GRAPH = TheGraph.assembly().graph();
  private static final Credentials NOBODY = new Credentials(null, null, null);

  @Test
  void oxigraphAnswersAsWeDo() throws Exception {
    try (Oxigraph oxigraph = Oxigraph.serving()) {
      List<String> told = new ArrayList<>();
      Upload.send(GRAPH, URI.create(oxigraph.store()), NOBODY, told::add);
      assertThat(told)
          .contains(line("graph/reifiers", GRAPH.dataset().getGraph(KnowledgeGraph.REIFIERS)))
          .contains(line("default graph", GRAPH.dataset().getDefaultGraph()))
          .noneMatch(line -> line.contains("left out") || line.contains("gives back"));
      assertThat(deviations(oxigraph.sparql())).isEmpty();
    }
  }

  private static String line(String name, Graph graph) {
    return "%s: %,d triples".formatted(name, graph.size());
  }

  /** {@return the questions whose answers differ, and how} */
  private static Map<String, String> deviations(String endpoint)
      throws IOException, InterruptedException {
    Map<String, String> deviations = new TreeMap<>();
    for (Question question : TheGraph.questions()) {
      String how = deviation(question, endpoint);
      if (!how.isEmpty()) {
        deviations.put(question.name(), how);
      }
    }
    return deviations;
  }

  private static String deviation(Question question, String endpoint)
      throws IOException, InterruptedException {
    boolean isGraph = question.query().isConstructType();
    HttpResponse<InputStream> answer = ask(question, endpoint, isGraph);
    try (InputStream body = answer.body();
        QueryExec ours = QueryExec.dataset(GRAPH.dataset()).query(question.query()).build()) {
      if (answer.statusCode() != 200) {
        String said = new String(body.readAllBytes(), StandardCharsets.UTF_8).strip();
        return answer.statusCode() + " " + said.substring(0, Math.min(160, said.length()));
      }
      if (isGraph) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(body).lang(Lang.NTRIPLES).parse(graph);
        return graph.isIsomorphicWith(ours.construct()) ? "" : "another graph";
      }
      List<Map<String, String>> theirs = Rows.of(Rows.read(body), OtherStoresIT::value);
      List<Map<String, String>> rows = Rows.of(ours.select(), OtherStoresIT::value);
      if (theirs.equals(rows)) {
        return "";
      }
      if (theirs.size() != rows.size()) {
        return theirs.size() + " rows, not " + rows.size();
      }
      Set<Map<String, String>> all = new HashSet<>(rows);
      return theirs.stream()
          .filter(row -> !all.contains(row))
          .findFirst()
          .map(row -> "other values: " + row)
          .orElse("another order");
    }
  }

  private static HttpResponse<InputStream> ask(Question question, String endpoint, boolean isGraph)
      throws IOException, InterruptedException {
    String form = "query=" + URLEncoder.encode(question.sparql(), StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", isGraph ? "application/n-triples" : "application/sparql-results+json")
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(form))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
  }

  /** Other engines write numbers in their canonical form and widen their types. */
  private static String value(Node node) {
    return node.isLiteral() && node.getLiteralValue() instanceof Number
        ? new BigDecimal(node.getLiteralLexicalForm()).stripTrailingZeros().toPlainString()
        : node.toString();
  }
}

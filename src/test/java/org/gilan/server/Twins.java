// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.gilan.catalogue.Question;

/**
 * A server whose graph lies elsewhere beside one that has it in memory: they answer alike. Stores
 * keep the values of numbers, not how they are written or of which kind of integer they are.
 */
record Twins(Served elsewhere, Served inMemory) implements AutoCloseable {
  static final String JSON = "application/sparql-results+json";
  static final String TURTLE = "text/turtle";

  private static final String PORT = "(?<=127\\.0\\.0\\.1):\\d+";

  /** A page of each kind. */
  static Stream<String> pages() {
    return Stream.of(
            List.of("/", "/things", "/disputes", "/sources", "/questions", "/find?q=kuchak"),
            List.of("/id/kuchak-khan", "/id/soviet-iranian-treaty-1921", "/ontology", "/archives"),
            List.of("/query/treaty-parties", "/document/hasanli-2012", "/timeline", "/map"),
            List.of("/graph/facts", "/id/kuchak-khan.ttl", "/void.ttl", "/ui/query/treaty-parties"),
            List.of("/ui/assets/site.json", "/letters", "/reconcile?query=Rasht", "/suggest?q=ras"))
        .flatMap(Collection::stream);
  }

  void answerAlike(Question question) {
    String form = question.query().isConstructType() ? TURTLE : JSON;
    HttpResponse<String> here = elsewhere.ask(question.sparql(), form);
    HttpResponse<String> there = inMemory.ask(question.sparql(), form);
    assertThat(here.statusCode()).as(here.body()).isEqualTo(200);
    if (form.equals(TURTLE)) {
      assertThat(graph(here).isIsomorphicWith(graph(there))).isTrue();
    } else {
      assertThat(rows(here)).isEqualTo(rows(there));
    }
  }

  static Graph graph(HttpResponse<String> answer) {
    Graph plain = GraphFactory.createDefaultGraph();
    RDFParser.fromString(answer.body().replaceAll(PORT, ""), Lang.TURTLE)
        .toGraph()
        .find()
        .forEach(t -> plain.add(Triple.create(t.getSubject(), t.getPredicate(), value(t))));
    return plain;
  }

  private static Node value(Triple triple) {
    Node object = triple.getObject();
    return object.isLiteral() && object.getLiteralValue() instanceof Number
        ? NodeFactory.createLiteralString(
            new BigDecimal(object.getLiteralLexicalForm()).stripTrailingZeros().toPlainString())
        : object;
  }

  /** {@return the lines of an answer in any order, each row being one line} */
  private static List<String> rows(HttpResponse<String> answer) {
    return answer
        .body()
        .lines()
        .map(line -> line.replaceAll("(#decimal\",\"value\":\"[-0-9]+\\.[0-9]*?)0+\"", "$1\""))
        .map(line -> line.replaceAll("#(nonNegativeInteger|int|long)\"", "#integer\""))
        .sorted()
        .toList();
  }

  void showTheSame(String path) {
    HttpResponse<String> here = elsewhere.get(path);
    HttpResponse<String> there = inMemory.get(path);
    assertThat(here.statusCode()).as(here.body()).isEqualTo(there.statusCode()).isLessThan(400);
    if (path.endsWith(".ttl")) {
      assertThat(graph(here).isIsomorphicWith(graph(there))).isTrue();
    } else {
      assertThat(here.body().replaceAll(PORT, "")).isEqualTo(there.body().replaceAll(PORT, ""));
    }
  }

  @Override
  public void close() {
    elsewhere.close();
    inMemory.close();
  }
}

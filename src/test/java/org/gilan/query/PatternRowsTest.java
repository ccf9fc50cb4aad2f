// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.exec.QueryExec;
import org.gilan.graph.KnowledgeGraph;
import org.junit.jupiter.api.Test;

/** Patterns made by chance, matched by this engine and by Jena's plainest. */
class PatternRowsTest {
  private static final int CASES = 600;
  private static final String[] TERMS = {
    "<x:a>", "<x:b>", "<x:c>", "<x:p>", "<x:q>", "1", "\"n\"@en"
  };
  private static final String[] VARIABLES = {"?u", "?v", "?w", "?x", "?y", "?z", "_:b"};

  private final Random random = new Random(1920);

  @Test
  void matchesWhatJenaMatches() {
    int full = 0;
    for (int i = 0; i < CASES; i++) {
      DatasetGraph graph = graph();
      String query = "SELECT * { " + pattern(1 + random.nextInt(3)) + more() + more() + " }";
      List<Map<String, String>> ours =
          Rows.of(new Answer(new KnowledgeGraph(graph, "")).rows(query), Node::toString);
      QueryExec plain = QueryExec.dataset(graph).query(query).set(ARQ.optimization, false).build();
      assertThat(ours)
          .as(query)
          .containsExactlyInAnyOrderElementsOf(Rows.of(plain.select(), Node::toString));
      full += ours.isEmpty() ? 0 : 1;
    }
    assertThat(full).isBetween(CASES / 4, CASES);
  }

  private DatasetGraph graph() {
    Graph graph = new GraphMem2Fast();
    for (int i = 0; i < 25; i++) {
      graph.add(iri("abc"), iri("pqa"), random.nextInt(4) > 0 ? iri("abcp") : literal());
    }
    return new DatasetGraphMapLink(graph);
  }

  private Node iri(String names) {
    return NodeFactory.createURI("x:" + names.charAt(random.nextInt(names.length())));
  }

  private Node literal() {
    return random.nextBoolean()
        ? NodeFactory.createLiteralLang("n", "en")
        : NodeFactory.createLiteralByValue(random.nextInt(2));
  }

  private String pattern(int triples) {
    return IntStream.range(0, triples)
        .mapToObj(i -> variableOr(4) + " " + variableOr(5, 4) + " " + variableOr(TERMS.length))
        .collect(Collectors.joining(" . "));
  }

  /** A variable, or one of the first terms, which can stand as subject. */
  private String variableOr(int terms) {
    return random.nextInt(3) > 0
        ? VARIABLES[random.nextInt(VARIABLES.length)]
        : TERMS[random.nextInt(terms)];
  }

  /** A property; no blank node stands for one. */
  private String variableOr(int terms, int most) {
    return random.nextInt(3) == 0
        ? VARIABLES[random.nextInt(most)]
        : TERMS[3 + random.nextInt(terms - 3)];
  }

  private String more() {
    List<String> kinds = new ArrayList<>(List.of("", ""));
    kinds.add(" OPTIONAL { " + unnamed(pattern(1 + random.nextInt(2))) + " }");
    kinds.add(" OPTIONAL { " + unnamed(pattern(1)) + " FILTER (?v != ?w) }");
    kinds.add(" { " + unnamed(pattern(1)) + " } UNION { " + unnamed(pattern(1)) + " }");
    kinds.add(" FILTER NOT EXISTS { " + unnamed(pattern(1)) + " }");
    return kinds.get(random.nextInt(kinds.size()));
  }

  /** A blank node is of one pattern only. */
  private static String unnamed(String pattern) {
    return pattern.replace("_:b", "[]");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.gilan.check.TheGraph;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule by facts from which only this rule infers anything, and exactly what it infers. */
class InferenceTest {
  private static final String PREFIXES =
      """
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX : <https://w3id.org/gilan/id/>
      """;

  private static Graph graph(String turtle) {
    return RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph();
  }

  private static Set<Triple> triples(String turtle) {
    return graph(turtle).stream().collect(Collectors.toSet());
  }

  private static Set<Triple> inferred(String terms, String facts) {
    return Inference.of(new Ontology(graph(terms)), graph(facts)).stream()
        .collect(Collectors.toSet());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cax-sco, and twice | gilan:A rdfs:subClassOf gilan:B . gilan:B rdfs:subClassOf gilan:C . | :x a gilan:A . | :x a gilan:B , gilan:C .
          prp-spo1, and twice | gilan:p rdfs:subPropertyOf gilan:q . gilan:q rdfs:subPropertyOf gilan:r . | :x gilan:p :y . | :x gilan:q :y ; gilan:r :y .
          prp-spo1 of a literal | gilan:p rdfs:subPropertyOf gilan:q . | :x gilan:p 8 . | :x gilan:q 8 .
          prp-inv1 | gilan:p owl:inverseOf gilan:q . | :x gilan:p :y . | :y gilan:q :x .
          prp-inv2 | gilan:p owl:inverseOf gilan:q . | :x gilan:q :y . | :y gilan:p :x .
          prp-symp | gilan:p a owl:SymmetricProperty . | :x gilan:p :y . | :y gilan:p :x .
          prp-trp | gilan:p a owl:TransitiveProperty . | :x gilan:p :y . :y gilan:p :z . | :x gilan:p :z .
          prp-trp over what was inferred | gilan:p a owl:TransitiveProperty . | :a gilan:p :b . :b gilan:p :c . :c gilan:p :d . | :a gilan:p :c , :d . :b gilan:p :d .
          prp-trp over the inverse | gilan:p a owl:TransitiveProperty ; owl:inverseOf gilan:q . | :x gilan:p :y . :z gilan:q :y . | :y gilan:q :x ; gilan:p :z . :x gilan:p :z . :z gilan:q :x .
          """)
  void infersByTheRule(String rule, String terms, String facts, String conclusions) {
    assertThat(inferred(terms, facts)).isEqualTo(triples(conclusions)).isNotEmpty();
    assertThat(inferred("", facts)).as("without the terms nothing follows").isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          what is a fact already | gilan:p a owl:SymmetricProperty . | :x gilan:p :y . :y gilan:p :x .
          that a thing stands so to itself | gilan:p a owl:TransitiveProperty . | :x gilan:p :x .
          a domain | gilan:p rdfs:domain gilan:A . | :x gilan:p :y .
          a range | gilan:p rdfs:range gilan:A . | :x gilan:p :y .
          a property of others | gilan:p rdfs:subPropertyOf rdfs:seeAlso . | :x gilan:p :y .
          """)
  void doesNotInfer(String what, String terms, String facts) {
    assertThat(inferred(terms, facts)).isEmpty();
  }

  @Test
  void leavesTheFactsAlone() {
    Graph facts = graph(":x gilan:p :y .");
    Inference.of(new Ontology(graph("gilan:p a owl:SymmetricProperty .")), facts);
    assertThat(facts.size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"TransitiveProperty, within", "SymmetricProperty, associateOf"})
  void isAppliedToTheWholeGraph(String kind, String property) {
    Graph inferences = TheGraph.assembly().graph().dataset().getGraph(KnowledgeGraph.INFERENCES);
    assertThat(TheGraph.assembly().ontology().properties(kind)).contains(Gilan.term(property));
    try (Stream<Triple> found = inferences.stream(null, Gilan.term(property), null)) {
      assertThat(found).isNotEmpty();
    }
  }
}

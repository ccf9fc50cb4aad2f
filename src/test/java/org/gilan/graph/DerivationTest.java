// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds in time, in the order earliest, begunBy, enduredTo, latest; a dash where one is open. */
class DerivationTest {
  private static final String PREFIXES =
      """
      PREFIX : <https://w3id.org/gilan/id/>
      PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private static Graph derived(String facts) {
    Graph graph = Assembly.emptyGraph();
    RDFParser.fromString(PREFIXES + facts, Lang.TURTLE).parse(graph);
    new Derivation(graph).addBounds();
    return graph;
  }

  private static String bounds(Graph graph) {
    Node x = NodeFactory.createURI(Gilan.ID + "x");
    return String.join(
        " ",
        Stream.of(Gilan.earliest, Gilan.begunBy, Gilan.enduredTo, Gilan.latest)
            .map(
                p ->
                    graph.stream(x, p, null)
                        .map(t -> t.getObject().getLiteralLexicalForm().substring(5))
                        .findFirst()
                        .orElse("-"))
            .toList());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a day | :x gilan:onDate "1920-06-05"^^xsd:date . | 06-05 06-05 06-05 06-05
          a month | :x gilan:onDate "1920-06"^^edtf:EDTF . | 06-01 06-30 06-01 06-30
          a beginning | :x gilan:from "1920-06"^^edtf:EDTF . | 06-01 06-30 - -
          an end | :x gilan:to "1920-08"^^edtf:EDTF . | - - 08-01 08-31
          two attested days | :x gilan:attestedOn "1920-06-02"^^xsd:date , "1920-08-03"^^xsd:date . | - 06-02 08-03 -
          a formation | :f gilan:formed :x ; gilan:onDate "1920-06-05"^^xsd:date . | 06-05 06-05 - -
          both ends of a group | :f gilan:formed :x ; gilan:onDate "1920-06-05"^^xsd:date . :d gilan:dissolved :x ; gilan:onDate "1920-08"^^edtf:EDTF . | 06-05 06-05 08-01 08-31
          an end that is itself dated by another | :d gilan:dissolved :x ; gilan:after :y . :y gilan:onDate "1920-08"^^edtf:EDTF . | - - 08-01 -
          a letter's date | :x gilan:statedIn :l . :l gilan:dated "1920-06-05"^^xsd:date . | 06-05 06-05 06-05 06-05
          a book is the last day | :x gilan:statedIn :b . :b a gilan:Work ; gilan:published "1920-06"^^edtf:EDTF . | - - - 06-30
          a treaty's signing | :x gilan:ofTreaty :t . :t gilan:signedOn "1920-06-05"^^xsd:date . | 06-05 06-05 06-05 06-05
          part of a war | :x gilan:partOfEvent :w . :w gilan:from "1920-06"^^edtf:EDTF ; gilan:to "1920-08"^^edtf:EDTF . | 06-01 - - 08-31
          after | :x gilan:after :y . :y gilan:onDate "1920-06-05"^^xsd:date . | 06-05 - - -
          after, said of the other | :y gilan:before :x ; gilan:onDate "1920-06-05"^^xsd:date . | 06-05 - - -
          before | :x gilan:before :y . :y gilan:onDate "1920-06-05"^^xsd:date . | - - - 06-05
          after what came after | :x gilan:after :y . :y gilan:after :z . :z gilan:onDate "1920-06-05"^^xsd:date . | 06-05 - - -
          between contradictions | :x gilan:after :y ; gilan:before :z . :y gilan:onDate "1920-06-05"^^xsd:date . :z gilan:onDate "1920-05-05"^^xsd:date . | - - - -
          its own date first | :x gilan:onDate "1920-06-05"^^xsd:date ; gilan:statedIn :l . :l gilan:dated "1920-08-05"^^xsd:date . | 06-05 06-05 06-05 06-05
          printed later | :x gilan:dated "1920-06-05"^^xsd:date ; gilan:published "1938"^^edtf:EDTF . | 06-05 06-05 06-05 06-05
          """)
  void boundsByWhatIsTold(String what, String facts, String expected) {
    assertThat(bounds(derived(facts))).isEqualTo(expected);
  }

  @Test
  void saysWhatItTookBoundsFrom() {
    Graph graph = derived(":x gilan:statedIn :l . :l gilan:dated \"1920-06-05\"^^xsd:date .");
    List<String> sources =
        graph.stream(null, Gilan.boundsFrom, null)
            .map(t -> t.getSubject().getLocalName() + " " + t.getObject().getLocalName())
            .toList();
    assertThat(sources).containsExactly("x l");
    Graph narrower =
        derived(
            """
            :x gilan:ofTreaty :t ; gilan:after :y .
            :t gilan:signedOn "1920-06-05"^^xsd:date .
            :y gilan:onDate "1920-05-05"^^xsd:date .
            """);
    assertThat(narrower.stream(null, Gilan.boundsFrom, null))
        .extracting(t -> t.getObject().getLocalName())
        .containsExactly("t");
  }
}

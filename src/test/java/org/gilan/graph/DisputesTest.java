// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.gilan.check.Fixture;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Disputes that follow from claims, and what leads to those that people wrote. */
class DisputesTest {
  private static final String HEAD =
      """
      VERSION "1.2"
      BASE <https://w3id.org/gilan/>
      PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      PREFIX id: <https://w3id.org/gilan/id/>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      id:flood
        a gilan:Event ;
        rdfs:label "The flood"@en ;
        gilan:onDate "1920-06-05"^^xsd:date ~ <document/fixture/0-12> ;
      .
      """;

  @TempDir Path folder;

  private Graph disputes(String more) throws IOException {
    Fixture fixture = Fixture.in(folder);
    Files.writeString(fixture.home().resolve("data/case.ttl"), HEAD + more);
    return Assembly.of(Sources.read(fixture.home(), List.of()), "case")
        .graph()
        .dataset()
        .getGraph(KnowledgeGraph.DISPUTES);
  }

  private static Node id(String name) {
    return NodeFactory.createURI(Gilan.ID + name);
  }

  private static String second(String date, String more) {
    return "<< id:flood gilan:onDate "
        + date
        + " >> gilan:reason \"the almanac errs\"@en ; "
        + more
        + " prov:wasDerivedFrom <document/fixture/2-12> .\n";
  }

  private static final String CONTESTED = "gilan:standing gilan:contested ;";

  @Test
  void makesADisputeOfTwoDaysThatCannotBothBe() throws IOException {
    Graph graph = disputes(second("\"1920-06-09\"^^xsd:date", CONTESTED));
    Node dispute = id("dispute-flood-on-date");
    Node fifth = id("dispute-flood-on-date-1920-06-05");
    assertThat(graph.contains(dispute, RDF.type.asNode(), Gilan.Dispute)).isTrue();
    assertThat(graph.contains(id("flood"), Gilan.inDispute, dispute)).isTrue();
    assertThat(graph.contains(dispute, Gilan.prefers, fifth)).isTrue();
    assertThat(graph.stream(dispute, Gilan.preferredBecause, null)).hasSize(1);
    assertThat(graph.stream(null, Gilan.positionIn, dispute)).hasSize(2);
    assertThat(graph.stream(null, Gilan.takes, null)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "1920-06"^^edtf:EDTF | gilan:standing gilan:contested ;
          "1920-06-09"^^xsd:date | gilan:standing gilan:contested ; gilan:stance gilan:denies ;
          "1920-06-09"^^xsd:date | gilan:standing gilan:uncertain ;
          """)
  void makesNoneOfADateToldLessExactlyADenialOrADoubt(String date, String more) throws IOException {
    Graph graph = disputes(second(date, more));
    assertThat(graph.contains(id("dispute-flood-on-date"), Node.ANY, Node.ANY)).isFalse();
  }

  @Test
  void leavesAWrittenDisputeToItsWriters() throws IOException {
    Graph graph =
        disputes(
            """
            id:when
              a gilan:Dispute ;
              gilan:about id:fixture-place ;
            .
            id:when-fifth
              a gilan:Position ;
              gilan:positionIn id:when ;
            .
            id:when-ninth
              a gilan:Position ;
              gilan:positionIn id:when ;
            .
            id:wet
              a gilan:Judgement ;
              gilan:content "It was wet."@en {| gilan:takes id:when-ninth ; prov:wasDerivedFrom <document/fixture/0-12> |} ;
              gilan:speaker id:fixture-person ~ <document/fixture/0-12> ;
            .
            << id:flood gilan:onDate "1920-06-05"^^xsd:date >> gilan:takes id:when-fifth ; gilan:standing gilan:accepted ; prov:wasDerivedFrom <document/fixture/0-12> .
            """
                + second("\"1920-06-09\"^^xsd:date", CONTESTED + " gilan:takes id:when-ninth ;"));
    assertThat(graph.contains(Node.ANY, RDF.type.asNode(), Gilan.Dispute)).isFalse();
    assertThat(graph.contains(id("flood"), Gilan.inDispute, id("when"))).isTrue();
    assertThat(graph.contains(id("wet"), Gilan.inDispute, id("when"))).isTrue();
    assertThat(graph.contains(id("fixture-place"), Gilan.inDispute, id("when"))).isTrue();
    assertThat(graph.contains(Node.ANY, Gilan.wordOf, id("fixture-person"))).isTrue();
  }
}

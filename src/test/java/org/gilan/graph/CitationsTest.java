// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.junit.jupiter.api.Test;

class CitationsTest {
  private static final String PREFIXES =
      """
      PREFIX d: <https://w3id.org/gilan/document/article/>
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      PREFIX id: <https://w3id.org/gilan/id/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;
  private static final String NOTE =
      """
      d:5-9 a gilan:Note ; rdfs:label "Article, note 1"@en .
      id:letter rdfs:label "Letter"@en , "Письмо"@ru ; gilan:citedIn d:5-9 ;
        gilan:keptIn id:file ; gilan:sheets "7" .
      """;

  private static Graph graph(String turtle) {
    Graph graph = Assembly.emptyGraph();
    RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
    return graph;
  }

  private static String text(Graph graph) {
    return RDFWriter.source(graph)
        .lang(Lang.NTRIPLES)
        .asString()
        .lines()
        .sorted()
        .toList()
        .toString();
  }

  @Test
  void keepsNoteRecordFileAndSheetsTogether() {
    Graph facts = graph(NOTE);
    Citations.add(facts);
    Graph expected =
        graph(
            NOTE
                + """
                id:citation-article-5-9-letter a gilan:Citation ;
                  rdfs:label "Citation of Letter in Article, note 1"@en ;
                  gilan:cites id:letter ; gilan:citingNote d:5-9 ;
                  gilan:keptIn id:file ; gilan:sheets "7" .
                """);
    assertThat(text(facts)).isEqualTo(text(expected));
  }

  @Test
  void leavesWhatPeopleWrote() {
    String written =
        NOTE + "id:c a gilan:Citation ; gilan:cites id:letter ; gilan:citingNote d:5-9 .";
    Graph facts = graph(written);
    Citations.add(facts);
    assertThat(text(facts)).isEqualTo(text(graph(written)));
  }
}

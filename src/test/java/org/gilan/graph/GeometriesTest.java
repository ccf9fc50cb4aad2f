// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

class GeometriesTest {
  private static final String PREFIXES =
      """
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      PREFIX id: <https://w3id.org/gilan/id/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;

  private static Graph graph(String turtle) {
    return RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph();
  }

  private static Graph geometries(String facts) {
    Graph made = Assembly.emptyGraph();
    Geometries.add(graph(facts), made);
    return made;
  }

  @Test
  void putsLongitudeFirst() {
    Graph expected =
        graph(
            """
            id:rasht geo:hasGeometry <https://w3id.org/gilan/id/rasht#point> .
            <https://w3id.org/gilan/id/rasht#point> a geo:Geometry ;
              rdfs:label "Rasht as a point"@en ;
              geo:asWKT "POINT(49.5832 37.2808)"^^geo:wktLiteral .
            """);
    assertThat(
            geometries(
                    """
                    id:rasht gilan:latitude 37.2808 ; gilan:longitude 49.5832 ;
                      rdfs:label "Rasht"@en , "رشت"@fa .
                    """)
                .isIsomorphicWith(expected))
        .isTrue();
  }

  @Test
  void makesNoPointOfHalfAPair() {
    assertThat(geometries("id:rasht gilan:latitude 37.2808 ; rdfs:label \"Rasht\"@en .").isEmpty())
        .isTrue();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.wikidata;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The question put to Wikidata for a batch of items. It gives triples as rows, because JSON results
 * have an end that can be missed, which N-Triples have not.
 */
final class ItemQuery {
  private static final String QUERY =
      """
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX wikibase: <http://wikiba.se/ontology#>
      SELECT DISTINCT ?s ?p ?o WHERE {
        {
          VALUES ?s { %ITEMS% }
          VALUES ?p { %CLAIMS% }
          ?s ?p ?o .
        } UNION {
          %STATEMENTS%
          ?statement ?p ?o .
          FILTER (?p = wikibase:rank || ?p = prov:wasDerivedFrom
            || REGEX(STR(?p), "^http://www\\\\.wikidata\\\\.org/prop/(statement|qualifier)/P[0-9]+$")
            || (?p = rdf:type && STRSTARTS(STR(?o), "http://www.wikidata.org/prop/novalue/")))
          BIND (?statement AS ?s)
        } UNION {
          %STATEMENTS%
          ?statement prov:wasDerivedFrom ?s .
          ?s ?p ?o .
          FILTER (REGEX(STR(?p), "^http://www\\\\.wikidata\\\\.org/prop/reference/P[0-9]+$"))
        } UNION {
          %STATEMENTS%
          VALUES ?p { %VALUES% }
          ?statement ?p ?o .
          BIND (?statement AS ?s)
        } UNION {
          %STATEMENTS%
          VALUES ?value { %VALUES% }
          VALUES ?p { wikibase:timeValue wikibase:timePrecision wikibase:timeCalendarModel }
          ?statement ?value ?s .
          ?s ?p ?o .
        } UNION {
          VALUES ?s { %ITEMS% }
          ?s rdfs:label ?o .
          FILTER (LANG(?o) = "en")
          BIND (rdfs:label AS ?p)
        } UNION {
          %STATEMENTS%
          VALUES ?value { %SIMPLE% }
          ?statement ?value ?s .
          ?s rdfs:label ?o .
          FILTER (LANG(?o) = "en")
          BIND (rdfs:label AS ?p)
        }
      }
      """;

  private static final String STATEMENTS =
      """
      VALUES ?item { %ITEMS% }
          VALUES ?claim { %CLAIMS% }
          ?item ?claim ?statement .""";

  private ItemQuery() {}

  /**
   * {@return the query}
   *
   * @param items IRIs of items, at most a few dozen
   */
  static String of(Collection<String> items) {
    return QUERY
        .replace("%STATEMENTS%", STATEMENTS)
        .replace("%ITEMS%", items.stream().map(i -> "<" + i + ">").collect(Collectors.joining(" ")))
        .replace("%CLAIMS%", all(Wikidata.CLAIM, Wikidata.PROPERTIES))
        .replace("%SIMPLE%", all(Wikidata.SIMPLE_VALUE, Wikidata.PROPERTIES))
        .replace("%VALUES%", all(Wikidata.FULL_VALUE, Wikidata.DATES));
  }

  private static String all(String namespace, List<String> names) {
    return names.stream().map(n -> "<" + namespace + n + ">").collect(Collectors.joining(" "));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.wikidata;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;
import org.gilan.graph.KnowledgeGraph;

/** Addresses of Wikidata, as its RDF dump format defines them, and which of it matters to us. */
final class Wikidata {
  static final String ITEM = "http://www.wikidata.org/entity/";
  static final String STATEMENT = ITEM + "statement/";
  static final String REFERENCE = "http://www.wikidata.org/reference/";
  static final String VALUE = "http://www.wikidata.org/value/";
  static final String CLAIM = "http://www.wikidata.org/prop/";
  static final String SIMPLE_VALUE = CLAIM + "statement/";
  static final String FULL_VALUE = CLAIM + "statement/value/";
  static final String QUALIFIER = CLAIM + "qualifier/";
  static final String SOURCE = CLAIM + "reference/";
  static final String NO_VALUE = CLAIM + "novalue/";
  static final String ONTOLOGY = "http://wikiba.se/ontology#";

  /** The kind, the dates and places of people, groups and events, and the parties of treaties. */
  static final List<String> PROPERTIES =
      List.of(
          "P17", "P31", "P39", "P102", "P276", "P463", "P569", "P570", "P571", "P576", "P580",
          "P582", "P585", "P710", "P1891");

  /** Those of {@link #PROPERTIES} whose values are dates: their precision is fetched too. */
  static final List<String> DATES = List.of("P569", "P570", "P571", "P576", "P580", "P582", "P585");

  static final Map<String, String> PREFIXES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("dcterms", "http://purl.org/dc/terms/"),
              Map.entry("gilan", "https://w3id.org/gilan/ontology#"),
              Map.entry("p", CLAIM),
              Map.entry("pq", QUALIFIER),
              Map.entry("pr", SOURCE),
              Map.entry("prov", "http://www.w3.org/ns/prov#"),
              Map.entry("ps", SIMPLE_VALUE),
              Map.entry("psv", FULL_VALUE),
              Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
              Map.entry("wd", ITEM),
              Map.entry("wdno", NO_VALUE),
              Map.entry("wdref", REFERENCE),
              Map.entry("wds", STATEMENT),
              Map.entry("wdv", VALUE),
              Map.entry("wikibase", ONTOLOGY),
              Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#")));

  private static final int DIGITS_FROM = ITEM.length() + 1;

  /** Q9 before Q10. */
  private static final Comparator<String> BY_NUMBER =
      Comparator.comparingLong(iri -> Long.parseLong(iri.substring(DIGITS_FROM)));

  private Wikidata() {}

  /** {@return the items that things of the graph are said to match, by number} */
  static SortedSet<String> linkedItems(KnowledgeGraph graph) {
    SortedSet<String> items = new TreeSet<>(BY_NUMBER);
    Graph facts = graph.dataset().getGraph(KnowledgeGraph.FACTS);
    for (Node link : List.of(SKOS.exactMatch.asNode(), SKOS.closeMatch.asNode())) {
      facts.stream(null, link, null)
          .map(t -> t.getObject())
          .filter(o -> o.isURI() && o.getURI().matches(ITEM + "Q[1-9]\\d{0,14}"))
          .forEach(o -> items.add(o.getURI()));
    }
    return items;
  }

  static Node ontology(String name) {
    return NodeFactory.createURI(ONTOLOGY + name);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.vocab.Gilan;

/**
 * Says where places lie in the terms of GeoSPARQL, which map clients look for: a point in
 * well-known text, longitude first, in the reference system CRS 84 that GeoSPARQL takes for
 * granted.
 */
final class Geometries {
  private static final String GEO = "http://www.opengis.net/ont/geosparql#";
  private static final Node GEOMETRY = NodeFactory.createURI(GEO + "Geometry");
  private static final Node HAS_GEOMETRY = NodeFactory.createURI(GEO + "hasGeometry");
  private static final Node AS_WKT = NodeFactory.createURI(GEO + "asWKT");
  private static final Node LATITUDE = Gilan.term("latitude");
  private static final Node LONGITUDE = Gilan.term("longitude");
  private static final String WKT = GEO + "wktLiteral";

  private Geometries() {}

  /**
   * Gives each place with a latitude and a longitude its geometry.
   *
   * @param facts the places
   * @param inferences takes what follows
   */
  static void add(Graph facts, Graph inferences) {
    facts
        .find(Node.ANY, LATITUDE, Node.ANY)
        .forEachRemaining(
            t ->
                text(facts, t.getSubject(), LONGITUDE)
                    .ifPresent(
                        longitude ->
                            add(
                                facts,
                                inferences,
                                t.getSubject(),
                                longitude + " " + t.getObject().getLiteralLexicalForm())));
  }

  private static void add(Graph facts, Graph inferences, Node place, String coordinates) {
    Node point = NodeFactory.createURI(place.getURI() + "#point");
    inferences.add(Triple.create(place, HAS_GEOMETRY, point));
    inferences.add(Triple.create(point, RDF.type.asNode(), GEOMETRY));
    inferences.add(
        Triple.create(
            point,
            AS_WKT,
            NodeFactory.createLiteralDT("POINT(" + coordinates + ")", NodeFactory.getType(WKT))));
    facts.stream(place, RDFS.label.asNode(), null)
        .map(Triple::getObject)
        .filter(label -> label.getLiteralLanguage().equals("en"))
        .map(label -> label.getLiteralLexicalForm() + " as a point")
        .forEach(
            label ->
                inferences.add(
                    Triple.create(
                        point, RDFS.label.asNode(), NodeFactory.createLiteralLang(label, "en"))));
  }

  private static Optional<String> text(Graph graph, Node subject, Node property) {
    return graph.stream(subject, property, null)
        .map(t -> t.getObject().getLiteralLexicalForm())
        .sorted()
        .findFirst();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.wikidata;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.vocab.Gilan;

/** The triples of a snapshot: those fetched, the days their dates allow, and where it is from. */
final class SnapshotGraph {
  private static final String PROV = "http://www.w3.org/ns/prov#";
  private static final String CC0 = "https://creativecommons.org/publicdomain/zero/1.0/";
  private static final Node NAME = Gilan.graph("wikidata");
  private static final Node FETCH = NodeFactory.createURI(NAME.getURI() + "#fetch");

  /** The subjects that say where the snapshot is from. */
  static final List<Node> PROVENANCE = List.of(NAME, FETCH);

  private final Graph graph = GraphFactory.createDefaultGraph();

  private SnapshotGraph() {}

  /**
   * {@return the snapshot}
   *
   * @param fetched what the endpoint gave
   * @param started when the fetch began
   * @param items what it was asked about: of these, what is missing is not known there
   * @param endpoint the address that was asked
   */
  static SnapshotGraph of(
      List<Triple> fetched, Instant started, Collection<String> items, URI endpoint) {
    SnapshotGraph snapshot = new SnapshotGraph();
    fetched.forEach(snapshot::addClean);
    snapshot.addDays();
    snapshot.addProvenance(started, items, endpoint);
    return snapshot;
  }

  Graph graph() {
    return graph;
  }

  /** {@return how many statements there are, of any rank} */
  int statements() {
    return graph.find(Node.ANY, Wikidata.ontology("rank"), Node.ANY).toList().size();
  }

  /** Addresses in references are typed by people; what Turtle does not allow is encoded. */
  private void addClean(Triple t) {
    Node o = t.getObject();
    graph.add(t.getSubject(), t.getPredicate(), o.isURI() ? clean(o) : o);
  }

  private static Node clean(Node iri) {
    StringBuilder clean = new StringBuilder();
    iri.getURI()
        .codePoints()
        .forEach(
            c -> {
              if (c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  clean.append(String.format("%%%02X", b));
                }
              } else {
                clean.appendCodePoint(c);
              }
            });
    return NodeFactory.createURI(clean.toString());
  }

  private void addDays() {
    Node precision = Wikidata.ontology("timePrecision");
    for (Triple t : graph.find(Node.ANY, Wikidata.ontology("timeValue"), Node.ANY).toList()) {
      for (Triple p : graph.find(t.getSubject(), precision, Node.ANY).toList()) {
        TimeValue.days(
                t.getObject().getLiteralLexicalForm(),
                Integer.parseInt(p.getObject().getLiteralLexicalForm()))
            .ifPresent(
                days -> {
                  graph.add(t.getSubject(), Gilan.earliest, day(days.earliest().toString()));
                  graph.add(t.getSubject(), Gilan.latest, day(days.latest().toString()));
                });
      }
    }
  }

  private void addProvenance(Instant started, Collection<String> items, URI endpoint) {
    Instant ended = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String date = ended.toString().substring(0, "2026-01-01".length());
    String label = "Wikidata on the linked things, as fetched on " + date;
    graph.add(NAME, RDF.type.asNode(), prov("Collection"));
    graph.add(NAME, RDFS.label.asNode(), NodeFactory.createLiteralLang(label, "en"));
    graph.add(NAME, DCTerms.license.asNode(), NodeFactory.createURI(CC0));
    graph.add(NAME, prov("wasGeneratedBy"), FETCH);
    items.forEach(item -> graph.add(NAME, prov("hadMember"), NodeFactory.createURI(item)));
    graph.add(FETCH, RDF.type.asNode(), prov("Activity"));
    graph.add(FETCH, prov("used"), NodeFactory.createURI(endpoint.toString()));
    graph.add(FETCH, prov("startedAtTime"), time(started));
    graph.add(FETCH, prov("endedAtTime"), time(ended));
  }

  private static Node prov(String name) {
    return NodeFactory.createURI(PROV + name);
  }

  private static Node day(String day) {
    return NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
  }

  private static Node time(Instant time) {
    return NodeFactory.createLiteralDT(time.toString(), XSDDatatype.XSDdateTime);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.wikidata;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Writes a snapshot as Turtle for review: each item is followed by its statements, and references,
 * dates and names come last. The same triples give the same text, and one more statement is a few
 * more lines.
 */
final class SnapshotText {
  private static final String HEAD =
      """
      # What Wikidata says of the things that Gilan links to it. Written by ./gilan wikidata snapshot; fetch it again
      # instead of editing it. Items with their statements come first, then references, dates and names.
      """;

  private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?");

  private final Graph graph;
  private final Map<String, Node> subjects = new TreeMap<>();
  private final StringBuilder text = new StringBuilder(HEAD);

  private SnapshotText(Graph graph) {
    this.graph = graph;
    graph.find().forEachRemaining(t -> subjects.put(t.getSubject().getURI(), t.getSubject()));
  }

  /**
   * {@return the text}
   *
   * @param graph subjects are IRIs; blank objects are values that nobody knows
   * @param provenance the subjects to describe first
   * @param items the items, in order
   */
  static String of(Graph graph, List<Node> provenance, Iterable<String> items) {
    SnapshotText snapshot = new SnapshotText(graph);
    Wikidata.PREFIXES.forEach(
        (prefix, iri) -> snapshot.text.append("PREFIX " + prefix + ": <" + iri + ">\n"));
    provenance.forEach(snapshot::describe);
    items.forEach(item -> snapshot.describeWithStatements(NodeFactory.createURI(item)));
    List.copyOf(snapshot.subjects.values()).forEach(snapshot::describe);
    return snapshot.text.toString();
  }

  private void describeWithStatements(Node item) {
    List<Triple> claims =
        graph.find(item, Node.ANY, Node.ANY).toList().stream()
            .filter(t -> t.getObject().isURI())
            .sorted(order())
            .toList();
    describe(item);
    claims.forEach(t -> describe(t.getObject()));
  }

  private void describe(Node subject) {
    if (subjects.remove(subject.getURI()) == null) {
      return;
    }
    text.append('\n').append(term(subject)).append('\n');
    graph.find(subject, Node.ANY, Node.ANY).toList().stream()
        .sorted(order())
        .forEach(
            t ->
                text.append("  ")
                    .append(t.predicateMatches(RDF.type.asNode()) ? "a" : term(t.getPredicate()))
                    .append(' ')
                    .append(term(t.getObject()))
                    .append(" ;\n"));
    text.append(".\n");
  }

  private static Comparator<Triple> order() {
    return Comparator.comparing(SnapshotText::place)
        .thenComparing(t -> t.getPredicate().getURI())
        .thenComparing(t -> term(t.getObject()));
  }

  /** What, named how, with which value, of which rank; then all the rest. */
  private static int place(Triple t) {
    List<String> first =
        List.of(
            RDF.type.getURI(),
            RDFS.label.getURI(),
            Wikidata.SIMPLE_VALUE + "P",
            Wikidata.FULL_VALUE,
            Wikidata.ONTOLOGY);
    int place = 0;
    while (place < first.size() && !t.getPredicate().getURI().startsWith(first.get(place))) {
      place++;
    }
    return place;
  }

  private static String term(Node node) {
    if (node.isBlank()) {
      return "[]";
    }
    if (node.isURI()) {
      return iri(node.getURI());
    }
    String datatype = node.getLiteralDatatypeURI();
    String quoted = NodeFmtLib.strNT(NodeFactory.createLiteralString(node.getLiteralLexicalForm()));
    if (!node.getLiteralLanguage().isEmpty()) {
      return NodeFmtLib.strNT(node);
    }
    return datatype.endsWith("XMLSchema#string") ? quoted : quoted + "^^" + iri(datatype);
  }

  private static String iri(String iri) {
    for (Map.Entry<String, String> prefix : Wikidata.PREFIXES.entrySet()) {
      String name = prefix.getValue();
      if (iri.startsWith(name) && LOCAL.matcher(iri.substring(name.length())).matches()) {
        return prefix.getKey() + ":" + iri.substring(name.length());
      }
    }
    return NodeFmtLib.strNT(NodeFactory.createURI(iri));
  }
}

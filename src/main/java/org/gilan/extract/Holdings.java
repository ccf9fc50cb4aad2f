// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.graph.Assembly;
import org.gilan.vocab.Gilan;

/**
 * What the graph knows already and a new document may cite again: names, files, records.
 *
 * @param names the names
 * @param graph the default graph
 * @param files the archival files, by {@link Shelfmark#key}
 */
record Holdings(KnownNames names, Graph graph, Map<String, Node> files) {

  /**
   * {@return the holdings of a graph}
   *
   * @param assembly the graph
   * @param names the names to go by
   */
  static Holdings of(Assembly assembly, KnownNames names) {
    Graph graph = assembly.graph().dataset().getDefaultGraph();
    Map<String, Node> files = new HashMap<>();
    graph.stream(null, RDF.type.asNode(), Gilan.term("ArchivalFile"))
        .map(t -> t.getSubject())
        .sorted((a, b) -> b.getURI().compareTo(a.getURI()))
        .forEach(file -> files.put(key(graph, file), file));
    return new Holdings(names, graph, files);
  }

  /** {@return the key of the place that an archival file is} */
  String key(Node file) {
    return key(graph, file);
  }

  private static String key(Graph graph, Node file) {
    Optional<Node> fond = object(graph, file, "inFond");
    return Shelfmark.key(
        fond.flatMap(f -> object(graph, f, "inArchive")).map(Node::getURI).orElse(null),
        fond.flatMap(f -> text(graph, f, "fondNumber")).orElse(null),
        text(graph, file, "inventory").orElse(null),
        text(graph, file, "fileNumber").orElse(null));
  }

  /** {@return whether a thing is of a class of ours or of one below it} */
  boolean isA(Node thing, String type) {
    return graph.contains(thing, RDF.type.asNode(), Gilan.term(type));
  }

  /** {@return the archival file that a shelfmark names, if it is described} */
  Optional<Node> file(Shelfmark place) {
    return Optional.ofNullable(files.get(place.key()));
  }

  /** {@return the fond that a shelfmark names, if it is described} */
  Optional<Node> fond(Shelfmark place) {
    if (place.archive() == null || place.fond() == null) {
      return Optional.empty();
    }
    return graph.stream(null, Gilan.term("inArchive"), null)
        .filter(t -> t.getObject().getURI().equals(place.archive().value()))
        .map(t -> t.getSubject())
        .filter(f -> text(graph, f, "fondNumber").equals(Optional.of(place.fond().value())))
        .findFirst();
  }

  /** {@return whether the graph has a thing of this local name already} */
  boolean has(String localName) {
    return graph.contains(NodeFactory.createURI(Gilan.ID + localName), RDF.type.asNode(), Node.ANY);
  }

  /**
   * {@return the record that a citation means, if the graph has one at the same sheets of the same
   * file}
   */
  Optional<Node> record(Citation citation) {
    Shelfmark place = citation.place();
    if (place == null || place.sheets() == null || !place.isSure()) {
      return Optional.empty();
    }
    return file(place).stream()
        .flatMap(file -> graph.stream(null, Gilan.term("keptIn"), file))
        .map(t -> t.getSubject())
        .filter(r -> text(graph, r, "sheets").equals(Optional.of(place.sheets().value())))
        .filter(r -> isDated(r, citation.date()))
        .min((a, b) -> a.getURI().compareTo(b.getURI()));
  }

  private boolean isDated(Node thing, Part date) {
    Optional<String> known = text(graph, thing, "dated");
    return date == null || known.isEmpty() || known.get().equals(date.value());
  }

  /** {@return the work with this title, or with one that it begins} */
  Optional<Node> work(String title) {
    String plain = Publications.plain(title);
    return graph.stream(null, Gilan.term("title"), null)
        .filter(t -> isA(t.getSubject(), "Work"))
        .filter(t -> Publications.plain(t.getObject().getLiteralLexicalForm()).startsWith(plain))
        .map(t -> t.getSubject())
        .min((a, b) -> a.getURI().compareTo(b.getURI()));
  }

  /** {@return the English label of a known thing} */
  String label(Part thing) {
    return graph.stream(NodeFactory.createURI(thing.value()), RDFS.label.asNode(), null)
        .map(t -> t.getObject())
        .filter(o -> o.getLiteralLanguage().equals("en"))
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElse(thing.value());
  }

  private static Optional<Node> object(Graph graph, Node subject, String property) {
    return graph.stream(subject, Gilan.term(property), null)
        .map(t -> t.getObject())
        .min((a, b) -> a.toString().compareTo(b.toString()));
  }

  private static Optional<String> text(Graph graph, Node subject, String property) {
    return object(graph, subject, property).map(Node::getLiteralLexicalForm);
  }
}

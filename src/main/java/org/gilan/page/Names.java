// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.vocab.Gilan;

/** Every name of every thing and document, in any language and spelling, ready to be searched. */
final class Names {
  /**
   * A thing that has a name.
   *
   * @param name its best name, with a link
   * @param kinds its classes, the inferred ones too
   * @param types its most exact kinds, in words
   * @param folded all its names, folded for comparison
   */
  record Entry(Term name, Set<Node> kinds, String types, String folded) {}

  private final List<Entry> entries = new ArrayList<>();

  /** Reads all names once. */
  Names(Site site) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    LinkedWording wording = new LinkedWording(graph, graph.getPrefixMapping());
    Facts facts = new Facts(site, wording);
    graph
        .find(Node.ANY, RDFS.label.asNode(), Node.ANY)
        .mapWith(Triple::getSubject)
        .filterKeep(Names::isListed)
        .toSet()
        .forEach(node -> entries.add(entry(graph, wording, facts, node)));
    entries.sort(Comparator.comparing(entry -> entry.name().text()));
  }

  /**
   * {@return the things that have all these words in their names, ordered by name}
   *
   * @param words in any case, with or without accents; none finds everything
   * @param kind a class; null for any
   */
  List<Entry> find(String words, Node kind) {
    List<String> parts = Arrays.stream(fold(words).split("\\s+")).toList();
    return entries.stream()
        .filter(entry -> kind == null || entry.kinds().contains(kind))
        .filter(entry -> parts.stream().allMatch(entry.folded()::contains))
        .toList();
  }

  /** {@return how many things are of this class} */
  long count(Node kind) {
    return entries.stream().filter(entry -> entry.kinds().contains(kind)).count();
  }

  private static boolean isListed(Node node) {
    return node.isURI()
        && (node.getURI().startsWith(Gilan.ID)
            || (node.getURI().startsWith(Gilan.DOCUMENT) && !node.getURI().contains("#")));
  }

  private static Entry entry(Graph graph, LinkedWording wording, Facts facts, Node node) {
    String names =
        Stream.of(RDFS.label.asNode(), Vocabulary.ALT_LABEL)
            .flatMap(property -> wording.literals(node, property).stream())
            .map(Node::getLiteralLexicalForm)
            .collect(Collectors.joining("\n"));
    Set<Node> kinds =
        graph.find(node, RDF.type.asNode(), Node.ANY).mapWith(Triple::getObject).toSet();
    String types = facts.types(node).stream().map(Term::text).collect(Collectors.joining(", "));
    return new Entry(wording.term(node), kinds, types, fold(names));
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

/** Names nodes: by their labels; a passage by its place, a claim by what it says. */
public final class Naming {
  private static final Node TYPE = RDF.type.asNode();
  private static final Node LABEL = RDFS.label.asNode();

  private final Graph terms;
  private final Graph data;
  private final Function<Triple, String> sentence;
  private final Map<Node, String> names = new HashMap<>();

  Naming(Graph terms, Graph data, Function<Triple, String> sentence) {
    this.terms = terms;
    this.data = data;
    this.sentence = sentence;
  }

  /** {@return what a node is called: its label, English before others; else what it is} */
  String of(Node node) {
    String known = names.get(node);
    if (known == null) {
      known = node.isLiteral() ? Values.of(node, "") : named(node);
      names.put(node, known);
    }
    return known;
  }

  private String named(Node node) {
    if (!node.isURI()) {
      return node.isBlank() ? "something unnamed" : node.toString();
    }
    Optional<Passage> passage = Passage.parse(node.getURI());
    if (passage.isPresent() && data.contains(node, TYPE, Gilan.Passage)) {
      return place(passage.get());
    }
    return label(node)
        .or(() -> passage.map(this::place))
        .or(() -> claim(node))
        .orElseGet(() -> shortName(node.getURI()));
  }

  private String place(Passage passage) {
    Node document = NodeFactory.createURI(passage.document());
    return of(document) + ", characters %d–%d".formatted(passage.begin(), passage.end());
  }

  /**
   * {@return the best label of a node; empty when it has none}
   *
   * @param node a thing or a term
   */
  public Optional<Node> bestLabel(Node node) {
    return Stream.concat(data.stream(node, LABEL, null), terms.stream(node, LABEL, null))
        .map(Triple::getObject)
        .filter(Node::isLiteral)
        .min(BEST_FIRST);
  }

  /** Orders literals: English first, then its variants, then those without a language. */
  public static final Comparator<Node> BEST_FIRST =
      Comparator.comparingInt(Naming::rank)
          .thenComparing(Node::getLiteralLanguage)
          .thenComparing(Node::getLiteralLexicalForm);

  private static int rank(Node literal) {
    String language = literal.getLiteralLanguage();
    return language.equals("en") ? 0 : language.startsWith("en") ? 1 : language.isEmpty() ? 2 : 3;
  }

  private Optional<String> label(Node node) {
    return bestLabel(node).map(Node::getLiteralLexicalForm);
  }

  /** A claim without a label is what it says. */
  private Optional<String> claim(Node node) {
    Optional<Node> s = object(node, RDF.subject.asNode());
    Optional<Node> p = object(node, RDF.predicate.asNode());
    Optional<Node> o = object(node, RDF.object.asNode());
    return s.isPresent() && p.isPresent() && o.isPresent()
        ? Optional.of("“" + sentence.apply(Triple.create(s.get(), p.get(), o.get())) + "”")
        : Optional.empty();
  }

  private Optional<Node> object(Node subject, Node property) {
    return data.stream(subject, property, null)
        .map(Triple::getObject)
        .min(Comparator.comparing(Node::toString));
  }

  private static String shortName(String iri) {
    return iri.startsWith(Gilan.BASE) && !iri.startsWith(Gilan.NS)
        ? iri.substring(Gilan.BASE.length())
        : words(iri);
  }

  /**
   * {@return the last part of an IRI as words: {@code sha256}, {@code signed on}}
   *
   * @param iri the address of a term
   */
  public static String words(String iri) {
    String name = iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.util.FmtUtils;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.claim.DateWords;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

/**
 * Puts nodes and triples of one graph into words, by its labels and phrases. Remembers what it has
 * said, so it serves one page and one thread.
 */
final class Wording {
  private static final Node LABEL = RDFS.label.asNode();
  private static final Map<Node, String> FOREIGN =
      Map.of(
          LABEL,
          "{s} is called {o}",
          Vocabulary.ALT_LABEL,
          "{s} is also written {o}",
          Vocabulary.DERIVED_FROM,
          "{s} draws on {o}");
  private static final Set<String> DATES = Set.of("date", "gYearMonth", "gYear", "EDTF");

  private final Graph graph;
  private final PrefixMapping prefixes;
  private final Map<Node, Term> terms = new HashMap<>();
  private final Map<Node, String> phrases = new HashMap<>();

  Wording(Graph graph, PrefixMapping prefixes) {
    this.graph = graph;
    this.prefixes = prefixes;
  }

  /** {@return the node with its best name, and a link where it has an address} */
  Term term(Node node) {
    Term known = terms.get(node);
    if (known == null) {
      known = read(node);
      terms.put(node, known);
    }
    return known;
  }

  private Term read(Node node) {
    if (node.isLiteral()) {
      return literal(node);
    }
    if (!node.isURI()) {
      return Term.plain(node.isBlank() ? "something unnamed" : FmtUtils.stringForNode(node));
    }
    String iri = node.getURI();
    String href = Addresses.path(iri).orElse(iri.matches("https?://.*") ? iri : null);
    List<Node> labels = literals(node, LABEL);
    if (labels.isEmpty() || graph.contains(node, RDF.type.asNode(), Gilan.Passage)) {
      return new Term(description(node), href, null, iri);
    }
    Node label = labels.get(0);
    return new Term(label.getLiteralLexicalForm(), href, language(label), null);
  }

  /** {@return a property with its label, or the words of its IRI's last part} */
  Term property(Node property) {
    Term term = term(property);
    String iri = property.getURI();
    return iri.equals(term.exact()) ? new Term(words(iri), term.href(), null, iri) : term;
  }

  /** {@return the words alone} */
  String text(Node node) {
    return term(node).text();
  }

  /** {@return the literals of a property, the English ones first, in a steady order} */
  List<Node> literals(Node subject, Node property) {
    List<Node> found = new ArrayList<>();
    G.iterSP(graph, subject, property).filterKeep(Node::isLiteral).forEach(found::add);
    found.sort(
        Comparator.comparingInt(Wording::rank)
            .thenComparing(Node::getLiteralLanguage)
            .thenComparing(Node::getLiteralLexicalForm));
    return found;
  }

  /**
   * {@return the pattern by which a property is read aloud, with {@code {s}} and {@code {o}}}
   *
   * <p>A property without a phrase is read as subject, label, object.
   */
  String phrase(Node property) {
    return phrases.computeIfAbsent(
        property,
        node -> {
          List<Node> found = literals(node, Gilan.phrase);
          return found.isEmpty()
              ? FOREIGN.getOrDefault(node, "{s} – " + property(node).text() + " – {o}")
              : found.get(0).getLiteralLexicalForm();
        });
  }

  /** {@return the triple as a sentence on the page of one of its nodes, which is no link there} */
  List<Term> sentenceOn(Node page, Triple triple) {
    String href = term(page).href();
    return sentence(triple).stream()
        .map(piece -> href != null && href.equals(piece.href()) ? piece.withoutLink() : piece)
        .toList();
  }

  /** {@return the triple as a sentence, cut into pieces so that its nodes can be links} */
  List<Term> sentence(Triple triple) {
    List<Term> pieces = new ArrayList<>();
    for (String piece : phrase(triple.getPredicate()).split("(?=\\{[so]})|(?<=\\{[so]})")) {
      switch (piece) {
        case "{s}" -> pieces.add(term(triple.getSubject()));
        case "{o}" -> pieces.add(term(triple.getObject()));
        default -> pieces.add(Term.plain(piece));
      }
    }
    return pieces;
  }

  /** {@return the triple as a sentence without links} */
  String plainSentence(Triple triple) {
    return sentence(triple).stream().map(Term::text).collect(Collectors.joining());
  }

  /** {@return where in its document a passage is} */
  static String range(Passage passage) {
    return "characters %d–%d".formatted(passage.begin(), passage.end());
  }

  /** Names a node that has no label: a passage by its place, a claim by what it says. */
  private String description(Node node) {
    String iri = node.getURI();
    Optional<Passage> passage = Passage.parse(iri);
    if (passage.isPresent()) {
      Node document = NodeFactory.createURI(passage.get().document());
      return text(document) + ", " + range(passage.get());
    }
    return Claims.statement(graph, node)
        .map(triple -> "“" + plainSentence(triple) + "”")
        .orElseGet(() -> shortName(iri));
  }

  private Term literal(Node node) {
    String lexical = node.getLiteralLexicalForm();
    String type = node.getLiteralDatatypeURI();
    if (DATES.contains(
        type.substring(Math.max(type.lastIndexOf('#'), type.lastIndexOf('/')) + 1))) {
      return DateWords.of(lexical)
          .map(words -> new Term(words, null, null, lexical))
          .orElse(Term.plain(lexical));
    }
    return new Term(lexical, null, language(node), null);
  }

  private String shortName(String iri) {
    if (iri.startsWith(Gilan.NS)) {
      return words(iri);
    }
    if (iri.startsWith(Gilan.BASE)) {
      return iri.substring(Gilan.BASE.length());
    }
    String qualified = prefixes.shortForm(iri);
    return qualified.equals(iri) ? iri : qualified;
  }

  /** The last part of an IRI as words: {@code sha256}, {@code signed on}. */
  private static String words(String iri) {
    String name = iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static int rank(Node literal) {
    String language = literal.getLiteralLanguage();
    return language.equals("en") ? 0 : language.startsWith("en") ? 1 : language.isEmpty() ? 2 : 3;
  }

  private static String language(Node literal) {
    String language = literal.getLiteralLanguage();
    return language.isEmpty() || language.equals("en") ? null : language;
  }
}

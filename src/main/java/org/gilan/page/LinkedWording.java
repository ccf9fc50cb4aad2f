// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.util.FmtUtils;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.document.Passage;
import org.gilan.graph.Naming;
import org.gilan.graph.Wording;
import org.gilan.vocab.Gilan;

/**
 * Puts nodes and triples of one graph into words that lead somewhere: what {@link Wording} says,
 * with a link where a node has an address. Remembers what it has said, so it serves one page and
 * one thread.
 */
final class LinkedWording {
  private static final Pattern KIND_OF_TITLE = Pattern.compile("(.*) \\((\\p{Ll}.*)\\)");
  private static final Pattern COMMON_NOUN = Pattern.compile(".* \\p{Ll}\\S*");
  private static final Pattern SHORT_NAME = Pattern.compile("([^,]+), (section|note) ");

  private final Graph graph;
  private final PrefixMapping prefixes;
  private final Wording wording;
  private final Places places;
  private final Map<Node, Term> terms = new HashMap<>();
  private final Map<Node, String> shortNames = new HashMap<>();

  LinkedWording(Graph graph, PrefixMapping prefixes) {
    this(graph, prefixes, new Places(graph));
  }

  LinkedWording(Graph graph, PrefixMapping prefixes, Places places) {
    this.graph = graph;
    this.prefixes = prefixes;
    this.places = places;
    this.wording = new Wording(graph, graph);
  }

  /**
   * {@return the node with its best name, a dispute with its question, and a link where it has an
   * address}
   */
  Term term(Node node) {
    Term known = terms.get(node);
    if (known == null) {
      known = read(node);
      terms.put(node, known);
    }
    return known;
  }

  private Term read(Node node) {
    String name = wording.name(node);
    if (node.isLiteral()) {
      String stored = node.getLiteralLexicalForm();
      return new Term(name, null, language(node), name.equals(stored) ? null : stored);
    }
    if (!node.isURI()) {
      return Term.plain(node.isBlank() ? name : FmtUtils.stringForNode(node));
    }
    String iri = node.getURI();
    if (isPassage(node)) {
      return Passage.parse(iri)
          .map(passage -> new Term(name(passage), Addresses.path(iri).orElse(null), null, null))
          .orElseThrow();
    }
    String href = Addresses.path(iri).orElse(iri.matches("https?://.*") ? iri : null);
    return literals(node, Gilan.question).stream()
        .findFirst()
        .or(() -> label(node, name))
        .map(
            label ->
                new Term(
                    label.getLiteralLexicalForm(), href, language(label), null, apart(node, label)))
        .orElseGet(() -> new Term(unlabelled(iri, name), href, null, iri));
  }

  /** What tells a thing from another of its name: of a position its question, else the kind. */
  private String apart(Node node, Node label) {
    boolean isAlone =
        G.iterPO(graph, RDFS.label.asNode(), label).filterDrop(node::equals).toList().isEmpty();
    if (isAlone || !node.getURI().startsWith(Gilan.BASE)) {
      return null;
    }
    return G.listSP(graph, node, Gilan.positionIn).stream()
        .flatMap(dispute -> literals(dispute, Gilan.question).stream())
        .findFirst()
        .map(question -> "to the question: " + question.getLiteralLexicalForm())
        .orElseGet(() -> key(node));
  }

  /** The last part of an address, in words; of a claim's, the first characters. */
  private static String key(Node node) {
    String iri = node.getURI();
    String last = iri.substring(iri.lastIndexOf('/') + 1);
    return iri.startsWith(Gilan.CLAIM) ? "claim " + Evidence.handle(last) : last.replace('-', ' ');
  }

  private Optional<Node> label(Node node, String name) {
    return wording
        .naming()
        .bestLabel(node)
        .filter(label -> places.isPart(node) || label.getLiteralLexicalForm().equals(name));
  }

  /** A term of another vocabulary is best known by its prefix. */
  private String unlabelled(String iri, String name) {
    if (iri.startsWith(Gilan.BASE)) {
      return name;
    }
    return prefixes.shortForm(iri);
  }

  /** {@return a property as a heading: with its label, or the words of its IRI's last part} */
  Term property(Node property) {
    Term term = term(property);
    String iri = property.getURI();
    String words = iri.equals(term.exact()) ? Naming.words(iri) : term.text();
    return new Term(Wording.heading(words), term.href(), term.lang(), term.exact());
  }

  /** {@return the words alone} */
  String text(Node node) {
    return term(node).text();
  }

  /** {@return the literals of a property, the English ones first, in a steady order} */
  List<Node> literals(Node subject, Node property) {
    List<Node> found = new ArrayList<>();
    G.iterSP(graph, subject, property).filterKeep(Node::isLiteral).forEach(found::add);
    found.sort(Naming.BEST_FIRST);
    return found;
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
    return wording.pieces(triple).stream().map(this::term).toList();
  }

  private Term term(Wording.Piece piece) {
    if (piece.node() == null) {
      return Term.plain(piece.text());
    }
    Term term = term(piece.node());
    String exact = piece.node().isLiteral() ? piece.node().getLiteralLexicalForm() : null;
    boolean retold = exact != null && !exact.equals(piece.text());
    return new Term(
        isNamedHere(piece.node(), term, exact) ? term.text() : piece.text(),
        term.href(),
        term.lang(),
        retold ? exact : term.exact(),
        term.apart());
  }

  private boolean isNamedHere(Node node, Term term, String exact) {
    return exact == null && (term.exact() != null || isPassage(node));
  }

  /** {@return the triple as a sentence without links} */
  String plainSentence(Triple triple) {
    return sentence(triple).stream().map(Term::text).collect(Collectors.joining());
  }

  /** {@return where a passage is: its section or note, or its document} */
  String place(Passage passage) {
    return text(places.of(passage));
  }

  private boolean isPassage(Node node) {
    return !places.isPart(node)
        && (graph.contains(node, RDF.type.asNode(), Gilan.Passage)
            || node.isURI() && Passage.parse(node.getURI()).isPresent());
  }

  /** {@return a document's name as its sections and notes have it, for instance "Hasanli"} */
  String shortName(Node document) {
    return shortNames.computeIfAbsent(
        document,
        node ->
            Stream.of(Gilan.Section, Gilan.Note)
                .flatMap(type -> G.listPO(graph, RDF.type.asNode(), type).stream())
                .filter(part -> graph.contains(part, Gilan.inDocument, document))
                .flatMap(part -> wording.naming().bestLabel(part).stream())
                .map(label -> SHORT_NAME.matcher(label.getLiteralLexicalForm()))
                .filter(Matcher::lookingAt)
                .map(name -> name.group(1))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> wording.name(document)));
  }

  /** {@return the place without the section's title, for instance "Hasanli, section 4"} */
  String shortSource(Passage passage) {
    Node document = NodeFactory.createURI(passage.document());
    String place = place(passage);
    return place.equals(text(document))
        ? shortName(document)
        : place.replaceFirst("(, section [^:]+):.*", "$1");
  }

  /** {@return the place and which of its passages, for instance "Hasanli, section 4, passage 7"} */
  String name(Passage passage) {
    return shortSource(passage)
        + places
            .number(passage)
            .map(number -> ", passage " + number)
            .orElseGet(() -> isWithoutNumber(passage) ? characters(passage) : "");
  }

  /** Nothing but its range tells a passage of a document without parts from others. */
  private boolean isWithoutNumber(Passage passage) {
    return places.of(passage).getURI().equals(passage.document());
  }

  private static String characters(Passage passage) {
    return ", characters " + passage.begin() + "–" + passage.end();
  }

  /**
   * {@return a document as a sentence names it: "Hasanli", "the Karabakh article", "the digest of
   * “Persian Socialist Soviet Republic”", “First Soviet Experiment”}
   */
  String inSentence(Node document) {
    String name = shortName(document);
    Matcher kindOfTitle = KIND_OF_TITLE.matcher(name);
    if (kindOfTitle.matches()) {
      return "the " + kindOfTitle.group(2) + " of “" + kindOfTitle.group(1) + "”";
    }
    return COMMON_NOUN.matcher(name).matches()
        ? "the " + name
        : name.contains(" ") ? "“" + name + "”" : name;
  }

  /** {@return the same as a link, with a capital where it begins the sentence} */
  Term inSentence(Node document, boolean begins) {
    String name = inSentence(document);
    return new Term(
        begins ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name,
        term(document).href(),
        null,
        null);
  }

  private static String language(Node literal) {
    String language = literal.getLiteralLanguage();
    return language.isEmpty() || language.equals("en") ? null : language;
  }
}

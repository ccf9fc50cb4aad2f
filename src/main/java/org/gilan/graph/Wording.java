// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.vocab.Gilan;

/**
 * Reads the graph aloud: triples as English sentences, by the labels of things and the phrases of
 * properties ({@link Phrase}). The labels of claims, the pages and {@code ./gilan review} all speak
 * through it. Remembers what it has said, so it serves one thread.
 */
public final class Wording {
  /**
   * A part of a sentence.
   *
   * @param text what is said
   * @param node what is named; null for the words between
   */
  public record Piece(String text, Node node) {}

  private static final Node TYPE = RDF.type.asNode();

  /** Things whose labels are titles or sentences, set in quotation marks. */
  private static final Set<Node> QUOTED =
      Set.of(Gilan.Claim, Gilan.term("Utterance"), Gilan.term("Dispute"), Gilan.term("Position"));

  /** Things that are one, whatever their names look like. */
  private static final Set<Node> SINGULAR =
      Set.of(
          Gilan.term("Person"),
          Gilan.term("Place"),
          Gilan.term("Polity"),
          Gilan.term("Institution"),
          Gilan.term("Post"),
          Gilan.term("Situation"),
          Gilan.term("Work"),
          Gilan.term("Periodical"),
          Gilan.term("Fond"),
          Gilan.term("ArchivalFile"),
          Gilan.term("Document"));

  private static final Node EVENT = Gilan.term("Event");

  private final Graph terms;
  private final Graph data;
  private final Map<Node, List<Phrase>> phrases = new HashMap<>();
  private final Map<Node, Set<Node>> superClasses = new HashMap<>();
  private final Naming naming;

  /**
   * Prepares to speak of some data.
   *
   * @param terms gives the phrases and the classes
   * @param data gives types and labels; may be the same graph
   */
  public Wording(Graph terms, Graph data) {
    this.terms = terms;
    this.data = data;
    this.naming = new Naming(terms, data, this::sentence);
  }

  /**
   * {@return the triple as a sentence without a full stop}
   *
   * @param t any triple
   */
  public String sentence(Triple t) {
    return pieces(t).stream().map(Piece::text).collect(Collectors.joining());
  }

  /**
   * {@return the triple as a sentence without a full stop, in pieces so that its nodes can be
   * links}
   *
   * @param t any triple
   */
  public List<Piece> pieces(Triple t) {
    List<Piece> pieces = new ArrayList<>();
    for (Phrase.Part part : phrase(t).parts()) {
      switch (part.kind()) {
        case WORDS -> pieces.add(new Piece(part.text(), null));
        case VERB ->
            pieces.add(new Piece(isPlural(t.getSubject()) ? part.form() : part.text(), null));
        case SUBJECT -> say(t.getSubject(), pieces);
        case OBJECT -> {
          if (t.getObject().isLiteral()) {
            pieces.add(new Piece(value(t, part.form()), t.getObject()));
          } else {
            say(t.getObject(), pieces);
          }
        }
      }
    }
    return finish(pieces);
  }

  private String value(Triple t, String form) {
    String text = Values.of(t.getObject(), form);
    return form.equals("unit") ? text + unit(t.getSubject(), text) : text;
  }

  private String unit(Node figure, String value) {
    return data.stream(figure, Gilan.term("unit"), null)
        .map(t -> name(t.getObject()))
        .sorted()
        .findFirst()
        .map(unit -> " " + (value.equals("1") ? Grammar.singular(unit) : unit))
        .orElse("");
  }

  private void say(Node node, List<Piece> pieces) {
    if (node.isURI() && isOneOf(node, QUOTED)) {
      pieces.add(new Piece("“", null));
      pieces.add(new Piece(name(node).replace('“', '‘').replace('”', '’'), node));
      pieces.add(new Piece("”", null));
    } else {
      pieces.add(new Piece(name(node), node));
    }
  }

  /** A sentence begins with a capital and leaves its full stop to the reader. */
  private static List<Piece> finish(List<Piece> pieces) {
    Piece first = pieces.get(0);
    pieces.set(0, new Piece(Grammar.capitalised(first.text()), first.node()));
    int end = pieces.size() - 1;
    Piece last = pieces.get(end);
    pieces.set(end, new Piece(Grammar.withoutFullStop(last.text()), last.node()));
    return pieces;
  }

  /** The narrowest phrase that fits the subject. */
  Phrase phrase(Triple t) {
    return phrases.computeIfAbsent(t.getPredicate(), this::phrases).stream()
        .filter(p -> p.of().isEmpty() || isOneOf(t.getSubject(), Set.of(p.of().get())))
        .findFirst()
        .orElseGet(() -> Phrase.of("{s} – " + name(t.getPredicate()) + " – {o}"));
  }

  private List<Phrase> phrases(Node property) {
    List<Phrase> found = new ArrayList<>();
    terms.stream(property, Gilan.phrase, null)
        .map(t -> Phrase.of(t.getObject().getLiteralLexicalForm()))
        .forEach(found::add);
    Phrase.ofForeign(property).ifPresent(found::add);
    found.sort(
        Comparator.comparing(
                (Phrase p) -> p.of().map(type -> above(type).size()).orElse(0),
                Comparator.reverseOrder())
            .thenComparing(Phrase::pattern));
    return found;
  }

  private boolean isPlural(Node node) {
    return node.isURI()
        && !isOneOf(node, QUOTED)
        && !isOneOf(node, SINGULAR)
        && (isOneOf(node, Set.of(EVENT))
            ? Grammar.isPluralEvent(name(node))
            : Grammar.isPlural(name(node)));
  }

  private boolean isOneOf(Node node, Set<Node> classes) {
    return data.stream(node, TYPE, null)
        .anyMatch(t -> above(t.getObject()).stream().anyMatch(classes::contains));
  }

  /** A class and those above it. */
  private Set<Node> above(Node type) {
    Set<Node> known = superClasses.get(type);
    if (known == null) {
      known = new HashSet<>(Set.of(type));
      List<Node> open = new ArrayList<>(known);
      while (!open.isEmpty()) {
        for (Triple t : terms.find(open.remove(0), RDFS.subClassOf.asNode(), Node.ANY).toList()) {
          if (known.add(t.getObject())) {
            open.add(t.getObject());
          }
        }
      }
      superClasses.put(type, known);
    }
    return known;
  }

  /** {@return how things are named} */
  public Naming naming() {
    return naming;
  }

  /**
   * {@return what a node is called: its label, English before others; else what it is}
   *
   * @param node any node
   */
  public String name(Node node) {
    return naming.of(node);
  }

  /**
   * {@return words as a heading, which begins with a capital}
   *
   * @param words a label
   */
  public static String heading(String words) {
    return Grammar.capitalised(words);
  }

  /**
   * {@return the leaves that something lies on, in their number: "sheet 3", "pages 24–25"}
   *
   * @param noun what one of them is called
   * @param numbers as a source gives them
   */
  public static String leaves(String noun, String numbers) {
    return Values.counted(noun, numbers);
  }
}

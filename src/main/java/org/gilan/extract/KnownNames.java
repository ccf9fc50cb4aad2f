// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.gilan.claim.Claim;
import org.gilan.document.Passage;
import org.gilan.graph.Assembly;
import org.gilan.vocab.Gilan;

/**
 * The names that the graph knows, in any script: labels, other names and spellings of its things.
 *
 * <p>People are also known by their initials. A name is found as a whole word, the longest first,
 * by its exact letters or all in capitals; a hyphen left in it by a line break does not hide it.
 */
public final class KnownNames {
  private static final Set<Node> NAMING =
      Set.of(RDFS.label.asNode(), SKOS.altLabel.asNode(), Gilan.spelling);
  private static final List<String> NAMELESS =
      List.of("Fond", "ArchivalFile", "Figure", "Tenure", "Utterance", "Dispute", "Unit");
  private static final Pattern FULL_NAME =
      Pattern.compile("(\\p{Lu})\\p{L}+ (?:\\p{Lu}\\p{L}+ )?(\\p{Lu}[\\p{L}'-]+)");
  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "\\((?:further|hereafter|later|далее)[\\s—–-]+(?:(?:on|as)\\s+)?"
              + "(\\p{Lu}[\\p{Lu}\\s]+)\\)");
  private static final int SHORTEST_IN_CAPITALS = 4;
  private static final int LONGEST_EXPLAINED = 200;

  private final Map<String, Map<Node, Set<Passage>>> bearers = new HashMap<>();
  private final NameTree exact = new NameTree();
  private final NameTree capitals = new NameTree();

  private KnownNames() {}

  private KnownNames(KnownNames others) {
    others.bearers.forEach(
        (name, things) -> things.forEach((thing, places) -> add(name, thing, places)));
  }

  /**
   * Gathers the names of a graph.
   *
   * @param assembly the graph and its claims
   * @param without the IRI of a document whose spellings are left out, to try how the others do
   *     without it; null to leave out none
   * @return the names
   */
  public static KnownNames of(Assembly assembly, String without) {
    Graph all = assembly.graph().dataset().getDefaultGraph();
    Map<Triple, Set<Passage>> places = new HashMap<>();
    for (Claim claim : assembly.claims()) {
      if (NAMING.contains(claim.triple().getPredicate()) && !claim.document().equals(without)) {
        places.computeIfAbsent(claim.triple(), k -> new TreeSet<>()).addAll(claim.passages());
      }
    }
    KnownNames names = new KnownNames();
    for (Triple t : assembly.sources().data().keySet()) {
      boolean label = t.getPredicate().equals(RDFS.label.asNode());
      if (NAMING.contains(t.getPredicate())
          && isThing(t.getSubject())
          && !isNameless(all, t.getSubject())) {
        if (label || without == null || places.containsKey(t)) {
          String name = Letters.fold(t.getObject().getLiteralLexicalForm());
          names.add(name, t.getSubject(), places.getOrDefault(t, Set.of()));
        }
      }
    }
    names.addInitials(all);
    return names;
  }

  private static boolean isThing(Node node) {
    return node.isURI() && node.getURI().startsWith(Gilan.ID);
  }

  private static boolean isNameless(Graph all, Node thing) {
    return NAMELESS.stream().anyMatch(c -> all.contains(thing, RDF.type.asNode(), Gilan.term(c)));
  }

  private void add(String name, Node thing, Set<Passage> places) {
    if (name.length() < 2 || Letters.isCommonNoun(name)) {
      return;
    }
    bearers
        .computeIfAbsent(name, k -> new TreeMap<>(Comparator.comparing(Node::getURI)))
        .computeIfAbsent(thing, k -> new TreeSet<>())
        .addAll(places);
    exact.add(name, name);
    if (name.length() >= SHORTEST_IN_CAPITALS) {
      capitals.add(Letters.capitals(name), name);
    }
  }

  /** Adds to the full name of each person the one with initials, unless somebody bears it. */
  private void addInitials(Graph all) {
    Map<String, Set<Node>> initialled = new TreeMap<>();
    bearers.forEach(
        (name, things) -> {
          Matcher m = FULL_NAME.matcher(name);
          if (m.matches()) {
            initialled
                .computeIfAbsent(m.group(1) + ". " + m.group(2), k -> new HashSet<>())
                .addAll(things.keySet());
          }
        });
    initialled.forEach(
        (name, things) -> {
          Node thing = things.iterator().next();
          boolean person = all.contains(thing, RDF.type.asNode(), Gilan.term("Person"));
          if (things.size() == 1 && person && !bearers.containsKey(name)) {
            add(name, thing, Set.of());
            add(name.replace(". ", "."), thing, Set.of());
          }
        });
  }

  /**
   * {@return these names and the abbreviations that a text itself explains, as in {@code State
   * Archives (further SA)}}
   */
  KnownNames with(Reading reading) {
    KnownNames more = new KnownNames(this);
    Matcher m = ABBREVIATION.matcher(reading.text());
    while (m.find()) {
      int from = Math.max(0, m.start() - LONGEST_EXPLAINED);
      List<Mention> before = in(reading, new Span(from, m.start()));
      Mention last = before.isEmpty() ? null : before.get(before.size() - 1);
      String between = last == null ? "" : reading.text().substring(last.span().end(), m.start());
      if (last != null && between.isBlank() && !last.isAmbiguous()) {
        String name = Letters.fold(m.group(1));
        Set<Passage> place = Set.of(reading.passage(new Span(m.start(1), m.end(1))));
        more.add(name, last.thing(), place);
      }
    }
    return more;
  }

  /**
   * {@return the names in a stretch of a text, in order, none within another}
   *
   * @param reading the text
   * @param within where to look
   */
  List<Mention> in(Reading reading, Span within) {
    String text = reading.text();
    List<Mention> found = new ArrayList<>();
    int at = within.begin();
    while (at < within.end()) {
      NameTree.Match match = Letters.isLetter(text, at - 1) ? null : at(text, at, within.end());
      if (match == null) {
        at++;
      } else {
        Span span = new Span(at, match.end());
        found.add(new Mention(span, bearers(match.name(), reading.passage(span))));
        at = match.end();
      }
    }
    return found;
  }

  private NameTree.Match at(String text, int begin, int limit) {
    NameTree.Match match = exact.longest(text, begin, limit);
    if (match != null) {
      return match;
    }
    match = capitals.longest(text, begin, limit);
    return match != null && Letters.isCapitals(text, begin, match.end()) ? match : null;
  }

  /** The claims tell which bearer is meant: one at this very place, else one of this document. */
  private List<Node> bearers(String name, Passage passage) {
    Map<Node, Set<Passage>> all = bearers.get(name);
    List<Node> here = new ArrayList<>();
    List<Node> inDocument = new ArrayList<>();
    all.forEach(
        (thing, places) -> {
          if (places.stream().anyMatch(p -> p.overlaps(passage))) {
            here.add(thing);
          }
          if (places.stream().anyMatch(p -> p.document().equals(passage.document()))) {
            inDocument.add(thing);
          }
        });
    if (!here.isEmpty()) {
      return here;
    }
    return inDocument.isEmpty() ? List.copyOf(all.keySet()) : inDocument;
  }
}

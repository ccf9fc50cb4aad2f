// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.query.NameSearch;
import org.gilan.vocab.Gilan;

/** Every name of every thing and document, in any language and spelling, ready to be searched. */
final class Names {
  /** Things found by words, the best first; near misses where nothing is found. */
  record Found(List<Entry> entries, List<String> nearby) {}

  /**
   * A thing that has a name.
   *
   * @param node the thing
   * @param name its best name, with a link
   * @param summary what it is
   * @param kinds its classes, the inferred ones too
   * @param group the heading under which it is listed
   * @param weight how much is said of it
   * @param labels its labels, folded
   * @param others its other names, folded
   */
  record Entry(
      Node node,
      Term name,
      String summary,
      Set<Node> kinds,
      Group group,
      int weight,
      List<NameMatch> labels,
      List<NameMatch> others) {
    /** How well the best of its names answers, a label a little better; 0 for not at all. */
    int score(NameMatch.Query query) {
      int byLabel = labels.stream().mapToInt(name -> name.score(query)).max().orElse(0);
      int byOther = others.stream().mapToInt(name -> name.score(query)).max().orElse(0);
      return Math.max(byLabel > 0 ? byLabel + 1 : 0, byOther);
    }

    Stream<NameMatch> names() {
      return Stream.concat(labels.stream(), others.stream());
    }
  }

  /** What a list of things is divided into, in this order. */
  enum Group {
    PEOPLE("People", "Person"),
    BODIES("Bodies and states", "Group"),
    PLACES("Places", "Place"),
    EVENTS("Events", "Event"),
    TREATIES("Treaties and agreements", "Agreement"),
    OFFICES("Offices", "Post"),
    PAPERS("Letters and papers", "Record"),
    DISPUTES("Disputes", "Dispute"),
    UTTERANCES("What was said", "Utterance"),
    WORKS("Sources and works", "Work"),
    REST("Other things", "");

    private final String title;
    private final String type;

    Group(String title, String type) {
      this.title = title;
      this.type = type;
    }

    String title() {
      return title;
    }

    /** {@return the local name of the class that it holds; empty for the rest} */
    String type() {
      return type;
    }
  }

  /** A list of names is held in memory; of a graph on disk that has more, it knows so many. */
  private static final int MOST = 50_000;

  private final List<Entry> entries = new ArrayList<>();

  /** Reads the names once. */
  Names(Site site) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    LinkedWording wording = new LinkedWording(graph, graph.getPrefixMapping());
    Summary summary = new Summary(graph, wording);
    graph.stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
        .map(Triple::getSubject)
        .filter(Names::isListed)
        .distinct()
        .limit(MOST)
        .toList()
        .forEach(node -> entries.add(entry(graph, wording, summary, node)));
    entries.sort(
        Comparator.comparing((Entry e) -> e.name().text()).thenComparing(e -> e.node().toString()));
  }

  /**
   * {@return the things whose names answer to these words, the best first; all, by name, for none}
   *
   * @param words in any case, script and spelling
   * @param kind a class; null for any
   */
  Found find(String words, Node kind) {
    List<Entry> of =
        entries.stream().filter(e -> kind == null || e.kinds().contains(kind)).toList();
    NameMatch.Query query = NameMatch.Query.of(words);
    if (query.words().isEmpty()) {
      return new Found(words.isBlank() ? of : List.of(), List.of());
    }
    TreeMap<Rank, Entry> ranked = new TreeMap<>();
    for (Entry entry : of) {
      int score = entry.score(query);
      if (score > 0) {
        ranked.put(
            new Rank(
                score, entry.group(), entry.weight(), entry.name().text(), entry.node().toString()),
            entry);
      }
    }
    List<Entry> found = List.copyOf(ranked.values());
    return new Found(found, found.isEmpty() ? nearby(of, query) : List.of());
  }

  /** {@return the things found, each with how well it answers} */
  List<NameSearch.Hit> hits(String words) {
    NameMatch.Query query = NameMatch.Query.of(words);
    return query.words().isEmpty()
        ? List.of()
        : find(words, null).entries().stream()
            .map(entry -> new NameSearch.Hit(entry.node(), entry.score(query)))
            .toList();
  }

  private static List<String> nearby(List<Entry> of, NameMatch.Query query) {
    Set<String> near = new LinkedHashSet<>();
    of.stream()
        .filter(entry -> entry.group().compareTo(Group.EVENTS) <= 0)
        .sorted(Comparator.comparingInt(entry -> -entry.weight()))
        .flatMap(
            entry ->
                entry.names().filter(name -> name.isNear(query)).map(name -> entry.name().text()))
        .limit(NEAREST)
        .forEach(near::add);
    return List.copyOf(near);
  }

  private static final int NEAREST = 6;

  /** Orders what is found: better matches, then kinds, then what is better known. */
  private record Rank(int score, Group group, int weight, String name, String iri)
      implements Comparable<Rank> {
    @Override
    public int compareTo(Rank other) {
      return Comparator.comparingInt((Rank r) -> -r.score)
          .thenComparing(Rank::group)
          .thenComparingInt(r -> -r.weight)
          .thenComparing(Rank::name)
          .thenComparing(Rank::iri)
          .compare(this, other);
    }
  }

  /** {@return everything that has a name, by name} */
  List<Entry> all() {
    return entries;
  }

  /** {@return how many things are of this class} */
  long count(Node kind) {
    return entries.stream().filter(entry -> entry.kinds().contains(kind)).count();
  }

  private static boolean isListed(Node node) {
    return node.isURI()
        && (node.getURI().startsWith(Gilan.ID)
            || (node.getURI().startsWith(Gilan.DOCUMENT)
                && node.getURI().indexOf('/', Gilan.DOCUMENT.length()) < 0));
  }

  private static Entry entry(Graph graph, LinkedWording wording, Summary summary, Node node) {
    Set<Node> kinds =
        graph.find(node, RDF.type.asNode(), Node.ANY).mapWith(Triple::getObject).toSet();
    int weight =
        graph.stream(Node.ANY, Claims.SUBJECT, node).toList().size()
            + graph.stream(Node.ANY, Claims.OBJECT, node).toList().size();
    return new Entry(
        node,
        wording.term(node),
        summary.of(node),
        kinds,
        group(kinds),
        weight,
        names(wording, node, RDFS.label.asNode()),
        names(wording, node, Vocabulary.ALT_LABEL, Gilan.spelling));
  }

  private static List<NameMatch> names(LinkedWording wording, Node node, Node... properties) {
    return Stream.of(properties)
        .flatMap(property -> wording.literals(node, property).stream())
        .map(name -> NameMatch.of(name.getLiteralLexicalForm()))
        .distinct()
        .toList();
  }

  private static Group group(Set<Node> kinds) {
    if (kinds.contains(Gilan.Document)) {
      return Group.WORKS;
    }
    return Stream.of(Group.values())
        .filter(group -> kinds.contains(Gilan.term(group.type())))
        .findFirst()
        .orElse(Group.REST);
  }
}

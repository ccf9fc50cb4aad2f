// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.graph.Once;
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
   * @param labels its labels
   * @param others its other names
   */
  record Entry(
      Node node,
      Term name,
      String summary,
      Set<Node> kinds,
      Group group,
      int weight,
      List<String> labels,
      List<String> others) {}

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

  private static final int NEAREST = 6;

  private static final Comparator<Entry> BY_NAME =
      Comparator.comparing((Entry entry) -> entry.name().text())
          .thenComparing(entry -> entry.node().toString());

  private static final Comparator<Entry> BY_FAME =
      Comparator.comparing(Entry::group)
          .thenComparing(Entry::weight, Comparator.reverseOrder())
          .thenComparing(BY_NAME);

  private final List<Entry> entries = new ArrayList<>();
  private final Once<NameIndex> index =
      new Once<>(() -> new NameIndex(all().stream().sorted(BY_FAME).toList()));

  /** {@return the names of a site, read by whoever asks first, in whichever thread} */
  static Once<Names> once(Site site) {
    return new Once<>(() -> site.graph().dataset().calculateRead(() -> new Names(site)));
  }

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
    entries.sort(BY_NAME);
  }

  /**
   * {@return the things whose names answer to these words, the best first; all, by name, for none}
   *
   * @param words in any case, script and spelling
   * @param kind a class; null for any
   */
  Found find(String words, Node kind) {
    if (words.isBlank()) {
      return new Found(entries.stream().filter(entry -> isOf(entry, kind)).toList(), List.of());
    }
    List<NameIndex.Match> matches =
        match(words).stream().filter(match -> isOf(match.entry(), kind)).toList();
    List<Entry> found =
        matches.stream()
            .filter(match -> match.score() > NameIndex.NEAR)
            .map(NameIndex.Match::entry)
            .toList();
    return new Found(found, found.isEmpty() ? nearby(matches) : List.of());
  }

  /** {@return the things whose names answer, near misses last, each with how well it answers} */
  List<NameIndex.Match> match(String words) {
    return index.get().find(words);
  }

  private static boolean isOf(Entry entry, Node kind) {
    return kind == null || entry.kinds().contains(kind);
  }

  private static List<String> nearby(List<NameIndex.Match> matches) {
    return matches.stream()
        .map(NameIndex.Match::entry)
        .filter(entry -> entry.group().compareTo(Group.EVENTS) <= 0)
        .map(entry -> entry.name().text())
        .distinct()
        .limit(NEAREST)
        .toList();
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

  private static List<String> names(LinkedWording wording, Node node, Node... properties) {
    return Stream.of(properties)
        .flatMap(property -> wording.literals(node, property).stream())
        .map(Node::getLiteralLexicalForm)
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

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.gilan.vocab.Gilan;

/**
 * Sorts everything that is said about a thing into the sections of its page: what a reader looks
 * for first comes first, what serves programs comes last. Serves one page.
 */
final class Portrait {
  /** How many lines of a group the page itself shows, and how many where there are many groups. */
  private static final int SHOWN = 3;

  private static final int FEWER = 2;
  private static final int MANY = 16;

  /** How many lines of a life or a course the page itself shows. */
  static final int LONG = 20;

  /** How many lines a page of one group shows. */
  static final int PAGE = 40;

  /** A page is to have fewer characters, and this is about what a line takes but for quotations. */
  private static final int ROOM = 76_000;

  private static final int ROOM_OF_LINE = 900;

  private static final Set<String> LONGER =
      Set.of(Slot.COURSE, Slot.OFFICES, Slot.ARTICLES, Slot.FACTS);
  private static final List<String> ACTORS =
      List.of("offices", "course", "letters", "treaties", "ties", "said", "facts", "about");
  private static final List<String> THINGS =
      List.of("facts", "articles", "course", "offices", "letters", "treaties", "ties", "said");
  private static final List<String> LAST = List.of("facts", "said", "about", "others");

  /**
   * What one line is made from.
   *
   * @param other the node at the other end, or the value
   * @param key sorts it
   * @param triples what is said of it
   */
  record Draft(Node other, String key, List<Triple> triples) {}

  private final Site site;
  private final Node node;
  private final Graph graph;
  private final Statements statements;
  private final LinkedWording wording;
  private final Map<Triple, List<Claims.Claim>> claims;
  private final Lines lines;
  private final Map<Slot, Map<Node, Draft>> drafts = new LinkedHashMap<>();

  Portrait(Site site, LinkedWording wording, Node node) {
    this.node = node;
    this.graph = site.graph().dataset().getDefaultGraph();
    this.statements = new Statements(graph);
    this.wording = wording;
    this.site = site;
    this.claims = statements.claims(node);
    Slot.Finder finder = new Slot.Finder(node, statements, wording);
    for (Triple triple : triples()) {
      Slot slot = finder.of(triple);
      if (slot != null) {
        add(slot, triple);
      }
    }
    this.lines = lines(shown());
  }

  private Lines lines(int number) {
    return new Lines(site, wording, node, claims, ROOM - ROOM_OF_LINE * number);
  }

  /** How many lines the page itself shows. */
  private int shown() {
    return drafts.entrySet().stream()
        .mapToInt(entry -> Math.min(entry.getValue().size(), most(entry.getKey())))
        .sum();
  }

  private int most(Slot slot) {
    return LONGER.contains(slot.section()) ? LONG : drafts.size() > MANY ? FEWER : SHOWN;
  }

  /** What is stated and, after it, what is only said. */
  private Set<Triple> triples() {
    Set<Triple> all = new LinkedHashSet<>(statements.of(node, claims.keySet()));
    all.addAll(statements.naming(node, claims.keySet()));
    claims.forEach(
        (triple, found) -> {
          boolean told = found.stream().anyMatch(claim -> claim.statement().equals(triple));
          if (told && !graph.contains(triple)) {
            all.add(triple);
          }
        });
    return all;
  }

  private void add(Slot slot, Triple triple) {
    Node other = triple.getSubject().equals(node) ? triple.getObject() : triple.getSubject();
    drafts
        .computeIfAbsent(slot, s -> new LinkedHashMap<>())
        .computeIfAbsent(other, o -> new Draft(o, key(slot, o), new ArrayList<>()))
        .triples()
        .add(triple);
  }

  private String key(Slot slot, Node other) {
    if (slot.section().equals(Slot.ARTICLES)) {
      return number(other);
    }
    return other.isLiteral() ? "" : Dating.of(graph, other).key();
  }

  private String number(Node article) {
    return graph.stream(article, Gilan.number, Node.ANY)
        .map(triple -> triple.getObject().getLiteralLexicalForm())
        .map(number -> number.matches("\\d+") ? "%04d".formatted(Integer.parseInt(number)) : number)
        .findFirst()
        .orElse("9999");
  }

  /** {@return the sections for people, in the order in which a reader wants them} */
  List<Section> sections() {
    boolean isActor = statements.isA(node, "Actor") || statements.isA(node, "Post");
    return Stream.concat((isActor ? ACTORS : THINGS).stream(), LAST.stream())
        .distinct()
        .flatMap(id -> section(id).stream())
        .toList();
  }

  /** {@return where sources differ about the thing} */
  List<Sides> disputes() {
    return lines.disputes();
  }

  /** {@return the section for programs and editors} */
  Optional<Section> technical() {
    return section(Slot.TECHNICAL);
  }

  private Optional<Section> section(String id) {
    // In their order from the beginning: what comes first is quoted first, whatever the store does.
    List<Section.Group> groups =
        drafts.entrySet().stream()
            .filter(entry -> entry.getKey().section().equals(id))
            .sorted(Comparator.comparing(entry -> order(entry.getKey())))
            .map(entry -> group(lines, entry.getKey(), entry.getValue(), 0))
            .toList();
    return groups.isEmpty()
        ? Optional.empty()
        : Optional.of(new Section(id, Headings.of(id, node, statements), groups));
  }

  /** {@return one group alone, from a page on; empty when there is no such group} */
  Optional<Section> only(String name, int page) {
    return drafts.entrySet().stream()
        .filter(entry -> name(entry.getKey()).equals(name))
        .findFirst()
        .map(
            entry ->
                new Section(
                    entry.getKey().section(),
                    Headings.of(entry.getKey().section(), node, statements),
                    List.of(group(lines(PAGE), entry.getKey(), entry.getValue(), page))));
  }

  private Section.Group group(Lines lines, Slot slot, Map<Node, Draft> found, int page) {
    List<Draft> sorted = new ArrayList<>(found.values());
    sorted.sort(
        Comparator.comparing(Draft::key)
            .thenComparing(draft -> wording.text(draft.other()))
            .thenComparing(draft -> draft.other().toString()));
    sorted.forEach(draft -> draft.triples().sort(Comparator.comparing(Triple::toString)));
    int most = page > 0 ? PAGE : most(slot);
    int from = Math.min(sorted.size(), Math.max(0, page - 1) * PAGE);
    int to = Math.min(sorted.size(), from + most);
    List<Draft> drawn = sorted.subList(from, to);
    List<Section.Line> shown = drawn.stream().map(draft -> lines.of(slot, draft)).toList();
    List<Sides> disputes = slot.isTable() ? lines.disputes(drawn) : List.of();
    String more = page == 0 && to < sorted.size() ? "?list=" + name(slot) : null;
    return new Section.Group(name(slot), slot.title(), shown, sorted.size(), more, disputes);
  }

  private static String name(Slot slot) {
    return slot.section().equals(slot.group()) ? slot.group() : slot.section() + "-" + slot.group();
  }

  private static String order(Slot slot) {
    int rank = slot.section().equals(Slot.FACTS) ? Roles.rank(slot.group()) : 0;
    String title = slot.title() == null ? "" : slot.title().text();
    return "%02d%s\t%s".formatted(rank, title, slot.group());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.gilan.vocab.Gilan;

/**
 * The page of things found by name or listed by kind.
 *
 * @param groups what is found, by kind; the kind of the best find first
 * @param facets the kinds to which the list can be narrowed
 * @param nearby names like what was asked for, where nothing is found
 */
record FindPage(
    String title,
    String words,
    String kind,
    String kindName,
    int number,
    List<Listed> groups,
    List<Facet> facets,
    List<Facet> nearby,
    Paging paging,
    String cited) {

  /** Things of one kind. */
  record Listed(String title, List<Names.Entry> entries) {}

  /** A narrower or another list. */
  record Facet(String name, String href, int number) {}

  boolean isOne() {
    return number == 1;
  }

  boolean isEmpty() {
    return number == 0;
  }

  boolean hasNearby() {
    return !nearby.isEmpty();
  }

  boolean hasFacets() {
    return facets.size() > 1;
  }

  /**
   * {@return the page; empty for a kind that the ontology does not know}
   *
   * @param parameter {@code q}, the words; {@code kind}, a class as the ontology names it; {@code
   *     page}
   */
  static Optional<FindPage> of(
      Graph graph, Names names, LinkedWording wording, UnaryOperator<String> parameter) {
    String words = parameter.apply("q").strip();
    String kind = parameter.apply("kind");
    Node type = kind.isEmpty() ? null : Gilan.term(kind);
    if (type != null && !graph.contains(type, Node.ANY, Node.ANY)) {
      return Optional.empty();
    }
    Names.Found found = names.find(words, type);
    String query = "?q=" + encoded(words) + (type == null ? "" : "&kind=" + kind);
    Paging paging = Paging.of(found.entries().size(), Paging.asked(parameter.apply("page")), query);
    String kindName = type == null ? null : wording.text(type);
    return Optional.of(
        new FindPage(
            title(words, kindName),
            words,
            kind,
            kindName,
            found.entries().size(),
            listed(paging.of(found.entries()), !words.isEmpty()),
            facets(words, found.entries()),
            found.nearby().stream()
                .map(name -> new Facet(name, "/find?q=" + encoded(name), 0))
                .toList(),
            paging,
            Asked.of(parameter).cited("find", "q", "kind", "page")));
  }

  private static String title(String words, String kind) {
    return words.isEmpty() ? kind == null ? "Everything" : "Kind: " + kind : "“" + words + "”";
  }

  /** By kind, and without words by name. */
  private static List<Listed> listed(List<Names.Entry> shown, boolean byKind) {
    Map<String, List<Names.Entry>> groups = new LinkedHashMap<>();
    for (Names.Entry entry : shown) {
      groups
          .computeIfAbsent(
              byKind ? entry.group().title() : "", title -> new java.util.ArrayList<>())
          .add(entry);
    }
    return groups.entrySet().stream().map(g -> new Listed(g.getKey(), g.getValue())).toList();
  }

  private static List<Facet> facets(String words, List<Names.Entry> found) {
    Map<Names.Group, Integer> numbers = new EnumMap<>(Names.Group.class);
    found.forEach(entry -> numbers.merge(entry.group(), 1, Integer::sum));
    return numbers.entrySet().stream()
        .filter(group -> !group.getKey().type().isEmpty())
        .map(
            group ->
                new Facet(
                    group.getKey().title(),
                    "/find?q=" + encoded(words) + "&kind=" + group.getKey().type(),
                    group.getValue()))
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.gilan.claim.DateWords;
import org.gilan.vocab.Gilan;

/**
 * Dating a thing was, in words and as a key to sort by.
 *
 * @param words for instance "5 June 1920" or "until July 1920"; empty when nothing is known
 * @param key sorts before the keys of later things; things of unknown date come last
 */
record Dating(String words, String key) implements Comparable<Dating> {
  private static final String LAST = "9999";
  private static final Dating NEVER = new Dating("", LAST);
  private static final List<String> MOMENTS = List.of("signedOn", "onDate", "dated", "published");

  /** {@return when the node was, as the graph accepts it} */
  static Dating of(Graph graph, Node node) {
    String key =
        Stream.of(Gilan.earliest, Gilan.begunBy, Gilan.enduredTo, Gilan.latest)
            .flatMap(bound -> values(graph, node, bound).stream())
            .findFirst()
            .orElse(LAST);
    String words = moment(graph, node).or(() -> span(graph, node)).orElse("");
    if (words.isEmpty() && !key.equals(LAST)) {
      words = bounds(graph, node);
    }
    return words.isEmpty() && key.equals(LAST) ? NEVER : new Dating(words, key);
  }

  private static Optional<String> moment(Graph graph, Node node) {
    return MOMENTS.stream()
        .map(Gilan::term)
        .flatMap(property -> values(graph, node, property).stream())
        .flatMap(date -> DateWords.of(date).stream())
        .findFirst();
  }

  private static Optional<String> span(Graph graph, Node node) {
    Optional<String> from = word(graph, node, "from");
    Optional<String> to = word(graph, node, "to");
    if (from.isPresent() && to.isPresent()) {
      return DateWords.lasting(first(graph, node, "from"), first(graph, node, "to"));
    }
    return from.map("from %s"::formatted)
        .or(() -> to.map("until %s"::formatted))
        .or(() -> word(graph, node, "attestedOn").map("attested %s"::formatted));
  }

  private static String bounds(Graph graph, Node node) {
    String first = values(graph, node, Gilan.earliest).stream().findFirst().orElse(null);
    String last = values(graph, node, Gilan.latest).stream().findFirst().orElse(null);
    if (first != null && last != null) {
      return DateWords.of(first.equals(last) ? first : first + "/" + last).orElse("");
    }
    if (first != null) {
      return "not before " + DateWords.of(first).orElse(first);
    }
    return last == null ? "" : "not after " + DateWords.of(last).orElse(last);
  }

  private static Optional<String> word(Graph graph, Node node, String property) {
    return values(graph, node, Gilan.term(property)).stream()
        .flatMap(date -> DateWords.of(date).stream())
        .findFirst();
  }

  private static String first(Graph graph, Node node, String property) {
    return values(graph, node, Gilan.term(property)).get(0);
  }

  private static List<String> values(Graph graph, Node node, Node property) {
    return graph.stream(node, property, Node.ANY)
        .filter(triple -> triple.getObject().isLiteral())
        .map(triple -> triple.getObject().getLiteralLexicalForm())
        .sorted()
        .toList();
  }

  /** {@return the words in brackets after a name; empty when nothing is known} */
  String inBrackets() {
    return words.isEmpty() ? "" : " (" + words + ")";
  }

  @Override
  public int compareTo(Dating other) {
    return key.compareTo(other.key);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.G;
import org.gilan.vocab.Gilan;

/** Every letter of the graph, read once; ordered by date. */
final class Correspondence {
  /**
   * One who wrote and one who was written to.
   *
   * @param from who wrote
   * @param to to whom
   * @param number how many letters went that way
   */
  record Pair(Term from, Term to, int number) {
    /** {@return the part of an address that asks for these letters} */
    String query() {
      return "sender=" + Thing.key(from) + "&recipient=" + Thing.key(to);
    }
  }

  private final Graph graph;
  private final LinkedWording wording;
  private final List<Letter> letters;

  Correspondence(Graph graph, Chronicle chronicle) {
    this.graph = graph;
    this.wording = new LinkedWording(graph, graph.getPrefixMapping());
    this.letters =
        chronicle.things().stream()
            .filter(thing -> thing.layer() == Layer.LETTERS)
            .map(this::letter)
            .sorted(
                Comparator.comparing(Letter::day)
                    .thenComparing(letter -> letter.thing().name().text()))
            .toList();
  }

  /** {@return all of them} */
  List<Letter> letters() {
    return letters;
  }

  /** {@return who wrote to whom in these letters, the busiest first} */
  static List<Pair> pairs(List<Letter> letters) {
    Map<List<Term>, Integer> found = new LinkedHashMap<>();
    for (Letter letter : letters) {
      for (Term sender : letter.senders()) {
        letter.recipients().stream()
            .filter(recipient -> !recipient.equals(sender))
            .forEach(recipient -> found.merge(List.of(sender, recipient), 1, Integer::sum));
      }
    }
    return found.entrySet().stream()
        .map(pair -> new Pair(pair.getKey().get(0), pair.getKey().get(1), pair.getValue()))
        .sorted(
            Comparator.comparingInt(Pair::number)
                .reversed()
                .thenComparing(pair -> pair.from().text())
                .thenComparing(pair -> pair.to().text()))
        .toList();
  }

  private Letter letter(Thing thing) {
    Node node = NodeFactory.createURI(Addresses.iri(thing.name().href()));
    List<Term> senders = terms(node, "sender", "issuedBy");
    return new Letter(
        thing,
        senders,
        terms(node, "recipient", "presentedTo"),
        terms(node, "keptIn"),
        wording.literals(node, Gilan.term("sheets")).stream()
            .map(wording::text)
            .collect(Collectors.joining(", ")),
        sorted(G.listPO(graph, Gilan.term("statedIn"), node).stream()),
        terms(node, "concerns"));
  }

  private List<Term> terms(Node node, String... properties) {
    return sorted(
        Stream.of(properties)
            .flatMap(property -> G.listSP(graph, node, Gilan.term(property)).stream()));
  }

  private List<Term> sorted(Stream<Node> nodes) {
    return nodes.map(wording::term).distinct().sorted(Comparator.comparing(Term::text)).toList();
  }
}

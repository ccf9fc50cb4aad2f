// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.gilan.vocab.Gilan;

/** Says in one line what a thing is, with its dates: under its name and in lists. */
final class Summary {
  private static final int MOST = 2;

  private final Graph graph;
  private final Statements statements;
  private final LinkedWording wording;

  Summary(Graph graph, LinkedWording wording) {
    this.graph = graph;
    this.statements = new Statements(graph);
    this.wording = wording;
  }

  /** {@return the line, without a full stop} */
  String of(Node node) {
    List<String> parts = new ArrayList<>();
    parts.add(kinds(node) + specifics(node));
    Dating when = Dating.of(graph, node);
    parts.add(when.words());
    if (isA(node, "Person")) {
      parts.addAll(posts(node));
      if (parts.size() <= MOST) {
        parts.add(first(node, "describedAs"));
      }
    }
    return parts.stream()
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  private String kinds(Node node) {
    String names =
        statements.types(node).stream()
            .filter(type -> type.isURI() && type.getURI().startsWith(Gilan.NS))
            .map(wording::text)
            .sorted()
            .collect(Collectors.joining(" and "));
    return names.isEmpty()
        ? ""
        : names.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + names.substring(1);
  }

  private String specifics(Node node) {
    if (isA(node, "Record")) {
      return by(node, "sender", " from ")
          + by(node, "recipient", " to ")
          + by(node, "issuedBy", " of ");
    }
    if (isA(node, "Utterance")) {
      return by(node, "speaker", " of ");
    }
    if (isA(node, "Agreement")) {
      return by(node, "party", " between ");
    }
    if (isA(node, "Event")) {
      return by(node, "place", " at ");
    }
    return by(node, "within", " in ") + by(node, "inArchive", " in ") + by(node, "inFond", " in ");
  }

  private String by(Node node, String property, String word) {
    List<String> names = names(node, property);
    if (names.isEmpty()) {
      return "";
    }
    List<String> shown = names.subList(0, Math.min(MOST, names.size()));
    return word + String.join(" and ", shown) + (names.size() > MOST ? " and others" : "");
  }

  private List<String> names(Node node, String property) {
    return objects(node, property).map(wording::text).sorted().toList();
  }

  private String first(Node node, String property) {
    return names(node, property).stream().findFirst().orElse("");
  }

  private List<String> posts(Node person) {
    return graph.stream(Node.ANY, Gilan.term("holder"), person)
        .map(Triple::getSubject)
        .sorted(
            Comparator.comparing((Node tenure) -> Dating.of(graph, tenure))
                .thenComparing(tenure -> tenure.toString()))
        .flatMap(
            tenure ->
                objects(tenure, "post")
                    .sorted(Comparator.comparing(Node::toString))
                    .limit(1)
                    .map(post -> held(tenure, post)))
        .distinct()
        .limit(MOST)
        .toList();
  }

  private String held(Node tenure, Node post) {
    return wording.text(post) + Dating.of(graph, tenure).inBrackets();
  }

  private Stream<Node> objects(Node node, String property) {
    return graph.stream(node, Gilan.term(property), Node.ANY).map(Triple::getObject);
  }

  private boolean isA(Node node, String type) {
    return statements.isA(node, type);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.gilan.claim.DateWords;
import org.gilan.vocab.Gilan;

/** A document as a bibliography names it. */
final class Bibliography {
  private Bibliography() {}

  /** {@return author, title, where it appeared, when, which pages} */
  static String of(Graph graph, LinkedWording wording, Node document) {
    return Stream.of(
            names(graph, wording, document, DCTerms.creator.asNode()),
            quoted(names(graph, wording, document, DCTerms.title.asNode())),
            names(graph, wording, document, DCTerms.isPartOf.asNode()),
            date(names(graph, wording, document, DCTerms.issued.asNode())),
            date(names(graph, wording, document, Gilan.term("published"))),
            names(graph, wording, document, Gilan.term("pages")))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** {@return what the editors say of the text; empty when nothing} */
  static String note(Graph graph, Node document) {
    return graph.stream(document, SKOS.editorialNote.asNode(), Node.ANY)
        .map(triple -> triple.getObject().getLiteralLexicalForm())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String names(Graph graph, LinkedWording wording, Node document, Node property) {
    return graph.stream(document, property, Node.ANY)
        .map(Triple::getObject)
        .map(wording::text)
        .sorted()
        .collect(Collectors.joining(" and "));
  }

  private static String quoted(String title) {
    return title.isEmpty() ? "" : "“" + title.replaceAll("\"([^\"]*)\"", "‘$1’") + "”";
  }

  private static String date(String date) {
    return DateWords.of(date).orElse(date);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import static java.util.stream.Collectors.joining;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.gilan.claim.Claim;
import org.gilan.graph.Assembly;
import org.gilan.vocab.Gilan;

/**
 * Says from what stands around a name whether it means the thing there. A body's short name
 * followed by the name of a body that it was no organ of means another («the Politburo … of the
 * C.C. of Azerbaijan»), the words of a work's title name the work, not what they are about, and
 * where a book was printed is a place, not the government that sat there.
 */
final class MentionContext {
  private static final Node TITLE = Gilan.term("title");
  private static final Node WORK = Gilan.term("Work");

  /** What may stand between a body's name and that of the body it belongs to. */
  private static final Pattern OF =
      Pattern.compile(
          "(?:\\s+and\\s+(?:the\\s+)?\\p{Lu}[\\w-]*(?:\\s+\\p{Lu}[\\w-]*)*)?\\s+of\\s+(?:the\\s+)?");

  /** What stands between two bodies of one owner, named once behind both. */
  private static final Pattern AND = Pattern.compile("\\s+and\\s+(?:the\\s+)?");

  private static final List<Node> BELONGING =
      List.of(Gilan.term("organOf"), Gilan.term("subordinateTo"), Gilan.term("governmentOf"));

  private final Graph graph;
  private final Reading reading;
  private final List<Mention> mentions;
  private final List<Span> titles;

  /**
   * Prepares to judge the mentions of a text.
   *
   * @param assembly knows the bodies and the titles
   * @param reading the text
   * @param mentions the mentions, in order
   */
  MentionContext(Assembly assembly, Reading reading, List<Mention> mentions) {
    this.graph = assembly.graph().dataset().getDefaultGraph();
    this.reading = reading;
    this.mentions = mentions;
    this.titles =
        assembly.claims().stream()
            .filter(claim -> claim.triple().getPredicate().equals(TITLE))
            .filter(claim -> isA(claim.triple().getSubject(), WORK))
            .flatMap(claim -> titles(claim).stream())
            .toList();
  }

  /** {@return the mentions that mean what they name} */
  List<Mention> meant() {
    return mentions.stream().filter(m -> !isOfAnother(m) && !isInTitle(m)).toList();
  }

  private boolean isA(Node thing, Node type) {
    return graph.contains(thing, RDF.type.asNode(), type);
  }

  /** Where the words of a title stand in the passages that give it, whatever the line breaks. */
  private List<Span> titles(Claim claim) {
    String words = claim.triple().getObject().getLiteralLexicalForm();
    Matcher m =
        Pattern.compile(Stream.of(words.split("\\s+")).map(Pattern::quote).collect(joining("\\s+")))
            .matcher(reading.text());
    return m.results()
        .map(r -> new Span(r.start(), r.end()))
        .filter(span -> claim.passages().stream().anyMatch(p -> p.overlaps(reading.passage(span))))
        .toList();
  }

  private boolean isInTitle(Mention mention) {
    return mention.things().stream().noneMatch(thing -> isA(thing, WORK))
        && titles.stream().anyMatch(title -> title.overlaps(mention.span()));
  }

  private boolean isOfAnother(Mention mention) {
    Set<Node> owners = owners(mention.thing());
    if (owners.isEmpty()) {
      return false;
    }
    boolean owned =
        following(mention, OF)
            .anyMatch(next -> !owners.contains(next.thing()) && !owners(next.thing()).isEmpty());
    boolean beside =
        !words(mention).contains(" ")
            && following(mention, AND)
                .filter(next -> words(next).contains(" of "))
                .anyMatch(next -> Collections.disjoint(owners, owners(next.thing())));
    return owned || beside;
  }

  /** The unambiguous mention of another thing that begins where a pattern ends, if one does. */
  private Stream<Mention> following(Mention mention, Pattern between) {
    Matcher m = between.matcher(reading.text());
    m.region(mention.span().end(), reading.text().length());
    return m.lookingAt()
        ? mentions.stream()
            .filter(next -> next.span().begin() == m.end() && !next.isAmbiguous())
            .filter(next -> !next.thing().equals(mention.thing()))
        : Stream.empty();
  }

  private String words(Mention mention) {
    return reading.text().substring(mention.span().begin(), mention.span().end());
  }

  /** All that a body belongs to; nothing for what is no organ. */
  private Set<Node> owners(Node body) {
    Set<Node> owners = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>(List.of(body));
    while (!open.isEmpty()) {
      Node next = open.remove();
      BELONGING.stream()
          .flatMap(property -> graph.stream(next, property, null))
          .map(Triple::getObject)
          .filter(owners::add)
          .forEach(open::add);
    }
    return owners;
  }
}

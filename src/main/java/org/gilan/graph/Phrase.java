// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.gilan.vocab.Gilan;

/**
 * The pattern by which a property is read aloud, as {@code gilan:phrase} gives it: {@code {s}} and
 * {@code {o}} stand for subject and object, {@code {was}}, {@code {is}}, {@code {has}} for a verb
 * that agrees with the subject. {@code {o:on}} says a date as the time of something, {@code
 * {o:sheets}} and {@code {o:pages}} say "sheet 3" or "sheets 3–4", {@code {o:unit}} says a number
 * with the unit of its figure. A phrase that begins with {@code [Class]} is for subjects of that
 * class only.
 *
 * @param of the class of the subjects; empty for any
 * @param pattern the pattern as written
 * @param parts the pattern cut into parts
 */
record Phrase(Optional<Node> of, String pattern, List<Part> parts) {
  /** What a part of a pattern stands for. */
  enum Kind {
    WORDS,
    VERB,
    SUBJECT,
    OBJECT
  }

  /**
   * A part of a pattern.
   *
   * @param kind what it stands for
   * @param text the words; of a verb the singular
   * @param form of a verb the plural; of an object the form in which it is said
   */
  record Part(Kind kind, String text, String form) {}

  private static final Map<String, String> PLURAL =
      Map.of("is", "are", "was", "were", "has", "have", "says", "say");
  private static final Map<Node, String> FOREIGN =
      Map.of(
          RDFS.label.asNode(),
          "{s} {is} called {o}",
          SKOS.altLabel.asNode(),
          "{s} {is} also called “{o}”",
          NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom"),
          "{s} draws on {o}");
  private static final Pattern CLASS = Pattern.compile("\\[(\\w+)] (.*)");
  private static final Pattern HOLE =
      Pattern.compile("\\{(?:(s)|o(?::(on|sheets|pages|unit))?|(is|was|has|says))}");

  /**
   * Reads a pattern.
   *
   * @param text the value of {@code gilan:phrase}
   * @return the phrase
   */
  static Phrase of(String text) {
    Matcher type = CLASS.matcher(text);
    boolean narrow = type.matches();
    String pattern = narrow ? type.group(2) : text;
    List<Part> parts = new ArrayList<>();
    Matcher hole = HOLE.matcher(pattern);
    int end = 0;
    while (hole.find()) {
      words(pattern.substring(end, hole.start()), parts);
      end = hole.end();
      if (hole.group(1) != null) {
        parts.add(new Part(Kind.SUBJECT, "", ""));
      } else if (hole.group(3) != null) {
        parts.add(new Part(Kind.VERB, hole.group(3), PLURAL.get(hole.group(3))));
      } else {
        parts.add(new Part(Kind.OBJECT, "", hole.group(2) == null ? "" : hole.group(2)));
      }
    }
    words(pattern.substring(end), parts);
    return new Phrase(
        narrow ? Optional.of(Gilan.term(type.group(1))) : Optional.empty(), text, parts);
  }

  private static void words(String words, List<Part> parts) {
    if (!words.isEmpty()) {
      parts.add(new Part(Kind.WORDS, words, ""));
    }
  }

  /** {@return the phrase of a property of another vocabulary that we have a phrase for} */
  static Optional<Phrase> ofForeign(Node property) {
    return Optional.ofNullable(FOREIGN.get(property)).map(Phrase::of);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.gilan.claim.Claim;
import org.gilan.claim.DateRange;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;
import org.gilan.graph.Assembly;
import org.gilan.vocab.Gilan;

/**
 * Names of things. One in another language than English has its ground; it begins with a capital,
 * or with « where the words of others are the name; and what bears a year in its name has a date.
 */
final class NameCheck {
  private static final String RULE = "name";
  private static final Node LABEL = RDFS.label.asNode();
  private static final Node TYPE = RDF.type.asNode();
  private static final Node NAME_BASIS = Gilan.term("nameBasis");
  private static final Node UNIT = Gilan.term("Unit");
  private static final Set<String> ELSEWHERE = Set.of("fa", "az", "ru");
  private static final Set<Node> NAMES = Set.of(SKOS.altLabel.asNode(), Gilan.spelling);
  private static final Pattern YEAR =
      Pattern.compile("(?<![\\d/.])(?:1[6-9]|20)\\d\\d(?![\\d/.]\\d)");

  /** What happened, lasted, was concluded, written or counted; people and words outlive a year. */
  private static final List<Node> DATED =
      Stream.of("Event", "Situation", "Agreement", "Record", "Work", "Figure")
          .map(Gilan::term)
          .toList();

  private static final List<Node> DATES =
      List.of(Gilan.earliest, Gilan.latest, Gilan.begunBy, Gilan.enduredTo);

  private final Assembly assembly;
  private final Graph graph;
  private final Set<String> used = new HashSet<>();
  private final Set<Node> claimedDates = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  NameCheck(Assembly assembly) {
    this.assembly = assembly;
    this.graph = assembly.graph().dataset().getDefaultGraph();
  }

  List<Finding> findings() {
    for (Claim claim : assembly.claims()) {
      Triple t = claim.triple();
      if (NAMES.contains(t.getPredicate()) && t.getObject().isLiteral()) {
        used.add(t.getSubject() + " " + t.getObject().getLiteralLexicalForm());
      } else if (DateRange.isDate(t.getObject())) {
        claimedDates.add(t.getSubject());
      }
    }
    for (Map.Entry<Triple, Position> e : assembly.sources().data().entrySet()) {
      Triple t = e.getKey();
      if (t.getPredicate().equals(LABEL)
          && t.getObject().isLiteral()
          && t.getSubject().isURI()
          && t.getSubject().getURI().startsWith(Gilan.ID)) {
        check(t.getSubject(), t.getObject(), e.getValue());
      }
    }
    return findings;
  }

  private void check(Node thing, Node name, Position position) {
    String text = name.getLiteralLexicalForm();
    if (!isGrounded(thing, name)) {
      add(
          position,
          "say where the name «%s» is from: gilan:nameBasis \"%s (%s): where it was found\", or"
              + " claim it with gilan:spelling where a document uses it",
          text,
          text,
          name.getLiteralLanguage());
    }
    if (!begins(text) && !graph.contains(thing, TYPE, UNIT)) {
      add(position, "the name «%s» begins with neither a capital, a number nor «", text);
    }
    if (YEAR.matcher(text.replaceAll("«[^»]*»", "")).find() && !isDated(thing)) {
      add(position, "«%s» names a year but has no date; write it, or what it follows from", text);
    }
  }

  private boolean isGrounded(Node thing, Node name) {
    String text = name.getLiteralLexicalForm();
    String language = name.getLiteralLanguage();
    String beginning = text + " (" + language + ")";
    return !ELSEWHERE.contains(language)
        || used.contains(thing + " " + text)
        || graph.stream(thing, NAME_BASIS, null)
            .anyMatch(t -> t.getObject().getLiteralLexicalForm().startsWith(beginning));
  }

  private static boolean begins(String text) {
    int first = text.codePointAt(0);
    return first == '«'
        || Character.isDigit(first)
        || Character.isLetter(first) && !Character.isLowerCase(first);
  }

  private boolean isDated(Node thing) {
    return claimedDates.contains(thing)
        || DATED.stream().noneMatch(type -> graph.contains(thing, TYPE, type))
        || DATES.stream().anyMatch(bound -> graph.contains(thing, bound, Node.ANY));
  }

  private void add(Position position, String message, Object... words) {
    findings.add(new Finding(position, String.format(message, words), RULE));
  }
}

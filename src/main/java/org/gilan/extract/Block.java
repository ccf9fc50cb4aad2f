// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

/**
 * One subject of a draft with its statements, written in the house style. A doubtful statement is a
 * comment that becomes Turtle when its {@code # ?} is deleted.
 */
final class Block {
  /** What a doubtful line begins with. */
  static final String DOUBT = "# ?";

  private record Line(String text, boolean sure) {}

  private final String subject;
  private final List<Line> head = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private String remark = "";
  private boolean commented;

  /** Begins a block about a subject, written as Turtle. */
  Block(String subject) {
    this.subject = subject;
  }

  /** {@return a passage as Turtle writes it, relative to the base} */
  static String iri(Passage passage) {
    return "<" + passage.iri().substring(Gilan.BASE.length()) + ">";
  }

  /** {@return a thing as Turtle writes it} */
  static String id(String iri) {
    return "id:" + iri.substring(Gilan.ID.length());
  }

  /** {@return a literal as Turtle writes it} */
  static String text(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + '"';
  }

  /** Says of the subject what needs no claim; these lines keep their order. */
  Block says(String statement) {
    head.add(new Line(statement, true));
    return this;
  }

  Block doubts(String statement) {
    head.add(new Line(statement, false));
    return this;
  }

  /** Says of the subject what a passage states; these lines are ordered by property. */
  Block claims(String property, String object, Passage passage, boolean sure) {
    String claim = "{| prov:wasDerivedFrom " + iri(passage) + " |}";
    Line line = new Line(property + " " + object + " " + claim, sure);
    if (!lines.contains(line)) {
      lines.add(line);
    }
    return this;
  }

  /** Puts the whole block into comments, because it could not stand as it is. */
  Block withhold(String why) {
    commented = true;
    remark = why;
    return this;
  }

  boolean hasSure(String property) {
    return lines.stream().anyMatch(l -> l.sure() && l.text().startsWith(property + " "));
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(remark.isEmpty() ? "" : "# " + remark + "\n");
    String mark = commented ? DOUBT + " " : "";
    out.append(mark).append(subject).append('\n');
    lines.sort(Comparator.comparing(Line::text));
    for (List<Line> part : List.of(head, lines)) {
      for (Line line : part) {
        out.append(line.sure() ? mark : DOUBT + " ")
            .append("  ")
            .append(line.text())
            .append(" ;\n");
      }
    }
    return out.append(mark).append(".\n").toString();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.claim;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/**
 * The first and the last day that a date allows.
 *
 * @param earliest the first day
 * @param latest the last day, not before the first
 */
public record DateRange(LocalDate earliest, LocalDate latest) {
  /** The datatype of dates in the Extended Date/Time Format. */
  public static final String EDTF = "http://id.loc.gov/datatypes/edtf/EDTF";

  /**
   * {@return whether a literal says it is a date, well formed or not}
   *
   * @param literal any node
   */
  public static boolean isDate(Node literal) {
    return literal.isLiteral()
        && (EDTF.equals(literal.getLiteralDatatypeURI())
            || XSDDatatype.XSDdate.getURI().equals(literal.getLiteralDatatypeURI()));
  }

  /**
   * {@return the days that a date literal allows; nothing for another literal or a malformed date}
   *
   * @param literal an {@code xsd:date} or an EDTF date
   */
  public static Optional<DateRange> of(Node literal) {
    return isDate(literal)
        ? Edtf.parse(literal.getLiteralLexicalForm()).map(Edtf::range)
        : Optional.empty();
  }

  /**
   * {@return what is wrong with a date literal; nothing when it is well written}
   *
   * @param literal an {@code xsd:date} or an EDTF date
   */
  public static Optional<String> fault(Node literal) {
    String text = literal.getLiteralLexicalForm();
    boolean exact = XSDDatatype.XSDdate.getURI().equals(literal.getLiteralDatatypeURI());
    try {
      boolean day = Edtf.read(text).isDay();
      if (day == exact) {
        return Optional.empty();
      }
      return Optional.of(day ? "a single day is an xsd:date" : "not a single day; write edtf:EDTF");
    } catch (DateTimeException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * {@return whether the two have a day in common, so that both dates can hold}
   *
   * @param other another range
   */
  public boolean meets(DateRange other) {
    return !earliest.isAfter(other.latest) && !other.earliest.isAfter(latest);
  }

  /**
   * {@return whether every day of the other is one of these}
   *
   * @param other another range
   */
  public boolean contains(DateRange other) {
    return !earliest.isAfter(other.earliest) && !latest.isBefore(other.latest);
  }

  /**
   * {@return the days that both allow; when there are none, all days from the first to the last}
   *
   * @param other another range
   */
  public DateRange sharedOrHull(DateRange other) {
    if (!meets(other)) {
      return hull(other);
    }
    return new DateRange(
        earliest.isAfter(other.earliest) ? earliest : other.earliest,
        latest.isBefore(other.latest) ? latest : other.latest);
  }

  /**
   * {@return all days from the first of both to the last of both}
   *
   * @param other another range
   */
  public DateRange hull(DateRange other) {
    return new DateRange(
        earliest.isBefore(other.earliest) ? earliest : other.earliest,
        latest.isAfter(other.latest) ? latest : other.latest);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.Duration;
import javax.xml.datatype.XMLGregorianCalendar;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.ValueSpace;
import org.apache.jena.sparql.expr.nodevalue.NodeValueSortKey;

/**
 * Where a value stands in the order of ORDER BY, MIN and MAX, SPARQL 1.1 section 15.1: by kind, by
 * value, and among equal values by how they are written. Any two terms have an order, and it has no
 * circles. Jena's has: times with and without a zone stand now by value, now as they are written,
 * and texts that differ in their direction alone have none, either of which ends the query.
 *
 * @param kind unbound, blank nodes, IRIs, texts, numbers and so on
 * @param number of a number, a time or a duration, in seconds
 * @param text of a text, in a language that is asked for perhaps, an IRI or a blank node
 * @param parts of a triple term
 * @param value null for unbound
 */
record SortKey(int kind, BigDecimal number, String text, List<SortKey> parts, NodeValue value)
    implements Comparable<SortKey> {
  private static final SortKey UNBOUND = new SortKey(0, BigDecimal.ZERO, "", List.of(), null);

  private static final BigDecimal DAY = BigDecimal.valueOf(86_400);
  private static final BigDecimal LONGEST_YEAR = DAY.multiply(BigDecimal.valueOf(12 * 31));

  /** The mean of the calendar, 365.2425 days. */
  private static final BigDecimal YEAR = BigDecimal.valueOf(31_556_952);

  private static final BigDecimal MONTH = BigDecimal.valueOf(2_629_746);

  /** Any will do: times are not compared with dates. */
  private static final int SOME_YEAR = 1972;

  /** {@return the key of a value; null is unbound} */
  static SortKey of(NodeValue value) {
    if (value == null) {
      return UNBOUND;
    }
    ValueSpace space = ValueSpace.valueSpace(value);
    int kind = space.comparisonOrder();
    return switch (space) {
      case VSPACE_NUM -> number(kind, value);
      case VSPACE_BOOLEAN ->
          number(kind, value.getBoolean() ? BigDecimal.ONE : BigDecimal.ZERO, value);
      case VSPACE_DATETIME, VSPACE_DATE, VSPACE_TIME ->
          number(kind, seconds(value.getDateTime()), value);
      case VSPACE_DURATION -> number(kind, seconds(value.getDuration()), value);
      case VSPACE_STRING, VSPACE_URI, VSPACE_BLANKNODE -> text(kind, value.asString(), value);
      case VSPACE_LANG -> text(kind, languageAndText(value.asNode()), value);
      case VSPACE_SORTKEY -> text(kind, collated(value.getSortKey()), value);
      case VSPACE_TRIPLE_TERM ->
          new SortKey(kind, BigDecimal.ZERO, "", parts(value.asNode().getTriple()), value);
      default -> text(kind, "", value); // as it is written
    };
  }

  private static SortKey number(int kind, BigDecimal number, NodeValue value) {
    return new SortKey(kind, number, "", List.of(), value);
  }

  private static SortKey text(int kind, String text, NodeValue value) {
    return new SortKey(kind, BigDecimal.ZERO, text, List.of(), value);
  }

  /** A space stands before all that a language tag may have. */
  private static String languageAndText(Node node) {
    return node.getLiteralLanguage().toLowerCase(Locale.ROOT) + ' ' + node.getLiteralLexicalForm();
  }

  /** The bytes of a collation key have the order of its language. */
  private static String collated(NodeValueSortKey key) {
    Locale language = Locale.forLanguageTag(key.getCollation());
    byte[] bytes = Collator.getInstance(language).getCollationKey(key.getString()).toByteArray();
    return language.toLanguageTag() + ' ' + new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static List<SortKey> parts(Triple triple) {
    return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
        .map(node -> of(NodeValue.makeNode(node)))
        .toList();
  }

  /** Exactly, as numbers that are equal as doubles may be none as integers; NaN comes last. */
  private static SortKey number(int kind, NodeValue value) {
    if (value.isInteger()) {
      return number(kind, new BigDecimal(value.getInteger()), value);
    }
    if (value.isDecimal()) {
      return number(kind, value.getDecimal(), value);
    }
    double number = value.isFloat() ? value.getFloat() : value.getDouble();
    if (Double.isNaN(number)) {
      return number(kind + 2, BigDecimal.ZERO, value);
    }
    return Double.isInfinite(number)
        ? number(kind + (number > 0 ? 1 : -1), BigDecimal.ZERO, value)
        : number(kind, new BigDecimal(number), value);
  }

  /** Begins with what is not said, in UTC; months of 31 days put times in the same order. */
  private static BigDecimal seconds(XMLGregorianCalendar time) {
    if (time.getEonAndYear() == null) {
      time.setYear(SOME_YEAR);
    }
    if (time.getMonth() == DatatypeConstants.FIELD_UNDEFINED) {
      time.setMonth(1);
    }
    if (time.getDay() == DatatypeConstants.FIELD_UNDEFINED) {
      time.setDay(1);
    }
    if (time.getHour() == DatatypeConstants.FIELD_UNDEFINED) {
      time.setTime(0, 0, 0);
    }
    if (time.getTimezone() == DatatypeConstants.FIELD_UNDEFINED) {
      time.setTimezone(0);
    }
    XMLGregorianCalendar utc = time.getTimezone() == 0 ? time : time.normalize();
    long days = (utc.getMonth() - 1) * 31L + utc.getDay() - 1;
    long minutes = (days * 24 + utc.getHour()) * 60 + utc.getMinute();
    BigDecimal seconds = BigDecimal.valueOf(minutes * 60 + utc.getSecond());
    BigDecimal fraction = utc.getFractionalSecond();
    return new BigDecimal(utc.getEonAndYear())
        .multiply(LONGEST_YEAR)
        .add(fraction == null ? seconds : seconds.add(fraction));
  }

  private static BigDecimal seconds(Duration span) {
    BigDecimal seconds =
        field(span, DatatypeConstants.YEARS, YEAR)
            .add(field(span, DatatypeConstants.MONTHS, MONTH))
            .add(field(span, DatatypeConstants.DAYS, DAY))
            .add(field(span, DatatypeConstants.HOURS, BigDecimal.valueOf(3600)))
            .add(field(span, DatatypeConstants.MINUTES, BigDecimal.valueOf(60)))
            .add(field(span, DatatypeConstants.SECONDS, BigDecimal.ONE));
    return span.getSign() < 0 ? seconds.negate() : seconds;
  }

  private static BigDecimal field(
      Duration span, DatatypeConstants.Field field, BigDecimal inSeconds) {
    Number number = span.getField(field);
    return number == null ? BigDecimal.ZERO : new BigDecimal(number.toString()).multiply(inSeconds);
  }

  @Override
  public int compareTo(SortKey other) {
    int order = Integer.compare(kind, other.kind);
    if (order == 0) {
      order = number.compareTo(other.number);
    }
    if (order == 0) {
      order = text.compareTo(other.text);
    }
    for (int i = 0; order == 0 && i < parts.size(); i++) {
      order = parts.get(i).compareTo(other.parts.get(i));
    }
    return order != 0 || value == null ? order : written(value.asNode(), other.value.asNode());
  }

  /** {@return the order of two terms as they are written, with type, language and direction} */
  static int written(Node one, Node other) {
    return one.equals(other) ? 0 : one.toString().compareTo(other.toString());
  }
}

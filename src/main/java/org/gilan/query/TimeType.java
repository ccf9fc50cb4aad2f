// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.stream.Stream;
import org.apache.jena.datatypes.DatatypeFormatException;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.datatypes.xsd.impl.XSDAbstractDateTimeType;

/**
 * A type of XSD for times or durations. Jena cannot read those with more digits than an int has,
 * {@code PT99999999999S} or a second with ten decimals, and throws wherever such a literal is met.
 * Here they are terms like all others, without a value that could be compared, RDF 1.1 Concepts
 * section 5.4.
 */
final class TimeType extends XSDAbstractDateTimeType {
  private final XSDDatatype original;

  /** Takes the type of XML Schema 1.0 that this one is, or is a part of. */
  private TimeType(XSDDatatype original, String base) {
    super(base);
    this.original = original;
    this.uri = original.getURI();
  }

  /** Puts these in the place of Jena's, in this whole Java process. */
  static void register() {
    Stream.of(
            "dateTime",
            "date",
            "time",
            "gYear",
            "gYearMonth",
            "gMonthDay",
            "gMonth",
            "gDay",
            "duration")
        .forEach(name -> register(name, name));
    register("dateTimeStamp", "dateTime");
    register("dayTimeDuration", "duration");
    register("yearMonthDuration", "duration");
  }

  private static void register(String name, String base) {
    TypeMapper types = TypeMapper.getInstance();
    if (types.getTypeByName(XSD + "#" + name) instanceof XSDDatatype original) {
      types.registerDatatype(new TimeType(original, base));
    }
  }

  @Override
  public Object parse(String text) {
    try {
      return original.parse(text);
    } catch (NumberFormatException e) {
      throw new DatatypeFormatException(text, original, "has too many digits");
    }
  }

  @Override
  public Object parseValidated(String text) {
    return original.parseValidated(text);
  }

  @Override
  public String unparse(Object value) {
    return original.unparse(value);
  }
}

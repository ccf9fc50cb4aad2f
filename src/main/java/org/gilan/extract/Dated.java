// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

/**
 * A date where it stands in the text.
 *
 * @param span where
 * @param edtf the date, in the Extended Date/Time Format
 * @param carried whether the year is not stated there but taken from the date before
 */
record Dated(Span span, String edtf, boolean carried) {
  private static final int LENGTH_OF_DAY = 10;

  /** {@return whether the date is a single day, which the graph writes as {@code xsd:date}} */
  boolean isDay() {
    return edtf.length() == LENGTH_OF_DAY && edtf.matches("[0-9-]+");
  }

  /** {@return the date as a Turtle literal} */
  String literal() {
    return '"' + edtf + '"' + (isDay() ? "^^xsd:date" : "^^edtf:EDTF");
  }

  Part part() {
    return new Part(edtf, span, !carried);
  }
}

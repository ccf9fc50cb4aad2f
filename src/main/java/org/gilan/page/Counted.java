// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

/** Says how many there are. */
final class Counted {
  private Counted() {}

  /** {@return a number with its noun: "no letters", "1 letter", "2 letters"} */
  static String of(long number, String one, String many) {
    return (number == 0 ? "no" : Long.toString(number)) + " " + (number == 1 ? one : many);
  }

  /** {@return the same at the beginning of a heading} */
  static String first(long number, String one, String many) {
    String text = of(number, one, many);
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

/**
 * One value read from the text, with where it stands.
 *
 * @param value the value, for instance an EDTF date, a number or the IRI of a thing
 * @param span where the text says so
 * @param sure whether the text says so plainly; false when it is damaged or the value was guessed
 */
record Part(String value, Span span, boolean sure) {

  /** {@return the same value from the same place, no longer sure} */
  Part doubtful() {
    return new Part(value, span, false);
  }
}

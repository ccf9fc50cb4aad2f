// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

/**
 * A printed work as a note cites it. A part that the note does not give is null.
 *
 * @param author the author as printed
 * @param title the title as printed
 * @param place the place of publication as printed
 * @param year the year
 * @param pages the pages
 * @param earlier the fuller citation that this one repeats; null when this is the first
 */
record Publication(
    Part author, Part title, Part place, Part year, Part pages, Publication earlier) {

  /** {@return the first citation of the work, which may be this one} */
  Publication first() {
    return earlier == null ? this : earlier.first();
  }
}

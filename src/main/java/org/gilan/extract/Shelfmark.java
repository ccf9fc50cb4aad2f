// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a record lies. A part that the note does not give, or that nobody can read, is null.
 *
 * @param archive the IRI of the archive, when its name is known
 * @param fond the number of the fond or record group
 * @param inventory the number of the inventory
 * @param file the number of the file
 * @param sheets the sheets
 * @param span from the archive's name to the sheets
 */
record Shelfmark(Part archive, Part fond, Part inventory, Part file, Part sheets, Span span) {

  /** {@return archive, fond, inventory and file as one word by which places are compared} */
  String key() {
    return key(value(archive), value(fond), value(inventory), value(file));
  }

  /** {@return the key of a place by its parts; a part may be null} */
  static String key(String archive, String fond, String inventory, String file) {
    return Stream.of(archive, fond, inventory, file)
        .map(part -> part == null ? "" : latin(part))
        .collect(Collectors.joining(" "));
  }

  /** Numbers of inventories have letters that look alike in both scripts: 2c and 2с. */
  private static String latin(String part) {
    return part.toLowerCase(Locale.ROOT)
        .replace('а', 'a')
        .replace('в', 'b')
        .replace('с', 'c')
        .replace('е', 'e')
        .replace('о', 'o')
        .replace('р', 'p');
  }

  /** {@return whether the archive is known and nothing in the numbers is damaged} */
  boolean isSure() {
    return archive != null
        && Stream.of(archive, fond, inventory, file).allMatch(part -> part == null || part.sure());
  }

  private static String value(Part part) {
    return part == null ? null : part.value();
  }
}

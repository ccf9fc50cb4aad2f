// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;

/**
 * An event, a decision or a letter, as the views show it.
 *
 * @param layer what it is among
 * @param name its name, with its link
 * @param kind its most exact kinds, in words
 * @param people who had to do with it, bodies too
 * @param places where it was, or what place it is about
 * @param documents which sources say something of it, by their short names
 * @param dates when it was, by everybody who says so; none when nobody does
 */
record Thing(
    Layer layer,
    Term name,
    String kind,
    List<Term> people,
    List<Term> places,
    List<Term> documents,
    List<When> dates) {
  /** {@return the last part of its address, which tells it from all others} */
  String key() {
    return key(name);
  }

  /** {@return the last part of a thing's address} */
  static String key(Term name) {
    return name.href() == null
        ? name.text()
        : name.href().substring(name.href().lastIndexOf('/') + 1);
  }

  /** {@return whether a list of names has one with this key; any, when the key is empty} */
  static boolean among(List<Term> names, String key) {
    return key.isEmpty() || names.stream().anyMatch(name -> key(name).equals(key));
  }
}

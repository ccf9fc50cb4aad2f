// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A list to choose one value from, in a form of a view.
 *
 * @param name of the parameter
 * @param label above the list
 * @param options what can be chosen, by name
 */
record Filter(String name, String label, List<Option> options) {
  /** One value and how many things have it. */
  record Option(String value, String text, long number, boolean selected) {}

  /**
   * {@return the filter that offers these values}
   *
   * @param values one for each thing that has it
   * @param chosen the key of the value chosen; empty for none
   */
  static Filter of(String name, String label, Stream<Term> values, String chosen) {
    Map<String, Option> found = new TreeMap<>();
    values.forEach(
        value -> {
          String key = Thing.key(value);
          Option known = found.get(key);
          long number = known == null ? 1 : known.number() + 1;
          found.put(key, new Option(key, value.text(), number, key.equals(chosen)));
        });
    return new Filter(
        name,
        label,
        found.values().stream()
            .sorted(Comparator.comparing(Option::text, String.CASE_INSENSITIVE_ORDER))
            .toList());
  }

  /** {@return whether a value is chosen} */
  boolean isSet() {
    return options.stream().anyMatch(Option::selected);
  }
}

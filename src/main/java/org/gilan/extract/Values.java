// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is said of one thing that a note cites, field by field, in a form to be compared. */
final class Values {
  private final Map<Field, Set<String>> values = new EnumMap<>(Field.class);

  /** {@return what the program read of a citation; a guess for want of a word is not counted} */
  static Values of(Citation citation) {
    Values values = new Values();
    if (citation.isWork()) {
      values.add(Field.KIND, "Work");
      values.add(Field.DATE, citation.work().year());
      return values;
    }
    boolean named = citation.kind().sure() || !citation.kind().value().equals("Record");
    if (named) {
      values.add(Field.KIND, citation.kind());
    }
    addAll(values, Field.SENDER, citation.parties().senders());
    addAll(values, Field.RECIPIENT, citation.parties().recipients());
    addAll(values, Field.COPY, citation.parties().copies());
    values.add(Field.DATE, citation.date());
    Shelfmark place = citation.place();
    if (place != null) {
      values.add(Field.SHEETS, place.sheets());
    }
    if (place != null && place.archive() != null) {
      values.add(Field.PLACE, place.key());
    }
    return values;
  }

  private static void addAll(Values values, Field field, List<Part> parts) {
    parts.forEach(part -> values.add(field, part));
  }

  private void add(Field field, Part part) {
    if (part != null) {
      add(field, part.value());
    }
  }

  void add(Field field, String value) {
    values.computeIfAbsent(field, k -> new TreeSet<>()).add(value);
  }

  /** {@return the values of a field; none when nothing is said} */
  Set<String> get(Field field) {
    return values.getOrDefault(field, Set.of());
  }

  /** {@return how many values of a field both have} */
  int common(Values other, Field field) {
    return (int) get(field).stream().filter(other.get(field)::contains).count();
  }

  /** {@return how many values both have in all fields} */
  int common(Values other) {
    int sum = 0;
    for (Field field : Field.values()) {
      sum += common(other, field);
    }
    return sum;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.gilan.vocab.Gilan;

/**
 * How well things agree with the values that a table has of them. Each value that is given is
 * spelled once, however many things there are.
 */
final class Agreement {
  private final Extension table;
  private final List<Wanted> all = new ArrayList<>();

  /** The values of a property, as they are given and in plain letters. */
  private record Wanted(String property, Set<String> texts, Set<String> names) {}

  /**
   * Reads what is wanted.
   *
   * @param table where values are looked up
   * @param properties objects with a property and its value or values
   * @param step is run before each value; what it throws ends this
   */
  Agreement(Extension table, JsonArray properties, Runnable step) {
    this.table = table;
    for (JsonValue property : properties) {
      JsonObject wanted = property.getAsObject();
      JsonValue given = wanted.get("v");
      Wanted read = new Wanted(wanted.getString("pid"), new HashSet<>(), new HashSet<>());
      for (JsonValue value : given.isArray() ? given.getAsArray() : List.of(given)) {
        step.run();
        String text = text(value);
        read.texts().add(text);
        read.names().add(Latin.of(text));
      }
      all.add(read);
    }
  }

  private static String text(JsonValue given) {
    return given.isObject()
        ? given.getAsObject().getString("id")
        : given.isString() ? given.getAsString().value() : given.toString();
  }

  /** {@return whether nothing is wanted} */
  boolean isNone() {
    return all.isEmpty();
  }

  /** {@return how large a part of the properties the thing has with a value that is given} */
  double with(Node thing) {
    long agreeing =
        all.stream()
            .filter(
                wanted ->
                    table.values(thing, wanted.property()).stream()
                        .anyMatch(value -> is(value, wanted)))
            .count();
    return (double) agreeing / all.size();
  }

  private boolean is(Node value, Wanted wanted) {
    return (value.isURI()
            && value.getURI().startsWith(Gilan.ID)
            && wanted.texts().contains(value.getURI().substring(Gilan.ID.length())))
        || (value.isLiteral() && wanted.texts().contains(value.getLiteralLexicalForm()))
        || wanted.names().contains(Latin.of(table.name(value)));
  }
}

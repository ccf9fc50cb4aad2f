// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** What a reader may mean who has typed the beginning of a name, for scripts and programs. */
final class Suggestions {
  private static final int MOST = 8;

  private Suggestions() {}

  /** {@return a JSON array of the best finds: name, what it is, kind, IRI, path from the root} */
  static String of(Names names, String words) {
    JsonArray found = new JsonArray();
    if (!words.isBlank()) {
      names.find(words, null).entries().stream()
          .limit(MOST)
          .forEach(
              entry -> {
                JsonObject thing = new JsonObject();
                thing.put("name", entry.name().text());
                thing.put("description", entry.summary());
                thing.put("kind", entry.group().title());
                thing.put("iri", entry.node().getURI());
                thing.put("path", entry.name().href().substring(1));
                found.add(thing);
              });
    }
    return found.toString();
  }
}

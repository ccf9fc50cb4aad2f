// SPDX-License-Identifier: Apache-2.0
package org.gilan.client;

import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** Takes apart the JSON that the client scripts print. */
final class Answers {
  private Answers() {}

  static List<String> texts(JsonObject answers, String key) {
    return texts(answers.get(key).getAsArray());
  }

  static List<List<String>> rows(JsonObject answers, String key) {
    return answers.get(key).getAsArray().stream().map(row -> texts(row.getAsArray())).toList();
  }

  static int number(JsonObject answers, String key) {
    return answers.get(key).getAsNumber().value().intValue();
  }

  private static List<String> texts(JsonArray array) {
    return array.stream().map(value -> value.getAsString().value()).toList();
  }
}

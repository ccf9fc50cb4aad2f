// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.atlas.json.JsonValue;
import org.gilan.query.Nesting;
import org.gilan.query.QueryLimits;

/** One query of a batch, as a client wrote it; what is wrong in it throws when it is asked for. */
final class ReconciliationQuery {
  private final JsonObject query;

  ReconciliationQuery(JsonValue value) {
    if (!value.isObject() || !value.getAsObject().hasKey("query")) {
      throw new IllegalArgumentException("each query is an object with a query in it");
    }
    this.query = value.getAsObject();
  }

  /** {@return what a client sent, as an object} */
  static JsonObject parse(String text) {
    if (Nesting.hasLongNumber(text)) {
      throw new IllegalArgumentException(
          "a number in it has more than " + QueryLimits.DIGITS + " digits");
    }
    try {
      return JSON.parse(text);
    } catch (JsonParseException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** {@return the name to be matched} */
  String name() {
    return text(query, "query");
  }

  /** {@return the local name of a class; empty for any} */
  String type() {
    if (!query.hasKey("type")) {
      return "";
    }
    JsonValue value = query.get("type");
    // A type is its name, or an object that has it, or a list of which the first counts.
    JsonValue one =
        value.isArray() && !value.getAsArray().isEmpty() ? value.getAsArray().get(0) : value;
    return one.isString()
        ? one.getAsString().value()
        : one.isObject() ? text(one.getAsObject(), "id") : "";
  }

  /** {@return at most how many candidates are wanted} */
  int limit(int usual) {
    return query.hasKey("limit")
        ? (int) Math.max(0, query.get("limit").getAsNumber().value().doubleValue())
        : usual;
  }

  /** {@return the values of properties that a candidate should have} */
  JsonArray properties() {
    return query.hasKey("properties") ? query.get("properties").getAsArray() : new JsonArray();
  }

  private static String text(JsonObject object, String key) {
    return object.get(key).isString() ? object.getString(key) : object.get(key).toString();
  }
}

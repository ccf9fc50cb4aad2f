// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.UrlEncoded;

/** The parameters of an address and of a form that was sent to it, decoded as UTF-8. */
final class Parameters {
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  /** Adds what is written as {@code name=value&…}; 400 when it is not well written. */
  void add(String encoded) {
    if (encoded == null || encoded.isEmpty()) {
      return;
    }
    try {
      UrlEncoded.decodeUtf8To(
          encoded,
          0,
          encoded.length(),
          (name, value) -> values.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value),
          false,
          false,
          false);
    } catch (RuntimeException e) {
      throw Problem.badRequest(
          "The parameters cannot be read",
          "In an address or a form, what is not ASCII is written as %XX, as UTF-8; so is % itself.");
    }
  }

  /** Adds what a form holds. */
  void add(byte[] form) {
    add(new String(form, StandardCharsets.ISO_8859_1));
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** {@return the first value, or null} */
  String first(String name) {
    List<String> all = values.get(name);
    return all == null ? null : all.get(0);
  }

  /** {@return every value; none when it is not given} */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}

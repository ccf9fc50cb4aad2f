// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

/**
 * Other addresses of the dataset. The Fuseki UI looks for it below its own folder and asks for
 * {@code /ui/gilan/sparql}; {@code /sparql} is where {@code https://w3id.org/gilan/sparql} leads,
 * the endpoint as the catalogue in the graph names it; a slash at the end changes nothing.
 */
final class Aliases {
  private static final String UI = "/ui";
  private static final String DATASET = "/gilan";
  private static final String STATUS = "/$/";
  private static final String ENDPOINT = "/sparql";

  private Aliases() {}

  /** {@return the address that a path stands for} */
  static String of(String path) {
    if (path == null) {
      return "/";
    }
    String plain =
        path.startsWith(UI + DATASET) || path.startsWith(UI + STATUS)
            ? path.substring(UI.length())
            : path;
    if (plain.equals(ENDPOINT) || plain.equals(ENDPOINT + "/")) {
      return DATASET + ENDPOINT;
    }
    return plain.startsWith(DATASET) && plain.endsWith("/")
        ? plain.substring(0, plain.length() - 1)
        : plain;
  }
}

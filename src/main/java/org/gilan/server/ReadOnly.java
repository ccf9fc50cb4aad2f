// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.util.Set;

/** Tells those who ask to write, in any of the ways in which one can, that nobody can. */
final class ReadOnly {
  private static final String DATASET = "/gilan";
  private static final Set<String> QUERY = Set.of(DATASET, "/gilan/sparql", "/gilan/query");
  private static final Set<String> WRITE = Set.of("/gilan/update", "/gilan/upload", "/gilan/patch");

  private ReadOnly() {}

  /** Throws if a request asks to write. */
  static void check(Exchange exchange) {
    if (exchange.path().startsWith(DATASET)
        && !exchange.method().equals("OPTIONS")
        && isUpdate(exchange)) {
      throw new Problem(
          403,
          "Gilan is read only",
          "There is no update and no upload here. The graph is edited as text files in its"
              + " repository.");
    }
  }

  private static boolean isUpdate(Exchange exchange) {
    return WRITE.contains(exchange.path())
        || exchange.parameters().has("update")
        || exchange.bodyType().equals("application/sparql-update")
        || isUpload(exchange);
  }

  /** {@return whether a request adds to a graph, as the graph store protocol has it} */
  private static boolean isUpload(Exchange exchange) {
    if (!exchange.method().equals("POST") || !QUERY.contains(exchange.path())) {
      return false;
    }
    boolean asks =
        switch (exchange.bodyType()) {
          case "", "application/sparql-query", "application/x-www-form-urlencoded" -> true;
          default -> false;
        };
    return exchange.parameters().has("graph")
        || exchange.parameters().has("default")
        || exchange.path().equals(DATASET) && !asks;
  }
}

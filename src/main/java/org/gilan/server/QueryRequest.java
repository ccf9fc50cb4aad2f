// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.time.Duration;
import java.util.List;
import org.gilan.query.QueryLimits;

/**
 * A query as the SPARQL 1.1 Protocol sends it, section 2.1.
 *
 * @param text the query
 * @param defaultGraphs what {@code default-graph-uri} names
 * @param namedGraphs what {@code named-graph-uri} names
 * @param timeout the longest that the client will wait; very long when it does not say
 */
record QueryRequest(
    String text, List<String> defaultGraphs, List<String> namedGraphs, Duration timeout) {
  private static final Duration UNLIMITED = Duration.ofDays(1);
  private static final String QUERY = "query";

  static QueryRequest of(Exchange exchange) {
    List<String> defaultGraphs = exchange.parameters().all("default-graph-uri");
    List<String> namedGraphs = exchange.parameters().all("named-graph-uri");
    if (defaultGraphs.size() + namedGraphs.size() > QueryLimits.GRAPHS) {
      throw Problem.badRequest(
          "More than " + QueryLimits.GRAPHS + " graphs are named", "Name fewer, or none for all.");
    }
    return new QueryRequest(query(exchange), defaultGraphs, namedGraphs, timeout(exchange));
  }

  /** {@return a query to all that there is} */
  static QueryRequest of(String text) {
    return new QueryRequest(text, List.of(), List.of(), UNLIMITED);
  }

  /** {@return the same, of whose time so much is spent: on its planning} */
  QueryRequest after(Duration spent) {
    Duration left = timeout.minus(spent);
    return new QueryRequest(
        text, defaultGraphs, namedGraphs, left.isNegative() ? Duration.ZERO : left);
  }

  private static String query(Exchange exchange) {
    List<String> queries = exchange.parameters().all(QUERY);
    if (exchange.method().equals("POST")
        && exchange.bodyType().equals("application/sparql-query")) {
      if (!queries.isEmpty()) {
        throw Problem.badRequest(
            "There is a query in the address and another in the body", "Send one of them.");
      }
      exchange.requireUtf8("A query");
      return required(exchange.text("The query"));
    }
    if (exchange.method().equals("POST")
        && !exchange.bodyType().isEmpty()
        && !exchange.bodyType().equals("application/x-www-form-urlencoded")) {
      throw new Problem(
          415,
          "A query is not sent as " + exchange.bodyType(),
          "Send it as application/sparql-query or as a form, query=….");
    }
    if (queries.size() > 1) {
      throw Problem.badRequest("There are " + queries.size() + " queries", "Send one of them.");
    }
    return required(queries.isEmpty() ? "" : queries.get(0));
  }

  private static String required(String query) {
    if (query.isBlank()) {
      throw Problem.badRequest("There is no query", "Ask with ?query=…, or send one by POST.");
    }
    return query;
  }

  /** {@return the time that is asked for, {@code ?timeout=}; 0 and nothing mean that none is} */
  static Duration timeout(Exchange exchange) {
    String seconds = exchange.parameter("timeout");
    if (seconds == null || seconds.isBlank()) {
      return UNLIMITED;
    }
    if (!seconds.matches("\\d{1,6}(\\.\\d{1,3})?")) {
      throw Problem.badRequest(
          "The timeout cannot be read", "It is a number of seconds, for instance timeout=2.5.");
    }
    long millis = Math.round(Double.parseDouble(seconds) * 1000);
    return millis == 0 ? UNLIMITED : Duration.ofMillis(millis);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.util.function.Function;
import org.apache.jena.query.QueryException;
import org.gilan.format.ResultFormat;
import org.gilan.page.Reconciliation;
import org.gilan.query.Capacity;

/** The Reconciliation Service API, for OpenRefine and its kin, by GET and by forms. */
final class ReconcileRoute implements Route {
  private static final String ROOT = "/reconcile";
  private static final String SUGGEST = ROOT + "/suggest/";

  /** A preview stands in a frame of the client's page. */
  private static final String FRAMED =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

  private final Reconciliation reconciliation;
  private final Capacity capacity;

  ReconcileRoute(Reconciliation reconciliation, Capacity capacity) {
    this.reconciliation = reconciliation;
    this.capacity = capacity;
  }

  /** {@return the addresses answered} */
  static String[] paths() {
    return new String[] {
      ROOT, SUGGEST, ROOT + "/properties", ROOT + "/preview",
    };
  }

  @Override
  public void answer(Exchange exchange) {
    exchange.run(capacity, work -> answer(exchange, reconciliation.within(work)));
  }

  private static void answer(Exchange exchange, Reconciliation reconciliation) {
    String path = exchange.path();
    if (path.equals(ROOT)) {
      service(exchange, reconciliation);
    } else if (path.startsWith(SUGGEST)) {
      suggest(exchange, reconciliation, path.substring(SUGGEST.length()));
    } else if (path.endsWith("/properties")) {
      json(exchange, reconciliation.properties(exchange.value("type"), exchange.value("limit")));
    } else {
      preview(exchange, reconciliation);
    }
  }

  private static void service(Exchange exchange, Reconciliation reconciliation) {
    if (exchange.parameters().has("queries")) {
      json(exchange, asked(exchange, "queries", reconciliation::match));
    } else if (exchange.parameters().has("extend")) {
      json(exchange, asked(exchange, "extend", reconciliation::extend));
    } else {
      json(exchange, reconciliation.manifest(exchange.host()));
    }
  }

  private static String asked(
      Exchange exchange, String parameter, Function<String, String> answer) {
    try {
      return answer.apply(exchange.parameter(parameter));
    } catch (QueryException e) { // nothing that the client wrote
      throw e;
    } catch (RuntimeException e) { // whatever else than what the API says may be in the JSON
      throw Problem.badRequest(
          "The parameter " + parameter + " cannot be read", String.valueOf(e.getMessage()));
    }
  }

  private static void suggest(Exchange exchange, Reconciliation reconciliation, String kind) {
    json(
        exchange,
        reconciliation
            .suggest(kind, exchange.value("prefix"))
            .orElseThrow(
                () ->
                    new Problem(
                        404, "There is nothing to suggest", "There are entity, type, property.")));
  }

  private static void preview(Exchange exchange, Reconciliation reconciliation) {
    String id = exchange.value("id");
    String page =
        reconciliation
            .preview(id)
            .orElseThrow(
                () -> new Problem(404, "There is no " + id, "An id is the last part of an IRI."));
    exchange.reply().header("Content-Security-Policy", FRAMED);
    exchange.reply().tagged(ResultFormat.HTML.contentType(), page);
  }

  private static void json(Exchange exchange, String answer) {
    exchange.reply().tagged("application/json; charset=utf-8", answer);
  }
}

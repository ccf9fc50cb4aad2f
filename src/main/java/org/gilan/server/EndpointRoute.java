// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import org.gilan.format.ResultFormat;
import org.gilan.page.UiLinks;

/**
 * Tells apart what is asked at the addresses of the dataset: a query, a graph, or nothing. Who asks
 * nothing sees the editor in a browser, and else a description of the service.
 */
final class EndpointRoute implements Route {
  private static final String DATASET = "/gilan";

  private final Route query;
  private final Route graphs;
  private final Route description;

  EndpointRoute(Route query, Route graphs, Route description) {
    this.query = query;
    this.graphs = graphs;
    this.description = description;
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    boolean isGet = !exchange.method().equals("POST");
    if (isGet && exchange.parameters().isEmpty()) {
      nothing(exchange);
    } else if (isGet && exchange.path().equals(DATASET) && !exchange.parameters().has("query")) {
      graphs.answer(exchange);
    } else {
      query.answer(exchange);
    }
  }

  private void nothing(Exchange exchange) throws IOException {
    exchange.reply().varyByAccept();
    if (exchange.accepted().prefersHtml(ResultFormat.OF_GRAPHS)) {
      exchange.reply().redirect(303, UiLinks.editor());
    } else if (exchange.path().equals(DATASET)) {
      graphs.answer(exchange);
    } else {
      description.answer(exchange);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gilan.format.Choice;
import org.gilan.format.ResultFormat;
import org.gilan.page.Addresses;
import org.gilan.page.Pages;
import org.gilan.page.Views;

/**
 * The answer to a question of the catalogue under an address of its own in each format, such as
 * {@code /query/correspondence.csv}; as a network too, where it is one. Everything else below
 * {@code /query/} is a page.
 */
final class AnswerRoute implements Route {
  private static final List<ResultFormat> OFFERED =
      List.of(ResultFormat.CSV, ResultFormat.TSV, ResultFormat.JSON, ResultFormat.XML);

  private static final String NETWORK = ".graphml";

  private final Pages pages;
  private final Views views;
  private final QueryRoute query;
  private final Route page;

  AnswerRoute(Pages pages, Views views, QueryRoute query, Route page) {
    this.pages = pages;
    this.views = views;
    this.query = query;
    this.page = page;
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    String path = exchange.path();
    if (path.endsWith(NETWORK)) {
      network(exchange, question(exchange, NETWORK));
      return;
    }
    Optional<ResultFormat> format =
        OFFERED.stream()
            .filter(f -> path.endsWith("." + f.extension()))
            .filter(f -> !path.endsWith("." + ResultFormat.CSL_JSON.extension()))
            .findFirst();
    if (format.isPresent()) {
      query.answer(
          exchange,
          question(exchange, "." + format.get().extension()),
          new Choice(format.get(), format.get().type()));
    } else {
      page.answer(exchange);
    }
  }

  private String question(Exchange exchange, String extension) {
    String path = exchange.path();
    String iri = Addresses.iri(path.substring(0, path.length() - extension.length()));
    return pages
        .sparql(iri, exchange::value)
        .orElseThrow(
            () ->
                new Problem(
                    404, "There is no such question", "The first page, /, lists the questions."));
  }

  private void network(Exchange exchange, String sparql) {
    String network =
        views
            .network(sparql)
            .orElseThrow(
                () ->
                    new Problem(
                        404,
                        "This answer is no network",
                        "A network has two columns of things; ask for .csv or .json."));
    exchange.reply().tagged("application/graphml+xml", network);
  }
}

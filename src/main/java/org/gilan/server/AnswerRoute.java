// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.util.List;
import org.gilan.format.Choice;
import org.gilan.format.ResultFormat;
import org.gilan.page.Addresses;
import org.gilan.page.Pages;
import org.gilan.page.Views;

/**
 * The answer to a question of the catalogue under an address of its own in each format, such as
 * {@code /query/correspondence.csv}; as a network too, where it is one. An answer that is a graph
 * stands below its question, {@code /query/dossier-of-the-coup/answer.ttl}, for {@code .ttl} beside
 * it is the question itself. Everything else below {@code /query/} is a page.
 */
final class AnswerRoute implements Route {
  private static final List<ResultFormat> OFFERED =
      List.of(ResultFormat.CSV, ResultFormat.TSV, ResultFormat.JSON, ResultFormat.XML);

  private static final List<ResultFormat> OF_GRAPHS = ResultFormat.OF_DESCRIPTIONS;

  private static final String GRAPH = "/answer.";
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
    boolean isReference = path.endsWith("." + ResultFormat.CSL_JSON.extension());
    if (isReference
        || !(answered(exchange, ".", OFFERED) || answered(exchange, GRAPH, OF_GRAPHS))) {
      page.answer(exchange);
    }
  }

  private boolean answered(Exchange exchange, String before, List<ResultFormat> offered)
      throws IOException {
    for (ResultFormat format : offered) {
      String end = before + format.extension();
      if (exchange.path().endsWith(end)) {
        query.answer(exchange, question(exchange, end), new Choice(format, format.type()));
        return true;
      }
    }
    return false;
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

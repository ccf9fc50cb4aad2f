// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.gilan.format.ResultFormat;
import org.gilan.page.Pages;
import org.gilan.page.PlainPages;

/** The first page, the search by name, the lists, and what browsers look for beside them. */
final class HomeRoute implements Route {
  private static final List<String> REFERENCES =
      ResultFormat.OF_REFERENCES.stream().map(format -> "/cite." + format.extension()).toList();

  private final Pages pages;
  private final MadePages made;

  HomeRoute(Pages pages, MadePages made) {
    this.pages = pages;
    this.made = made;
  }

  /** {@return the addresses answered} */
  static String[] paths() {
    return Stream.concat(
            Stream.of("/", "/favicon.ico", "/index.html", "/ui", "/programs", "/assets/"),
            Stream.concat(Stream.of(Pages.lists()), REFERENCES.stream()))
        .toArray(String[]::new);
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    switch (exchange.path()) {
      case "/" -> made.answer(exchange, ResultFormat.HTML.contentType(), pages::home);
      case "/suggest" ->
          made.answer(
              exchange,
              "application/json; charset=utf-8",
              () -> pages.suggest(exchange.value("q")));
      case "/programs" ->
          exchange
              .reply()
              .tagged(ResultFormat.HTML.contentType(), PlainPages.programs(exchange.host()));
      case "/cite.bib" -> reference(exchange, ResultFormat.BIBTEX);
      case "/cite.ris" -> reference(exchange, ResultFormat.RIS);
      case "/cite.csl.json" -> reference(exchange, ResultFormat.CSL_JSON);
      case "/favicon.ico" -> BundledFile.send(exchange, "/web/assets/icon.svg", "max-age=86400");
      case "/index.html", "/ui" -> exchange.reply().redirect(303, "/ui/");
      default -> {
        if (exchange.path().startsWith("/assets/")) {
          BundledFile.send(exchange, "/web" + exchange.path(), null);
        } else {
          list(exchange);
        }
      }
    }
  }

  private void reference(Exchange exchange, ResultFormat format) {
    made.answer(
        exchange,
        format.type() + "; charset=utf-8",
        () -> pages.referenceOf(exchange.value("of"), format));
  }

  private void list(Exchange exchange) {
    made.answer(
        exchange,
        ResultFormat.HTML.contentType(),
        () ->
            pages
                .list(exchange.path(), exchange::value)
                .orElseThrow(
                    () ->
                        new Problem(
                            404,
                            "There is no such kind of thing",
                            "The ontology, /ontology, lists the kinds there are.")));
  }
}

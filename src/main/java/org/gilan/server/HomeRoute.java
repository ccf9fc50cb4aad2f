// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.util.stream.Stream;
import org.gilan.format.ResultFormat;
import org.gilan.page.Pages;

/** The first page, the search by name, the lists, and what browsers look for beside them. */
final class HomeRoute implements Route {
  private final Pages pages;

  HomeRoute(Pages pages) {
    this.pages = pages;
  }

  /** {@return the addresses answered} */
  static String[] paths() {
    return Stream.concat(
            Stream.of("/", "/favicon.ico", "/index.html", "/ui", "/assets/"),
            Stream.of(Pages.lists()))
        .toArray(String[]::new);
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    switch (exchange.path()) {
      case "/" -> exchange.reply().tagged(ResultFormat.HTML.contentType(), pages.home());
      case "/suggest" ->
          exchange
              .reply()
              .tagged("application/json; charset=utf-8", pages.suggest(parameter(exchange, "q")));
      case "/favicon.ico" -> BundledFile.send(exchange, "/web/assets/icon.svg", "max-age=86400");
      case "/index.html", "/ui" -> exchange.reply().redirect(303, "/ui/");
      default -> {
        if (exchange.path().startsWith("/assets/")) {
          BundledFile.send(exchange, "/web" + exchange.path(), "no-cache");
        } else {
          list(exchange);
        }
      }
    }
  }

  private void list(Exchange exchange) {
    String page =
        pages
            .list(exchange.path(), name -> parameter(exchange, name))
            .orElseThrow(
                () ->
                    new Problem(
                        404,
                        "There is no such kind of thing",
                        "The ontology, /ontology, lists the kinds there are."));
    exchange.reply().tagged(ResultFormat.HTML.contentType(), page);
  }

  private static String parameter(Exchange exchange, String name) {
    String value = exchange.parameter(name);
    return value == null ? "" : value;
  }
}

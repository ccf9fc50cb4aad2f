// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import org.gilan.format.ResultFormat;
import org.gilan.page.Pages;

/** The first page, the search by name, and what browsers look for beside them. */
final class HomeRoute implements Route {
  private final Pages pages;

  HomeRoute(Pages pages) {
    this.pages = pages;
  }

  /** {@return the addresses answered} */
  static String[] paths() {
    return new String[] {"/", "/find", "/favicon.ico", "/index.html", "/ui", "/assets/"};
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    switch (exchange.path()) {
      case "/" -> exchange.reply().tagged(ResultFormat.HTML.contentType(), pages.home());
      case "/find" -> find(exchange);
      case "/favicon.ico" -> BundledFile.send(exchange, "/web/assets/icon.svg", "max-age=86400");
      case "/index.html", "/ui" -> exchange.reply().redirect(303, "/ui/");
      default -> BundledFile.send(exchange, "/web" + exchange.path(), "no-cache");
    }
  }

  private void find(Exchange exchange) {
    String page = pages.find(parameter(exchange, "q"), parameter(exchange, "kind"));
    exchange.reply().tagged(ResultFormat.HTML.contentType(), page);
  }

  private static String parameter(Exchange exchange, String name) {
    String value = exchange.parameter(name);
    return value == null ? "" : value;
  }
}

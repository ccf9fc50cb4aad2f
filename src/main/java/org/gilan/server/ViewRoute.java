// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.util.function.Supplier;
import org.gilan.format.ResultFormat;
import org.gilan.page.Asked;
import org.gilan.page.Views;

/** The graph as a whole: in time, on the map, as an exchange of letters. */
final class ViewRoute implements Route {
  private final Views views;
  private final MadePages made;

  ViewRoute(Views views, MadePages made) {
    this.views = views;
    this.made = made;
  }

  /** {@return the addresses answered} */
  static String[] paths() {
    return new String[] {
      "/timeline", "/map", "/letters", "/letters.csv", "/letters.graphml", "/archives"
    };
  }

  @Override
  public void answer(Exchange exchange) {
    Asked asked = new Asked(exchange.parameters()::all);
    switch (exchange.path()) {
      case "/timeline" -> html(exchange, () -> views.timeline(asked));
      case "/map" -> html(exchange, () -> views.map(asked));
      case "/archives" -> html(exchange, () -> views.archives());
      case "/letters" -> html(exchange, () -> views.letters(asked));
      case "/letters.csv" ->
          file(exchange, ResultFormat.CSV.contentType(), () -> views.letterTable(asked));
      default -> file(exchange, "application/graphml+xml", () -> views.letterNetwork(asked));
    }
  }

  private void html(Exchange exchange, Supplier<String> page) {
    made.answer(exchange, ResultFormat.HTML.contentType(), page);
  }

  /** Sends what a browser saves under the last part of its address. */
  private void file(Exchange exchange, String type, Supplier<String> content) {
    String name = exchange.path().substring(1);
    exchange.reply().header("Content-Disposition", "attachment; filename=\"" + name + '"');
    made.answer(exchange, type, content);
  }
}

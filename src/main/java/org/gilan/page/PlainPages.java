// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.Map;

/** The pages that show nothing of the graph. */
public final class PlainPages {
  private PlainPages() {}

  /**
   * {@return a page that says why there is nothing better to show}
   *
   * @param title the problem in a few words
   * @param detail what to do about it
   */
  public static String problem(String title, String detail) {
    return problem("/", title, detail);
  }

  /**
   * {@return a page that says why there is nothing better to show}
   *
   * @param path the address at which it is shown
   * @param title the problem in a few words
   * @param detail what to do about it
   */
  public static String problem(String path, String title, String detail) {
    return Relative.from(
        path, Templates.render("problem", Map.of("title", title, "detail", detail)));
  }

  /**
   * {@return the page on what other programs can do with the graph}
   *
   * @param host this server as the client names it
   */
  public static String programs(String host) {
    return Relative.from(
        "/programs",
        Templates.render("programs", Map.of("title", "For other programs", "host", host)));
  }
}

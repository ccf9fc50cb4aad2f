// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.Set;

/**
 * Makes the links of a page relative, so that it works behind any prefix. Templates write addresses
 * of this host from the root; text cannot be mistaken for them, because quotation marks in it are
 * escaped.
 */
public final class Relative {
  private static final Set<String> ATTRIBUTES = Set.of("href", "src", "action", "cite");

  private Relative() {}

  /**
   * {@return the page with links that lead from where it is}
   *
   * @param path where it is, from the root of this host, without a query
   * @param page HTML
   */
  public static String from(String path, String page) {
    StringBuilder made = new StringBuilder(page.length() + 1024);
    int done = 0;
    int at = page.indexOf("=\"/");
    while (at >= 0) {
      int name = page.lastIndexOf(' ', at) + 1;
      if (ATTRIBUTES.contains(page.substring(name, at)) && page.charAt(at + 3) != '/') {
        String rest = page.substring(at + 3, page.indexOf('"', at + 3));
        boolean isHere = ("/" + rest).equals(path) && inNavigation(page, name);
        made.append(page, done, at + 2).append(way(path, "/" + rest));
        made.append(isHere ? "\" aria-current=\"page" : "");
        done = at + 3 + rest.length();
      }
      at = page.indexOf("=\"/", at + 3);
    }
    return made.append(page, done, page.length()).toString();
  }

  /**
   * {@return the way to an address of this host}
   *
   * @param path where one is, from the root of this host
   * @param address where to, from the root of this host
   */
  public static String way(String path, String address) {
    String up = up(path);
    String rest = address.substring(1);
    return up + (isHome(rest, up) ? "./" : "") + rest;
  }

  /** An empty address would be this very page, and one that begins with a query or a hash, too. */
  private static boolean isHome(String rest, String up) {
    return up.isEmpty() && (rest.isEmpty() || rest.charAt(0) == '#' || rest.charAt(0) == '?');
  }

  private static boolean inNavigation(String page, int at) {
    return at < page.indexOf("</nav>");
  }

  private static String up(String path) {
    int depth = (int) path.chars().filter(c -> c == '/').count() - 1;
    return "../".repeat(Math.max(0, depth));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses inside the Fuseki UI, relative to the host. */
public final class UiLinks {
  /** Where the UI lives. */
  public static final String UI = "/ui/";

  private static final String EDITOR = UI + "#/dataset/gilan/query";

  private UiLinks() {}

  /** {@return the address of the UI's query editor with its own default query} */
  public static String editor() {
    return EDITOR;
  }

  /**
   * {@return an address that opens the UI's query editor with this query in it, not yet run}
   *
   * @param sparql the query, in any length; the part after {@code #} is never sent to the server
   */
  public static String query(String sparql) {
    String encoded = URLEncoder.encode(sparql, StandardCharsets.UTF_8).replace("+", "%20");
    return EDITOR + "?query=" + encoded;
  }
}

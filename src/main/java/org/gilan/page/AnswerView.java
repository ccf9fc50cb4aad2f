// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways to show an answer. A query names the one it wants as the queries of Wikidata do, in a
 * line {@code #defaultView:Timeline}.
 */
enum AnswerView {
  /** Rows and columns, which every answer has. */
  TABLE("Table", "Table"),
  /** For answers with dates. */
  TIMELINE("Timeline", "Timeline"),
  /** For answers with places. */
  MAP("Map", "Map"),
  /** For answers with two columns of things. */
  NETWORK("Graph", "Network"),
  /** For answers with numbers. */
  BARS("BarChart", "Bar chart");

  private static final Pattern HINT =
      Pattern.compile("^#defaultView:(\\w+)", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private final String hint;
  private final String title;

  AnswerView(String hint, String title) {
    this.hint = hint;
    this.title = title;
  }

  /** {@return its name for people} */
  String title() {
    return title;
  }

  /** {@return its name in addresses} */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return the view with this name in addresses; empty for none} */
  static Optional<AnswerView> named(String word) {
    return Arrays.stream(values()).filter(view -> view.word().equals(word)).findFirst();
  }

  /** {@return the view that a query wants; the table where it says nothing} */
  static AnswerView wanted(String sparql) {
    Matcher hint = HINT.matcher(sparql);
    return hint.find()
        ? Arrays.stream(values())
            .filter(view -> view.hint.equalsIgnoreCase(hint.group(1)))
            .findFirst()
            .orElse(TABLE)
        : TABLE;
  }
}

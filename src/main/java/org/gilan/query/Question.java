// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question of the catalogue: a query with the front matter that says what it asks.
 *
 * @param name the file's name without {@code .rq}
 * @param summary the question, one line
 * @param description what a row means and what to mind
 * @param columns the names of the columns, in order
 * @param fewest the least number of rows a right answer has
 * @param most the greatest number of rows, {@link Integer#MAX_VALUE} when open
 * @param tags what it is about
 * @param sparql the query with its front matter
 */
public record Question(
    String name,
    String summary,
    String description,
    List<String> columns,
    int fewest,
    int most,
    List<String> tags,
    String sparql) {

  private static final List<String> KEYS =
      List.of("summary", "description", "columns", "rows", "tags");
  private static final Pattern LINE = Pattern.compile("#\\+ (\\w+): (\\S.*)");
  private static final Pattern ROWS = Pattern.compile("(\\d+)(?:\\.\\.(\\d*))?");

  /**
   * Reads a question.
   *
   * @param name the file's name without {@code .rq}
   * @param text the file
   * @return the question
   * @throws IllegalArgumentException when the front matter is not as {@code queries/README.md}
   *     says; the message names what is wrong
   */
  public static Question parse(String name, String text) {
    Map<String, String> header = new LinkedHashMap<>();
    for (String line : text.lines().takeWhile(l -> l.startsWith("#+")).toList()) {
      Matcher m = LINE.matcher(line);
      if (!m.matches()) {
        throw new IllegalArgumentException(name + ".rq: not «#+ key: value»: " + line);
      }
      header.put(m.group(1), m.group(2).strip());
    }
    if (!List.copyOf(header.keySet()).equals(KEYS)) {
      throw new IllegalArgumentException(
          name + ".rq: begin with #+ " + String.join(", #+ ", KEYS) + ", in this order");
    }
    Matcher rows = ROWS.matcher(header.get("rows"));
    if (!rows.matches()) {
      throw new IllegalArgumentException(name + ".rq: write rows as 12, 12..40 or 12..");
    }
    int fewest = Integer.parseInt(rows.group(1));
    int most = rows.group(2) == null ? fewest : Integer.MAX_VALUE;
    if (rows.group(2) != null && !rows.group(2).isEmpty()) {
      most = Integer.parseInt(rows.group(2));
    }
    return new Question(
        name,
        header.get("summary"),
        header.get("description"),
        List.of(header.get("columns").split("\\s+")),
        fewest,
        most,
        List.of(header.get("tags").split(",\\s*")),
        text);
  }
}

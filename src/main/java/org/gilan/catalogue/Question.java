// SPDX-License-Identifier: Apache-2.0
package org.gilan.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;

/**
 * A question of the catalogue: a query with the front matter that says what it asks.
 *
 * @param name the file's name without {@code .rq}
 * @param summary the question, one line
 * @param description what a row means and what to mind
 * @param columns the names of the columns, in order
 * @param fewest the least number of rows a right answer has
 * @param most the greatest number of rows, {@link Integer#MAX_VALUE} when open
 * @param tags what it is about, the topic first
 * @param sparql the query without its front matter
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

  /** The tag of questions that need SPARQL 1.2; all others are plain SPARQL 1.1. */
  public static final String SPARQL_12 = "sparql 1.2";

  static final String FOLDER = "queries";
  static final String ENDING = ".rq";

  private static final List<String> KEYS =
      List.of("summary", "description", "columns", "rows", "tags");
  private static final String RULE = "question";
  private static final Pattern LINE = Pattern.compile("#\\+ (\\w+): (\\S.*)");
  private static final Pattern ROWS = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{0,9}))?");

  /** Thrown inside, caught where it becomes a finding. */
  private static final class WrongLine extends Exception {
    private static final long serialVersionUID = 1;
    private final int line;

    WrongLine(int line, String message) {
      super(message);
      this.line = line;
    }
  }

  /**
   * Reads a question.
   *
   * @param file the file
   * @param findings receives what is wrong with the front matter, which {@code queries/README.md}
   *     describes
   * @return the question; empty when something is wrong
   */
  static Optional<Question> read(Path file, List<Finding> findings) {
    String shown = FOLDER + "/" + file.getFileName();
    try {
      String name = file.getFileName().toString().replaceFirst("\\.rq$", "");
      return Optional.of(parse(name, Files.readString(file)));
    } catch (WrongLine e) {
      findings.add(new Finding(new Position(shown, e.line), e.getMessage(), RULE));
    } catch (IOException e) {
      String message = "cannot be read (" + e.getMessage() + "); save it as UTF-8";
      findings.add(new Finding(new Position(shown, 0), message, RULE));
    }
    return Optional.empty();
  }

  private static Question parse(String name, String text) throws WrongLine {
    List<String> lines = text.lines().toList();
    Map<String, String> header = header(lines);
    Matcher rows = ROWS.matcher(header.get("rows"));
    if (!rows.matches()) {
      throw new WrongLine(1 + KEYS.indexOf("rows"), "write rows as 12, 12..40 or 12..");
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
        lines.stream().skip(KEYS.size()).collect(Collectors.joining("\n", "", "\n")));
  }

  private static Map<String, String> header(List<String> lines) throws WrongLine {
    Map<String, String> header = new LinkedHashMap<>();
    for (int i = 0; i < KEYS.size(); i++) {
      Matcher m = LINE.matcher(i < lines.size() ? lines.get(i) : "");
      if (!m.matches() || !m.group(1).equals(KEYS.get(i))) {
        throw new WrongLine(i + 1, "begin this line with «#+ " + KEYS.get(i) + ": »");
      }
      header.put(m.group(1), m.group(2).strip());
    }
    return header;
  }

  /** {@return whether the query is SPARQL; what is wrong with it is added to the findings} */
  boolean isWellFormed(List<Finding> findings) {
    try {
      // Lines are counted as in the file.
      QueryFactory.create("\n".repeat(KEYS.size()) + sparql);
      return true;
    } catch (QueryException e) {
      int line = e instanceof QueryParseException p ? Math.max(0, p.getLine()) : 0;
      String message = e.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
      findings.add(new Finding(new Position(file(), line), "not SPARQL: " + message, RULE));
      return false;
    }
  }

  /**
   * {@return the query, parsed anew each time}
   *
   * @throws QueryException when it is malformed
   */
  public Query query() {
    return QueryFactory.create(sparql);
  }

  private String file() {
    return FOLDER + "/" + name + ENDING;
  }

  /**
   * {@return where a line of the query stands}
   *
   * @param line counted from 1 in {@link #sparql}; 0 for the whole file
   */
  public Position at(int line) {
    return new Position(file(), line == 0 ? 0 : KEYS.size() + line);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.gilan.catalogue.Catalogue;
import org.gilan.catalogue.Question;
import org.gilan.finding.Finding;

/** The conventions of {@code queries/README.md}, as far as a machine can tell. */
final class QuestionCheck {
  private static final String RULE = "question";
  private static final Pattern PREFIX = Pattern.compile("PREFIX ([\\w-]*): <([^>]*)>");
  private static final Pattern USED = Pattern.compile("(?<![\\w?$<:/#-])([a-z][\\w-]*):");
  private static final Pattern LITERAL_OR_IRI =
      Pattern.compile("\"[^\"]*\"|<[^<> ]*>|(?<=^|\\s)#.*");

  private final Map<String, String> bindings;
  private final List<Finding> findings = new ArrayList<>();

  private QuestionCheck(Map<String, String> bindings) {
    this.bindings = bindings;
  }

  /**
   * {@return where the questions depart from the conventions}
   *
   * @param catalogue the questions that could be read
   * @param prefixes the prefixes of the project
   */
  static List<Finding> of(Catalogue catalogue, Map<String, String> prefixes) {
    QuestionCheck check = new QuestionCheck(prefixes);
    catalogue.questions().forEach(check::check);
    return check.findings;
  }

  private void check(Question question) {
    Optional<Query> strict = sparql11(question);
    Query query = strict.orElseGet(question::query);
    if (query.isDescribeType()) {
      add(question, 0, "DESCRIBE answers differently everywhere; write CONSTRUCT");
    } else if (query.isSelectType()) {
      columns(question, query);
    }
    if (!question.tags().contains(Question.SPARQL_12) && strict.isEmpty()) {
      add(question, 0, "not SPARQL 1.1; write it so, or add the tag " + Question.SPARQL_12);
    }
    prefixes(question);
  }

  private void columns(Question question, Query query) {
    if (query.isQueryResultStar()) {
      add(question, 0, "SELECT *; name the columns");
    } else if (!query.getResultVars().equals(question.columns())) {
      add(
          question,
          0,
          "the columns are "
              + String.join(" ", query.getResultVars())
              + "; say so in the front matter");
    }
    if (!query.hasOrderBy()) {
      add(question, 0, "no ORDER BY; an answer must be the same twice");
    }
  }

  private static Optional<Query> sparql11(Question question) {
    try {
      return Optional.of(QueryFactory.create(question.sparql(), Syntax.syntaxSPARQL_11));
    } catch (QueryException e) {
      return Optional.empty();
    }
  }

  private void prefixes(Question question) {
    List<String> lines = question.sparql().lines().toList();
    TreeSet<String> used = used(lines);
    String before = "";
    for (int i = 0; i < lines.size(); i++) {
      Matcher m = PREFIX.matcher(lines.get(i));
      if (m.matches()) {
        prefix(question, i + 1, m, used, before);
        before = m.group(1);
      }
    }
  }

  private static TreeSet<String> used(List<String> lines) {
    TreeSet<String> used = new TreeSet<>();
    for (String line : lines) {
      if (!PREFIX.matcher(line).matches()) {
        USED.matcher(LITERAL_OR_IRI.matcher(line).replaceAll(""))
            .results()
            .forEach(m -> used.add(m.group(1)));
      }
    }
    return used;
  }

  private void prefix(Question question, int line, Matcher m, TreeSet<String> used, String before) {
    String prefix = m.group(1);
    if (!m.group(2).equals(bindings.get(prefix))) {
      add(question, line, "the prefix " + prefix + ": is not bound as in ontology/prefixes.ttl");
    } else if (!used.contains(prefix)) {
      add(question, line, "the prefix " + prefix + ": is not used; delete the line");
    } else if (prefix.compareTo(before) < 0) {
      add(question, line, "the prefix " + prefix + ": comes after " + before + ":; sort the lines");
    }
  }

  private void add(Question question, int line, String message) {
    findings.add(new Finding(question.at(line), message, RULE));
  }
}

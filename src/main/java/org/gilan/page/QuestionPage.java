// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.gilan.catalogue.Executable;
import org.gilan.vocab.Gilan;

/** The page of a question: what it asks, the answer, the query, and where to change it. */
record QuestionPage(String title, Address address, View question, AnswerTable table) {

  /**
   * A question as the template shows it.
   *
   * @param endpoints the other endpoints asked, with spaces; then the reader decides when
   * @param editor opens it in the UI
   * @param answer where the answer is, as CSV or Turtle
   * @param query where the query is, as text
   */
  record View(
      String title,
      String description,
      List<String> keywords,
      String sparql,
      String endpoints,
      String editor,
      String answer,
      String query) {
    /** {@return the question's address, to which a format adds its extension} */
    String stem() {
      return query.substring(0, query.lastIndexOf('.'));
    }
  }

  boolean isAnswered() {
    return table != null;
  }

  /**
   * {@return the page}
   *
   * @param ask answers the query; not used for one that asks others or has no rows
   */
  static QuestionPage of(
      Site site, LinkedWording wording, Executable question, Function<String, RowSet> ask) {
    String iri = Gilan.QUERY + question.name();
    String encoded = URLEncoder.encode(question.sparql(), StandardCharsets.UTF_8);
    View view =
        new View(
            question.title(),
            question.description(),
            question.keywords(),
            question.sparql(),
            String.join(" ", question.endpoints()),
            UiLinks.query(question.sparql()),
            "/gilan/sparql?format=" + (question.hasRows() ? "csv" : "ttl") + "&query=" + encoded,
            "/query/" + question.name() + ".rq");
    boolean isOurs = question.hasRows() && question.endpoints().isEmpty();
    return new QuestionPage(
        question.title(),
        Address.of(site, wording, NodeFactory.createURI(iri)),
        view,
        isOurs ? AnswerTable.of(site, wording, ask.apply(question.sparql())) : null);
  }
}

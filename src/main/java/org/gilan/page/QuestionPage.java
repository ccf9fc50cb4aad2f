// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gilan.catalogue.Executable;
import org.gilan.vocab.Gilan;

/** The page of a question: what it asks, the answer, the query, and where to change it. */
record QuestionPage(String title, Address address, View question) {

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
      String query) {}

  static QuestionPage of(Executable question) {
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
    return new QuestionPage(question.title(), Address.of(iri), view);
  }
}

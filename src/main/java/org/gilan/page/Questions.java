// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gilan.catalogue.Executable;
import org.gilan.catalogue.Form;
import org.gilan.query.Answer;

/** Answers the questions of the catalogue for their pages, as the reader chose. */
final class Questions {
  /** The parameter by which a reader has others asked too. */
  static final String ASK = "ask";

  private final Site site;
  private final Answer answer;
  private final Map<String, Map<String, List<Term>>> offered = new ConcurrentHashMap<>();

  Questions(Site site, Answer answer) {
    this.site = site;
    this.answer = answer;
  }

  /** {@return the page} */
  String html(LinkedWording wording, Executable question, Asked asked) {
    Parameters parameters = parameters(question);
    List<Parameters.Field> fields =
        parameters.fields(wording, offered(wording, question, parameters), asked);
    String sparql = sparql(wording, question, parameters, asked);
    boolean isAsked = question.endpoints().isEmpty() || !asked.one(ASK).isEmpty();
    List<String> warnings = new ArrayList<>();
    AnswerRows rows = isAsked ? rows(question, sparql, warnings) : null;
    return Templates.render(
        "question",
        QuestionPage.of(site, wording, question, fields, sparql, rows, warnings, asked));
  }

  /** {@return the query as the reader chose; as the catalogue has it, when nothing is chosen} */
  String sparql(LinkedWording wording, Executable question, Asked asked) {
    Parameters parameters = parameters(question);
    return parameters.isEmpty() ? question.sparql() : sparql(wording, question, parameters, asked);
  }

  private String sparql(
      LinkedWording wording, Executable question, Parameters parameters, Asked asked) {
    return parameters
        .with(asked, offered(wording, question, parameters))
        .map(Object::toString)
        .orElse(question.sparql());
  }

  private AnswerRows rows(Executable question, String sparql, List<String> warnings) {
    return switch (question.form()) {
      case SELECT -> AnswerRows.of(answer.rows(sparql, warnings::add));
      case CONSTRUCT -> AnswerRows.of(answer.graph(sparql));
      case ASK -> AnswerRows.of(answer.yes(sparql));
    };
  }

  private static Parameters parameters(Executable question) {
    return question.form() == Form.SELECT && question.endpoints().isEmpty()
        ? new Parameters(question.sparql())
        : Parameters.none();
  }

  private Map<String, List<Term>> offered(
      LinkedWording wording, Executable question, Parameters parameters) {
    return offered.computeIfAbsent(
        question.name(), name -> parameters.offered(wording, answer::rows));
  }
}

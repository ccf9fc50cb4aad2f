// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.gilan.catalogue.Executable;
import org.gilan.catalogue.Form;
import org.gilan.vocab.Gilan;

/**
 * The page of a question: what it asks, what can be chosen in it, the answer in the view asked for
 * and as a table, the query, and where to change it.
 *
 * @param warnings what the answer lacks, because an endpoint failed that the query can do without
 * @param shown the answer; null where the reader decides when to ask, for others are asked too
 */
record QuestionPage(
    String title,
    Address address,
    View question,
    List<Parameters.Field> fields,
    List<String> warnings,
    Shown shown) {

  /**
   * A question as the template shows it.
   *
   * @param others the hosts of the other endpoints asked; then the reader decides when
   * @param editor opens it in the UI
   * @param query where the query is, as text
   * @param stem the question's address, to which a format adds its extension
   * @param chosen what the reader chose, as the query part of an address; empty for nothing
   * @param instead the same in words
   */
  record View(
      String title,
      String description,
      List<String> keywords,
      String sparql,
      String others,
      String editor,
      String query,
      String stem,
      String chosen,
      String instead) {}

  /**
   * The answer: its rows, and what is drawn from them in the view chosen.
   *
   * @param silence who says it and who is silent
   * @param views the views that there are, when there is more than the table
   * @param dates for the timeline; else null
   * @param map for the map; else null
   * @param ties for the network; else null
   * @param bars for the bar chart; else null
   */
  record Shown(
      AnswerTable table,
      boolean isFiled,
      boolean isNetwork,
      String silence,
      List<Choice> views,
      List<TimelinePage.Row> dates,
      AnswerMap map,
      List<Network.Tie> ties,
      AnswerBars bars) {
    boolean isDrawn() {
      return dates != null || map != null || ties != null;
    }

    boolean isViewed() {
      return isDrawn() || bars != null;
    }
  }

  /** A view to be chosen. */
  record Choice(String name, String href, boolean current) {}

  boolean isAnswered() {
    return shown != null;
  }

  boolean isDrawn() {
    return isAnswered() && shown.isDrawn();
  }

  boolean isViewed() {
    return isAnswered() && shown.isViewed();
  }

  boolean hasFields() {
    return !fields.isEmpty();
  }

  /**
   * {@return the page}
   *
   * @param sparql the query as asked
   * @param rows its answer; null for one that asks others, until the reader says so
   * @param warnings what the answer lacks
   */
  static QuestionPage of(
      Site site,
      LinkedWording wording,
      Executable question,
      List<Parameters.Field> fields,
      String sparql,
      AnswerRows rows,
      List<String> warnings,
      Asked asked) {
    String iri = Gilan.QUERY + question.name();
    String chosen = chosen(fields, asked);
    View view =
        new View(
            question.title(),
            question.description(),
            question.keywords(),
            sparql,
            question.endpoints().stream()
                .map(endpoint -> URI.create(endpoint).getHost())
                .collect(Collectors.joining(" and ")),
            UiLinks.query(sparql),
            "/query/" + question.name() + ".rq" + chosen,
            "/query/" + question.name(),
            chosen,
            instead(fields, asked));
    return new QuestionPage(
        question.title(),
        Address.of(site, wording, NodeFactory.createURI(iri)).with(chosen),
        view,
        fields,
        warnings,
        rows == null ? null : shown(site, wording, question, rows, view, asked));
  }

  private static Shown shown(
      Site site,
      LinkedWording wording,
      Executable question,
      AnswerRows rows,
      View view,
      Asked asked) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    List<TimelinePage.Row> dates = new AnswerTimeline(graph, wording, rows).rows();
    AnswerMap map = AnswerMap.of(graph, wording, rows).orElse(null);
    Network network = AnswerNetwork.of(wording, rows).orElse(null);
    AnswerBars bars = AnswerBars.of(wording, rows).orElse(null);
    List<AnswerView> offered = new ArrayList<>(List.of(AnswerView.TABLE));
    add(offered, AnswerView.TIMELINE, !dates.isEmpty());
    add(offered, AnswerView.MAP, map != null);
    add(offered, AnswerView.NETWORK, network != null);
    add(offered, AnswerView.BARS, bars != null);
    AnswerView wanted =
        AnswerView.named(asked.one("as"))
            .filter(offered::contains)
            .orElse(AnswerView.wanted(question.sparql()));
    AnswerView current = offered.contains(wanted) ? wanted : AnswerView.TABLE;
    return new Shown(
        AnswerTable.of(site, wording, rows),
        question.form() == Form.SELECT,
        network != null && question.form() == Form.SELECT,
        new Silence(graph, wording).in(rows),
        offered.size() == 1
            ? List.of()
            : offered.stream().map(v -> choice(v, view, v == current)).toList(),
        current == AnswerView.TIMELINE ? dates : null,
        current == AnswerView.MAP ? map : null,
        current == AnswerView.NETWORK ? network.ties() : null,
        current == AnswerView.BARS ? bars : null);
  }

  private static void add(List<AnswerView> offered, AnswerView view, boolean isThere) {
    if (isThere) {
      offered.add(view);
    }
  }

  private static Choice choice(AnswerView view, View question, boolean current) {
    String chosen = question.chosen();
    String href =
        (chosen.isEmpty() ? "?" : chosen + "&")
            + (question.others().isEmpty() ? "" : Questions.ASK + "=yes&")
            + "as="
            + view.word();
    return new Choice(view.title(), href, current);
  }

  private static String instead(List<Parameters.Field> fields, Asked asked) {
    return fields.stream()
        .filter(field -> !asked.one(field.name()).isEmpty())
        .map(field -> field.label().toLowerCase(Locale.ROOT) + " " + field.words())
        .collect(Collectors.joining(", "));
  }

  private static String chosen(List<Parameters.Field> fields, Asked asked) {
    String chosen =
        fields.stream()
            .map(Parameters.Field::name)
            .filter(name -> !asked.one(name).isEmpty())
            .map(name -> name + "=" + URLEncoder.encode(asked.one(name), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return chosen.isEmpty() ? "" : "?" + chosen;
  }
}

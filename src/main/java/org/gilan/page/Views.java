// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.gilan.graph.Once;
import org.gilan.query.Answer;

/**
 * The pages that show the graph as a whole: in time, on the map, as an exchange of letters. Each is
 * a list that a script turns into a picture. Safe for use by many threads.
 */
public final class Views {
  private final Site site;
  private final DatasetGraph dataset;
  private final Answer answer;
  private final Once<Chronicle> chronicle;
  private final Once<Correspondence> correspondence;

  /**
   * Reads nothing yet.
   *
   * @param site what the pages show
   */
  public Views(Site site) {
    this(site, new Answer(site.graph()));
  }

  /**
   * Reads nothing yet.
   *
   * @param site what the pages show
   * @param answer answers what is to be drawn
   */
  public Views(Site site, Answer answer) {
    this.site = site;
    this.dataset = site.graph().dataset();
    this.answer = answer;
    this.chronicle = new Once<>(() -> new Chronicle(site));
    this.correspondence = new Once<>(() -> new Correspondence(graph(), chronicle.get()));
  }

  /** Reads what the pages are drawn from, so that the first reader need not wait for it. */
  public void warm() {
    dataset.executeRead(correspondence::get);
  }

  /**
   * {@return what happened when}
   *
   * @param asked what is to be shown
   */
  public String timeline(Asked asked) {
    return dataset.calculateRead(
        () ->
            Relative.from(
                "/timeline",
                Templates.render("timeline", TimelinePage.of(chronicle.get(), asked))));
  }

  /**
   * {@return what happened where}
   *
   * @param asked what is to be shown
   */
  public String map(Asked asked) {
    return dataset.calculateRead(
        () ->
            Relative.from(
                "/map", Templates.render("map", MapPage.of(graph(), chronicle.get(), asked))));
  }

  /**
   * {@return who wrote what to whom}
   *
   * @param asked what is to be shown
   */
  public String letters(Asked asked) {
    return dataset.calculateRead(
        () ->
            Relative.from(
                "/letters",
                Templates.render("letters", LettersPage.of(correspondence.get(), asked))));
  }

  /** {@return the archives, and what rests on their files} */
  public String archives() {
    return dataset.calculateRead(
        () ->
            Relative.from(
                "/archives",
                render(
                    "archives",
                    ArchivesPage.of(
                        graph(), new LinkedWording(graph(), graph().getPrefixMapping())))));
  }

  /**
   * {@return the letters asked for, as a table in CSV}
   *
   * @param asked which letters
   */
  public String letterTable(Asked asked) {
    return dataset.calculateRead(
        () -> LetterTable.csv(LettersPage.found(correspondence.get().letters(), asked)));
  }

  /**
   * {@return who wrote to whom in the letters asked for, as GraphML}
   *
   * @param asked which letters
   */
  public String letterNetwork(Asked asked) {
    return dataset.calculateRead(
        () -> Network.of(LettersPage.found(correspondence.get().letters(), asked)).graphMl());
  }

  /**
   * {@return the answer to a query as a GraphML network; empty when it is none}
   *
   * @param sparql a SELECT query that asks no other endpoint
   */
  public Optional<String> network(String sparql) {
    if (!QueryFactory.create(sparql).isSelectType()) {
      return Optional.empty();
    }
    return dataset.calculateRead(
        () ->
            AnswerNetwork.of(
                    new LinkedWording(graph(), graph().getPrefixMapping()),
                    AnswerRows.of(answer.rows(sparql)))
                .map(Network::graphMl));
  }

  /** A page has its template's name for an address. */
  private static String render(String name, Object view) {
    return Relative.from("/" + name, Templates.render(name, view));
  }

  private Graph graph() {
    return dataset.getDefaultGraph();
  }
}

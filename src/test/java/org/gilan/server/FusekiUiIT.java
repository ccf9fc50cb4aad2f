// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.gilan.page.Fixture;
import org.gilan.page.UiLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Fuseki UI and our pages in a real browser. Pictures are left in {@code target/pictures}. */
class FusekiUiIT {
  private static final String LEADER =
      """
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      SELECT ?group ?who ?passage WHERE {
        ?group gilan:ledBy ?who . # «+ & % "quoted"»
        BIND(<https://w3id.org/gilan/document/lake-chronicle/64-132> AS ?passage)
      }\
      """;
  private static final String RUN = "document.querySelector('.yasqe_queryButton').click()";
  private static final String ROWS = "document.querySelectorAll('#yasr tbody tr').length";
  private static final String EDITOR = "document.querySelector('#yasqe .CodeMirror')?.CodeMirror";

  @RegisterExtension static final InBrowser READER = new InBrowser(Fixture::site);

  private final Browser browser = READER.browser();

  @Test
  void opensAndRunsTheQueryOfALink() throws IOException {
    open(UiLinks.query(LEADER));
    browser.await(EDITOR + "?.getValue() == " + json(LEADER));
    browser.await(ROWS + " == 1");
    READER.picture("query");
    assertThat(browser.visible("#yasr thead th")).contains("group", "who");
    assertThat(browser.text("document.querySelector('#yasr').innerText")).contains("anna-lodge");
  }

  @Test
  void linksResultsToOurOwnPages() {
    open(UiLinks.query(LEADER));
    browser.await(EDITOR + "?.getValue().includes('ledBy')");
    browser.await("document.querySelector('#yasr a[href=\"../id/anna-lodge\"]')");
    browser.await("document.querySelector('#yasr a[href=\"../document/lake-chronicle/64-132\"]')");
  }

  @Test
  void callsResultsByTheEndOfTheirAddress() {
    open(UiLinks.query(LEADER));
    browser.await("document.querySelector('#yasr a[href=\"../id/anna-lodge\"]')");
    assertThat(browser.visible("#yasr tbody td"))
        .contains("id:ferry-council", "id:anna-lodge", "document/lake-chronicle/64-132");
  }

  @Test
  void leavesRunAndResultsInReachOnAPhone() throws IOException {
    browser.size(390, 900);
    open(UiLinks.query(LEADER));
    browser.await(ROWS + " == 1");
    READER.picture("query on a phone");
    assertThat(browser.text("document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing runs out of the window")
        .isEqualTo("true");
    browser.run(
        "document.querySelector('.yasqe_queryButton').scrollIntoView({behavior: 'instant', block: 'center'})");
    assertThat(
            browser.text(
                "(() => { const b = document.querySelector('.yasqe_queryButton'), r ="
                    + " b.getBoundingClientRect(); return [0.1, 0.5, 0.9].every(x => [0.1, 0.5,"
                    + " 0.9].every(y => b.contains(document.elementFromPoint(r.x + x * r.width, r.y"
                    + " + y * r.height)))) && r.width >= 24 })()"))
        .as("nothing covers Run")
        .isEqualTo("true");
  }

  @Test
  void runsAQueryThatCameByALinkAndLeadsBackToItsQuestion() {
    open("/ui/query/leaders");
    browser.await(ROWS + " == 1");
    browser.await(
        "document.querySelector('#gilan-back')?.getAttribute('href') == '../query/leaders'");
    browser.evaluate("document.querySelector('#gilan-back').click()");
    browser.await("location.pathname == '/query/leaders'");
  }

  @Test
  void doesNotRunAQueryThatAsksOthers() {
    open("/ui/query/lakes-elsewhere");
    browser.await(EDITOR + "?.getValue().includes('SERVICE')");
    browser.await("document.querySelector('#gilan-back')");
    assertThat(browser.text(ROWS)).isEqualTo("0");
  }

  @Test
  void showsNumbersWithoutTheirDatatypesAndAddsAPrefix() {
    open(UiLinks.query("SELECT (1 + 1 AS ?two) {}"));
    browser.await("document.querySelector('#yasr tbody td sup')?.hidden");
    browser.evaluate(
        "[...document.querySelectorAll('#gilan-prefixes button')].find(b => b.textContent == 'gilan').click()");
    browser.await(EDITOR + ".getValue().startsWith('PREFIX gilan: <https://w3id.org/gilan/')");
  }

  @Test
  void runsTheQueryThatTheEditorStartsWith() {
    open(UiLinks.editor());
    browser.await(EDITOR);
    browser.evaluate(RUN);
    browser.await(ROWS + " == 10");
  }

  @Test
  void offersTheQuestionsOfTheGraph() {
    open(UiLinks.editor());
    browser.await("document.getElementById('gilan-questions')");
    browser.evaluate(
        "(() => { const q = document.getElementById('gilan-questions'); q.value = [...q.options].find(o => o.text.startsWith('Who')).value;"
            + " q.dispatchEvent(new Event('change')); })()");
    browser.await(EDITOR + ".getValue().includes('?group ?leader WHERE')");
    browser.evaluate(RUN);
    browser.await(ROWS + " == 1");
  }

  @Test
  void opensAQuestionByName() {
    open("/ui/query/leaders");
    browser.await(EDITOR + "?.getValue().includes('?group ?leader WHERE')");
    browser.await(ROWS + " == 1");
  }

  @Test
  void answersAQuestionOnItsPage() throws IOException {
    open("/query/leaders");
    browser.await("document.querySelector('.answer tbody a[href=\"../id/anna-lodge\"]')");
    assertThat(browser.visible(".answer th")).containsExactly("Group", "Leader", "Evidence");
    open("/query/the-council");
    browser.await("document.querySelector('.answer tbody a[href=\"../id/ferry-council\"]')");
    assertThat(browser.visible(".answer th"))
        .containsExactly("Subject", "Predicate", "Object", "Evidence");
  }

  @Test
  void asksOthersOnlyWhenTheReaderSaysSo() {
    open("/query/lakes-elsewhere");
    browser.await("document.querySelector('.choose button')?.innerText.endsWith('lakes.example')");
    browser.evaluate("document.querySelector('.choose button').click()");
    browser.await("document.querySelector('h1')?.innerText.includes('SERVICE')");
    assertThat(browser.complaints()).singleElement().asString().contains("403");
  }

  @Test
  void completesPrefixesAndTermsFromTheGraph() {
    open(UiLinks.editor());
    browser.await(EDITOR);
    browser.evaluate(
        "fetch('//prefix.cc/popular/all.file.json').then(r => r.json())"
            + ".then(p => { window.prefixes = p })");
    browser.await("window.prefixes?.gilan == 'https://w3id.org/gilan/ontology#'");
    browser.evaluate(
        "fetch('https://lov.linkeddata.es/dataset/lov/api/v2/autocomplete/terms?type=class&q=pers')"
            + ".then(r => r.json()).then(t => { window.terms = t.results.map(r => r.uri[0]) })");
    browser.await("window.terms?.includes('https://w3id.org/gilan/ontology#Person')");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ui/", "/ui/#/dataset/gilan/query", "/ui/#/dataset/gilan/info"})
  void showsNothingThatWrites(String path) throws IOException {
    open(path);
    browser.await("document.body.innerText.includes('gilan')");
    browser.await("document.querySelector('#gilan-home')");
    READER.picture("ui" + path);
    List<String> offered = browser.visible("a, button");
    assertThat(offered).anyMatch(text -> text.contains("query"));
    assertThat(offered)
        .noneMatch(text -> text.matches("(?i).*(manage|add data|upload|edit|new dataset).*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"#/manage", "#/manage/new", "#/dataset/gilan/upload", "#/dataset/gilan/edit"})
  void saysThatItIsReadOnlyWhereTheUiWouldWrite(String route) {
    open("/ui/" + route);
    browser.await("location.pathname == '/' && location.hash == '#read-only'");
    browser.await("document.body.innerText.includes('changes nothing')");
  }

  @Test
  void followsTheUsualLinksOfTheUi() {
    open("/#/dataset/gilan/query?query=ASK%20%7B%7D");
    browser.await(EDITOR + "?.getValue() == 'ASK {}'");
    open("/index.html");
    browser.await("location.pathname == '/ui/'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/id/anna-lodge",
        "/id/ferry-council",
        "/claim/c3",
        "/document/lake-chronicle",
        "/document/lake-chronicle/64-132",
        "/graph/facts",
        "/query/leaders",
        "/ontology",
      })
  void showsOurPagesWithoutComplaint(String path) throws IOException {
    open(path);
    browser.await(
        "document.querySelector('main')"
            + " && getComputedStyle(document.querySelector('main')).maxWidth != 'none'");
    READER.picture("page" + path);
    assertThat(browser.visible("h1")).hasSize(1);
  }

  private void open(String path) {
    READER.open("/void");
    browser.evaluate("localStorage.clear()");
    READER.open(path);
  }

  private static String json(String text) {
    return new org.apache.jena.atlas.json.JsonString(text).toString();
  }
}

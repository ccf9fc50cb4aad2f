// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.gilan.check.TheGraph;
import org.gilan.page.Addresses;
import org.gilan.page.Site;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a reader does with the real graph in a real browser, with a desktop's window and a phone's.
 * Pictures are left in {@code target/pictures}.
 */
class ReaderIT {
  @RegisterExtension
  static final InBrowser READER =
      new InBrowser(() -> new Site(TheGraph.assembly().graph(), TheGraph.documents()));

  private static final boolean HAS_TEXTS = TheGraph.documents().folder().isPresent();

  private final Browser browser = READER.browser();

  /** The five questions of a new user: the clicks from the first page, then what is in sight. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1280 | Who commanded the Iranian Red Army > Hasanli, section 4 | Removed by | mark",
        "390 | Who commanded the Iranian Red Army > Hasanli, section 4 | Removed by | mark",
        "1280 | Timeline | June 1920 | ol.chronicle",
        "390 | Timeline | June 1920 | ol.chronicle",
        "1280 | Letters | Narimanov | table",
        "390 | Letters | Narimanov | table",
        "1280 | Map | Anzali | svg",
        "390 | Map | Anzali | svg",
        "1280 | How did Kuchak Khan die | Encyclopaedia article | mark",
        "390 | How did Kuchak Khan die | Encyclopaedia article | mark",
      })
  void findsAnAnswerInTwoClicks(int width, String clicks, String words, String shown)
      throws IOException {
    String[] way = clicks.split(" > ");
    assertThat(way).hasSizeLessThanOrEqualTo(2);
    browser.size(width, 1000);
    READER.open("/");
    for (String click : way) {
      browser.click(click);
    }
    String seen = shown.equals("mark") && !HAS_TEXTS ? "main a[href*=\"claim/\"]" : shown;
    browser.await(
        "[...document.querySelectorAll('%s')].some(e => e.checkVisibility())".formatted(seen));
    browser.await("document.querySelector('main')?.innerText.includes('" + words + "')");
    READER.picture(clicks + width);
  }

  /** A page of each kind. */
  static Stream<String> pages() {
    return Stream.concat(
        Stream.of(
            "/",
            "/id/kuchak-khan",
            "/id/soviet-iranian-treaty-1921",
            "/id/rasht",
            "/id/kuchak-khan?list=mentions",
            "/id/dispute-fall-of-kuchak-khan",
            "/document/hasanli-2012",
            "/document/hasanli-2012?part=2",
            "/document/gilan-republic-article?part=1",
            "/query/commanders-iranian-red-army",
            "/query/timeline",
            "/find?q=Lenin",
            "/find?q=Xylophone",
            "/find?kind=Person",
            "/things",
            "/disputes",
            "/sources",
            "/archives",
            "/questions",
            "/timeline",
            "/map",
            "/letters",
            "/ontology",
            "/programs",
            "/cite",
            "/graph/facts"),
        Stream.of(
                "PoliticalParty",
                "Government",
                "Coup",
                "Telegram",
                "Tenure",
                "Judgement",
                "ArchivalFile",
                "Claim",
                "Passage")
            .map(ReaderIT::first));
  }

  private static String first(String type) {
    return TheGraph.assembly().graph().dataset().getDefaultGraph().stream(
            Node.ANY, RDF.type.asNode(), Gilan.term(type))
        .map(triple -> triple.getSubject().getURI())
        .sorted()
        .flatMap(iri -> Addresses.path(iri).stream())
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(type));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void keepsNobodyFromReading(String path) throws IOException {
    READER.open(path);
    readableAtAnyWidth();
  }

  @Test
  void keepsNobodyFromReadingWhatWentWrong() throws IOException {
    READER.open("/id/nobody");
    readableAtAnyWidth();
    assertThat(browser.complaints())
        .anyMatch(complaint -> complaint.contains("404"))
        .allMatch(complaint -> complaint.contains("404") || complaint.contains("Canvas2D"));
  }

  private void readableAtAnyWidth() throws IOException {
    for (int width : new int[] {390, 1280}) {
      browser.size(width, 1000);
      browser.reload();
      assertThat(browser.text("document.documentElement.scrollWidth <= innerWidth"))
          .as("nothing runs out of the window")
          .isEqualTo("true");
      browser.run("document.querySelectorAll('details').forEach(e => { e.open = true; })");
      for (boolean dark : new boolean[] {false, true}) {
        browser.dark(dark);
        assertThat(READER.violations()).as("%d wide, dark %s", width, dark).isEqualTo("[]");
      }
      browser.dark(false);
    }
  }

  @Test
  void fitsTheFirstPageOntoTwoScreensOfAPhone() {
    browser.size(390, 844);
    READER.open("/");
    assertThat(browser.text("innerWidth")).isEqualTo("390");
    String last = "document.querySelector('section[aria-labelledby=questions] > p')";
    assertThat(browser.text(last + ".textContent")).startsWith("All ");
    assertThat(Double.parseDouble(browser.text(last + ".getBoundingClientRect().bottom + scrollY")))
        .isLessThan(2 * 844);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/disputes", "/map", "/letters", "/timeline"})
  void printsNothingToBePressed(String path) {
    READER.open(path);
    assertThat(browser.visible("main button")).isNotEmpty();
    browser.paper(true);
    try {
      assertThat(browser.visible("main button, main form, header.site")).isEmpty();
    } finally {
      browser.paper(false);
    }
  }

  @Test
  void seesWhatKeepsPeopleFromReading() throws IOException {
    READER.open("/things");
    browser.run("document.querySelector('main').innerHTML = '<img src=\"assets/icon.svg\">'");
    assertThat(READER.violations()).contains("image-alt");
  }

  @Test
  void leadsFromTheOldAddressOfAPassage() {
    READER.open("/document/hasanli-2012#char=33895,33948");
    browser.await("location.pathname == '/document/hasanli-2012/33895-33948'");
  }

  @Test
  void offersNamesWhileOneIsTyped() {
    READER.open("/");
    browser.await("document.getElementById('find')");
    browser.run(
        "const q = document.getElementById('find'); q.value = 'Кучек';"
            + " q.dispatchEvent(new Event('input', {bubbles: true}))");
    browser.await("document.querySelector('.big .offer a')?.checkVisibility()");
    assertThat(browser.text("document.querySelector('.big .offer a').pathname"))
        .isEqualTo("/id/kuchak-khan");
  }

  @Test
  void lightsTheWordsOfAClaim() {
    READER.open("/document/gilan-republic-article?part=1");
    browser.await("document.querySelector('.margin a')");
    browser.run(
        "document.querySelector('.margin a').dispatchEvent(new Event('pointerover', {bubbles:"
            + " true}))");
    browser.await("document.querySelector('.margin .lit')");
    if (HAS_TEXTS) {
      browser.await("document.querySelector('.text .lit')");
    }
  }
}

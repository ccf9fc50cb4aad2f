// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gilan.check.TheGraph;
import org.gilan.page.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a reader does with the real graph in a real browser, with a desktop's window and a phone's.
 * Pictures are left in {@code target/pictures}.
 */
class ReaderIT {
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  @TempDir static Path profile;
  private static Served served;
  private static Browser browser;
  private static boolean hasTexts;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start(profile);
    hasTexts = TheGraph.documents().folder().isPresent();
    served = Served.site(new Site(TheGraph.assembly().graph(), TheGraph.documents()));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (served != null) {
      served.close();
    }
  }

  @AfterEach
  void asksNobodyElseAndComplainsOfNothing() {
    browser.size(1280, 1000);
    assertThat(browser.hosts()).containsOnly(served.uri("/").getAuthority());
    assertThat(browser.complaints()).as("but for axe's own").allMatch(c -> c.contains("Canvas2D"));
  }

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
    browser.open(served.uri("/"));
    for (String click : way) {
      browser.click(click);
    }
    String seen = shown.equals("mark") && !hasTexts ? "main a[href*=\"claim/\"]" : shown;
    browser.await(
        "[...document.querySelectorAll('%s')].some(e => e.checkVisibility())".formatted(seen));
    browser.await("document.querySelector('main').innerText.includes('" + words + "')");
    String name = clicks.replaceAll("\\W+", "-") + width + ".png";
    browser.picture(Path.of("target/pictures/", name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
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
        "/ontology"
      })
  void keepsNobodyFromReading(String path) throws IOException {
    browser.size(390, 1000);
    browser.open(served.uri(path));
    assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth").toString())
        .as("nothing runs out of a phone's width")
        .isEqualTo("true");
    browser.size(1280, 1000);
    browser.open(served.uri(path));
    browser.run("document.querySelectorAll('details').forEach(e => { e.open = true; })");
    assertThat(violations()).isEqualTo("[]");
  }

  @Test
  void seesWhatKeepsPeopleFromReading() throws IOException {
    browser.open(served.uri("/things"));
    browser.run("document.querySelector('main').innerHTML = '<img src=\"assets/icon.svg\">'");
    assertThat(violations()).contains("image-alt");
  }

  private static String violations() throws IOException {
    try (InputStream in = ReaderIT.class.getResourceAsStream(AXE)) {
      browser.run(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    return browser
        .evaluate(
            "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
                + " 'best-practice']}).then(r => JSON.stringify(r.violations.map(v => v.id + ' '"
                + " + v.nodes.slice(0, 2).map(n => n.target + ' ' + n.failureSummary))))")
        .getAsString()
        .value();
  }

  @Test
  void leadsFromTheOldAddressOfAPassage() {
    browser.open(served.uri("/document/hasanli-2012#char=33895,33948"));
    browser.await("location.pathname == '/document/hasanli-2012/33895-33948'");
  }

  @Test
  void offersNamesWhileOneIsTyped() {
    browser.open(served.uri("/"));
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
    browser.open(served.uri("/document/gilan-republic-article?part=1"));
    browser.await("document.querySelector('.margin a')");
    browser.run(
        "document.querySelector('.margin a').dispatchEvent(new Event('pointerover', {bubbles:"
            + " true}))");
    browser.await("document.querySelector('.margin .lit')");
    if (hasTexts) {
      browser.await("document.querySelector('.text .lit')");
    }
  }
}

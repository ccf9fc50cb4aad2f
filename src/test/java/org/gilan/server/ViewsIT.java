// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.gilan.page.ViewFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Timeline, map and letters in a real browser. Pictures are left in {@code target/pictures}. */
class ViewsIT {
  @RegisterExtension static final InBrowser READER = new InBrowser(ViewFixture::site);

  private final Browser browser = READER.browser();

  @Test
  void drawsEveryDateOfTheListAndTheContestedOneHollow() throws IOException {
    READER.open("/timeline");
    browser.await("document.querySelectorAll('a.mark').length == 4");
    assertThat(number("a.mark.hollow")).isEqualTo(1);
    assertThat(browser.visible("#chart .status").get(0)).startsWith("4 of 4 dates");
    READER.picture("timeline");
  }

  @Test
  void keepsTheStateOfTheTimelineInTheAddress() {
    READER.open("/timeline");
    browser.await("document.querySelectorAll('a.mark').length == 4");
    browser.evaluate("document.querySelector('input[value=places]').click()");
    browser.await("location.search.includes('lanes=places')");
    browser.await("document.querySelectorAll('g.lane').length == 5");
    READER.open("/timeline?lanes=none&view=1920-06-01,1920-06-30");
    browser.await("document.querySelector('#chart .status')?.textContent?.startsWith('2 of 4')");
    assertThat(number("g.lane")).isEqualTo(1);
  }

  @Test
  void walksTheTimelineByKeyboard() {
    READER.open("/timeline");
    browser.await("document.querySelectorAll('a.mark').length == 4");
    browser.evaluate(
        "document.querySelector('.frame').dispatchEvent(new KeyboardEvent('keydown', {key: 'End'}))");
    browser.await(
        "document.querySelector('#chart .status')?.textContent?.startsWith('9 June 1920: Voyage')");
    browser.evaluate(
        "document.querySelector('.frame').dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter'}))");
    browser.await("location.pathname == '/id/voyage'");
  }

  @Test
  void slidesTheMapThroughTime() throws IOException {
    READER.open("/map");
    browser.await("document.querySelectorAll('#slider input').length == 2");
    assertThat(browser.visible("#drawn").get(0)).startsWith("4 events and letters at 5 places");
    browser.evaluate(
        "(() => { const e = document.querySelectorAll('#slider input')[1]; e.value = 0;"
            + " e.dispatchEvent(new Event('input')); e.dispatchEvent(new Event('change')); })()");
    browser.await(
        "document.querySelector('#drawn')?.textContent == '2 events and letters at 4 places,"
            + " 2 of them on the map; 1 way between them'");
    assertThat(browser.text("location.search")).isEqualTo("?from=1920-05&to=1920-05");
    READER.picture("map");
    READER.open("/map?from=1920-05&to=1920-05");
    assertThat(browser.visible("#drawn"))
        .containsExactly(
            "2 events and letters at 4 places, 2 of them on the map; 1 way between them");
  }

  @Test
  void drawsWhoWroteToWhomAndLeadsToTheLetters() throws IOException {
    READER.open("/letters");
    browser.await("document.querySelectorAll('a.way').length == 3");
    assertThat(number("a.actor")).isEqualTo(3);
    READER.picture("letters");
    browser.evaluate(
        "document.querySelector('a.way[href*=\"recipient=clara\"]').dispatchEvent(new"
            + " MouseEvent('click', {bubbles: true, cancelable: true}))");
    browser.await("document.querySelector('#rows')?.textContent == '1 letter of 2'");
  }

  @Test
  void drawsTheAnswerToAQuestion() throws IOException {
    READER.open("/query/who-wrote?as=network");
    browser.await("document.querySelectorAll('#net a.way').length == 3");
    assertThat(number("table.answer tbody tr")).isEqualTo(3);
    READER.open("/query/who-wrote?as=bars");
    assertThat(number("td.bar rect")).isEqualTo(3);
    READER.open("/query/events-of-a-person");
    browser.await("document.querySelectorAll('a.mark').length == 3");
    browser.evaluate("document.querySelector('option[value=boris]').selected = true");
    browser.evaluate("document.querySelector('form.choose button').click()");
    browser.await(
        "location.search == '?person=boris' || location.search.includes('person=boris&')");
    browser.await("document.querySelectorAll('a.mark').length == 1");
    READER.open("/query/events-of-a-person?as=map");
    assertThat(number("#map .spot")).isEqualTo(3);
    assertThat(number("#map .route")).isEqualTo(0);
  }

  @Test
  void copiesAReference() {
    READER.open("/id/anna");
    browser.await("document.querySelectorAll('.formats button').length == 3");
  }

  private int number(String selector) {
    return Integer.parseInt(
        browser.text("document.querySelectorAll('%s').length".formatted(selector)));
  }
}

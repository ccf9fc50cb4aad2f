// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jgrapht.graph.DefaultDirectedWeightedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.nio.graphml.SimpleGraphMLImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsTest {
  private static final Views VIEWS = new Views(ViewFixture.site());

  @Test
  void tellsEventsInOrderOfTimeWithEveryDateThatIsGiven() {
    String page = VIEWS.timeline(asked(""));
    assertThat(page).contains("<h2 id=\"dated\">4 dates of 3 things; 1 of them not accepted</h2>");
    assertThat(rows(page))
        .containsExactly(
            "18 May 1920 Voyage of Anna journey",
            "not before 18 May 1920 Feast event inferred",
            "June to August 1920 Talks in Lakeland meeting",
            "9 June 1920 Voyage of Anna journey contested");
    assertThat(page)
        .contains("data-at=\"1920-06-01/1920-06-30/1920-08-01/1920-08-31\"")
        .contains("data-at=\"1920-05-18///\"")
        .contains("class=\"hollow\"><span class=\"when\">9 June 1920")
        .contains("href=\"claim/c1\"");
  }

  @Test
  void listsWhatHasNoDate() {
    assertThat(VIEWS.timeline(asked("")))
        .contains("1 without a date</h2>")
        .contains("<li><a href=\"id/flood\">Flood</a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show=decisions | 1921 Ruling decision",
        "show=letters&who=clara | 1 July 1920 Letter, of Anna letter",
        "kind=meeting | June to August 1920 Talks in Lakeland meeting",
        "who=boris | June to August 1920 Talks in Lakeland meeting",
        "place=lost-town | not before 18 May 1920 Feast event inferred",
        "document=chronicle&to=1920-05 | 18 May 1920 Voyage of Anna journey",
        "from=1920-07 | June to August 1920 Talks in Lakeland meeting",
      })
  void showsWhatIsAskedFor(String example) {
    String[] parts = example.split(" \\| ");
    assertThat(rows(VIEWS.timeline(asked(parts[0])))).containsExactly(parts[1]);
  }

  @Test
  void saysThatNothingHasAllThatIsAskedFor() {
    assertThat(VIEWS.timeline(asked("who=clara&from=nonsense")))
        .contains("No dates of no things", "Nothing in the graph has all of this");
  }

  @Test
  void keepsWhatWasChosenInTheForm() {
    assertThat(VIEWS.timeline(asked("show=letters&who=anna&from=1920-05")))
        .contains("value=\"letters\" checked", "value=\"anna\" selected>Anna &lt;Lodge&gt; (4)")
        .contains("name=\"from\" value=\"1920-05\"")
        .doesNotContain("value=\"events\" checked");
  }

  @Test
  void drawsPlacesAndWaysAndForgetsNone() {
    String page = VIEWS.map(asked(""));
    assertThat(page)
        .contains("4 events and letters at 5 places, 3 of them on the map; 1 way between them")
        .contains("aria-label=\"Reedport: 1 event, 1 letter about it\"")
        .contains("class=\"spot region\" href=\"#lakeland\"")
        .contains("aria-label=\"Voyage of Anna: Millham to Reedport\"")
        .contains("<h2 id=\"beyond\">", "id=\"far-city\"")
        .contains("<h2 id=\"unlocated\">", "id=\"lost-town\"")
        .contains("1 more event is without a place");
    assertThat(page.split("class=\"spot", -1)).hasSize(4);
    assertThat(page.split("class=\"route\"", -1)).hasSize(2);
  }

  @Test
  void hidesOnTheMapWhatBelongsToAnotherTime() {
    assertThat(VIEWS.map(asked("from=1920-07&to=1920-07")))
        .contains("2 events and letters at 2 places, 2 of them on the map; no ways between them")
        .contains("aria-label=\"Reedport: 1 letter about it\"")
        .contains("id=\"millham\" hidden");
  }

  @Test
  void mapsTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      String page = VIEWS.map(asked(""));
      Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arab"));
      assertThat(VIEWS.map(asked(""))).isEqualTo(page);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void givesARowForEachLetterAndAWayForEachPair() {
    String page = VIEWS.letters(asked(""));
    assertThat(page)
        .contains("<h2 id=\"rows\">2 letters</h2>")
        .contains("Who wrote to whom: 3 people and bodies, 3 ways</h2>")
        .contains("<a href=\"id/file-7\">Archive 1/2/7</a>, sheet 3")
        .contains("<a href=\"id/advice\">Advice to stay</a>")
        .contains("<a href=\"id/clara\" lang=\"fa\" dir=\"auto\">كلارا</a>")
        .contains("href=\"letters?sender=anna&amp;recipient=clara\"")
        .doesNotContain("Minutes");
    assertThat(page.indexOf("id/letter\"")).isLessThan(page.indexOf("id/answer\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sender=boris", "recipient=anna", "q=answer", "sender=boris&order=kind"})
  void showsTheLettersAskedFor(String query) {
    assertThat(VIEWS.letters(asked(query)))
        .contains("1 letter of 2", "id/answer\"")
        .doesNotContain("id/letter\"");
  }

  @Test
  void writesLettersAsCsv() {
    assertThat(VIEWS.letterTable(asked("sender=anna")).split("\r\n"))
        .containsExactly(
            "letter,label,kind,date,earliest,latest,sender,recipient,says,file,sheets",
            "https://w3id.org/gilan/id/letter,\"Letter, of Anna\",letter,1 July 1920,1920-07-01,"
                + "1920-07-01,Anna <Lodge>,Boris; كلارا,Advice to stay,Archive 1/2/7,3");
  }

  @Test
  void writesANetworkThatALibraryReadsBack() {
    DefaultDirectedWeightedGraph<String, DefaultWeightedEdge> network =
        new DefaultDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    network.setVertexSupplier(() -> "vertex " + network.vertexSet().size());
    SimpleGraphMLImporter<String, DefaultWeightedEdge> importer = new SimpleGraphMLImporter<>();
    importer.setEdgeWeightAttributeName("weight");
    importer.importGraph(network, new StringReader(VIEWS.letterNetwork(asked(""))));
    assertThat(network.vertexSet()).hasSize(3);
    assertThat(network.edgeSet()).hasSize(3);
    assertThat(network.edgeSet()).allMatch(edge -> network.getEdgeWeight(edge) == 1);
  }

  @Test
  void showsTheArchivesAsATree() {
    String page = VIEWS.archives();
    assertThat(page)
        .contains("1 archive, 1 fond, 2 files", "2 files, 1 paper cited", "Inventory 2")
        .containsPattern("(?s)>Archive 1/2/7<.*Sheet 3: .*Letter, of Anna.*1 claim<.*1/2/10<")
        .containsPattern("(?s)id=\"elsewhere\".*Answer.*Minutes");
  }

  /** Reads a query string; the values of the tests need no decoding. */
  private static Asked asked(String query) {
    Map<String, List<String>> values =
        Arrays.stream(query.split("&"))
            .filter(part -> !part.isEmpty())
            .map(part -> part.split("=", 2))
            .collect(
                Collectors.groupingBy(
                    part -> part[0], Collectors.mapping(part -> part[1], Collectors.toList())));
    return new Asked(name -> values.getOrDefault(name, List.of()));
  }

  /** The rows as a reader sees them, without who, where and by which source. */
  private static List<String> rows(String page) {
    return Pattern.compile("<li data-at.*?(?=<small>)")
        .matcher(page)
        .results()
        .map(row -> row.group().replaceAll("<span class=\"hidden\">[^<]*", ""))
        .map(row -> row.replaceAll("<[^>]*>", "").strip())
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.SKOS;
import org.gilan.document.Documents;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)[^>]*>");
  private static final List<String> EMPTY = List.of("meta", "link", "br", "input", "img");
  private static final Pages PAGES = new Pages(Fixture.site());

  static Stream<String> iris() {
    return Stream.of(
        "id/anna-lodge",
        "id/ferry-council",
        "id/lake-treaty",
        "claim/c1",
        "claim/c3",
        "document/lake-chronicle",
        "document/lake-chronicle/64-132",
        "graph/facts",
        "graph/reifiers",
        "ontology",
        "ontology#Person");
  }

  @ParameterizedTest
  @MethodSource("iris")
  void isWellFormedAndAccessible(String name) {
    String page = page(name);
    assertThat(page)
        .startsWith("<!doctype html>\n<html lang=\"en\">")
        .contains("<main id=\"main\">", "href=\"#main\"", "<nav aria-label=\"Site\">")
        .doesNotContain("style=", "<script>", "href=\"javascript", "=\"/");
    assertThat(page.replaceAll("(?s)<pre.*?</pre>", "")).doesNotContain("{{");
    assertThat(page.split("<h1", -1)).hasSize(2);
    assertBalanced(page);
    assertUnique(page);
  }

  @ParameterizedTest
  @MethodSource("iris")
  void linksToNothingThatIsNotThere(String name) {
    Matcher links =
        Pattern.compile(
                "href=\"(?:\\.\\./)*(?=(?:id|document|claim|graph|ontology)[/\".])([^\"#?]*)")
            .matcher(page(name));
    int count = 0;
    while (links.find()) {
      String path =
          "/" + links.group(1).replaceFirst("\\.(ttl|nt|jsonld|rdf|bib|ris|csl\\.json)$", "");
      String iri = Addresses.iri(path).replaceFirst("&amp;format=.*", "");
      assertThat(PAGES.html(iri)).as(links.group(1)).isPresent();
      count++;
    }
    assertThat(count).isPositive();
  }

  @ParameterizedTest
  @MethodSource("iris")
  void callsDifferentTargetsByDifferentWords(String name) {
    String page = page(name);
    Map<String, Set<String>> targets = new TreeMap<>();
    Matcher links =
        Pattern.compile("(?s)<a [^>]*?href=\"([^\"]*)\"[^>]*>(.*?)</a>")
            .matcher(page.substring(page.indexOf("<main")));
    while (links.find()) {
      String words = links.group(2).replaceAll("<[^>]*>", "").strip();
      targets.computeIfAbsent(words, w -> new TreeSet<>()).add(links.group(1));
    }
    assertThat(targets).isNotEmpty().allSatisfy((words, found) -> assertThat(found).hasSize(1));
  }

  @Test
  void showsNamesInTheirOwnLanguages() {
    assertThat(page("id/anna-lodge"))
        .contains("Anna Lodge</h1>")
        .contains("<span lang=\"fa\" dir=\"auto\">آنا لاج</span>")
        .contains(">Also</span>")
        .contains("Anna Loge");
  }

  @Test
  void showsTheMostExactKindOnly() {
    assertThat(page("id/anna-lodge"))
        .contains("<a href=\"../ontology#Person\">person</a>")
        .doesNotContain("<a href=\"../ontology#Actor\">");
  }

  @Test
  void showsFactsWithTheClaimsBehindThem() {
    assertThat(page("id/ferry-council"))
        .containsPattern(
            "(?s)Led by.*Anna Lodge.*<summary>Lake Chronicle · Mill Book<.*claim/c1\".*claim/c4\"")
        .containsPattern("(?s)On date.*4 June 1920.*<summary>Lake Chronicle<.*claim/c2\"");
  }

  @Test
  void leavesOutWhatOnlyRepeatsANarrowerFact() {
    assertThat(page("id/ferry-council")).doesNotContainIgnoringCase("participant");
  }

  @Test
  void keepsWhatIsNotAcceptedApart() {
    assertThat(page("id/ferry-council"))
        .containsPattern(
            "(?s)9 June 1920</span> <span class=\"remark\">contested.*reports.*Because: Hearsay of a");
  }

  @Test
  void showsWhereAThingAppears() {
    assertThat(page("id/anna-lodge"))
        .containsPattern("(?s)Elsewhere in the graph.*Anna Lodge led .*id/ferry-council")
        .contains("document/lake-chronicle/64-132", "?list=mentions");
  }

  @Test
  void linksOnlyToTheWeb() {
    assertThat(page("id/anna-lodge"))
        .contains("href=\"https://example.org/anna\"")
        .doesNotContain("href=\"javascript");
  }

  @Test
  void saysWhoHasNoVerifiedIdentifierInWikidata() {
    String says = "No verified Wikidata identifier yet";
    assertThat(page("id/anna-lodge")).contains(says);
    assertThat(page("id/ferry-council")).as("a kind that is not sought").doesNotContain(says);
    assertThat(linkedTo(SKOS.closeMatch, "http://www.wikidata.org/entity/Q1")).contains(says);
    assertThat(linkedTo(SKOS.exactMatch, "https://example.org/anna")).contains(says);
    assertThat(linkedTo(SKOS.exactMatch, "http://www.wikidata.org/entity/Q1")).doesNotContain(says);
  }

  private static String linkedTo(Property link, String item) {
    DatasetGraph dataset = Fixture.dataset();
    Node anna = NodeFactory.createURI(Gilan.ID + "anna-lodge");
    dataset.getDefaultGraph().add(anna, link.asNode(), NodeFactory.createURI(item));
    KnowledgeGraph graph = new KnowledgeGraph(dataset, "cafe0123");
    return new Pages(new Site(graph, Documents.none())).html(anna.getURI()).orElseThrow();
  }

  @Test
  void showsAClaimWithItsRivals() {
    assertThat(page("claim/c3"))
        .contains("reports this", "<strong>contested</strong>", "Hearsay of a later hand.")
        .containsPattern("(?s)Other answers to the same.*4 June 1920");
  }

  @Test
  void showsWhoElseSaysTheSame() {
    assertThat(page("claim/c1")).containsPattern("(?s)The same from others.*Mill Book");
  }

  @Test
  void saysHowToGetTheTexts() {
    for (String name : List.of("document/lake-chronicle/64-132", "claim/c1")) {
      assertThat(page(name)).contains("--documents DIR").doesNotContain("<mark>");
    }
  }

  @Test
  void showsAPassageInItsPlace(@TempDir Path folder) {
    Pages pages = new Pages(Fixture.siteWithTexts(folder));
    int begin = Fixture.CHRONICLE.indexOf("nobody <");
    int end = begin + "nobody <objected> &".length();
    String page =
        pages
            .html("https://w3id.org/gilan/document/lake-chronicle/" + begin + "-" + end)
            .orElseThrow();
    assertThat(page)
        .contains("<mark>nobody &lt;objected&gt; &amp;</mark>")
        .contains("Anna Lodge was chosen")
        .doesNotContain("<objected>");
  }

  @Test
  void countsCodePoints(@TempDir Path folder) {
    Pages pages = new Pages(Fixture.siteWithTexts(folder));
    int begin = Fixture.CHRONICLE.codePointCount(0, Fixture.CHRONICLE.indexOf("sat until"));
    assertThat(
            pages.html(
                "https://w3id.org/gilan/document/lake-chronicle/%d-%d".formatted(begin, begin + 9)))
        .hasValueSatisfying(page -> assertThat(page).contains("<mark>sat until</mark>"));
  }

  @Test
  void showsNoPassageThatTheTextDoesNotHave(@TempDir Path folder) {
    Pages pages = new Pages(Fixture.siteWithTexts(folder));
    String iri = "https://w3id.org/gilan/document/lake-chronicle/";
    assertThat(pages.html(iri + "10-99999").orElseThrow()).contains("The document has only");
    assertThat(pages.html(iri + "20-20").orElseThrow()).contains("The range is empty");
  }

  @Test
  void knowsNothingOfStrangers() {
    assertThat(PAGES.html("https://w3id.org/gilan/id/nobody")).isEmpty();
    assertThat(PAGES.rdf("https://w3id.org/gilan/id/nobody")).isEmpty();
    assertThat(PAGES.html("https://w3id.org/gilan/document/none/1-2")).isEmpty();
  }

  @Test
  void isWellFormedWhereNothingIsDescribed() {
    List<String> pages =
        new ArrayList<>(
            List.of(PAGES.home(), PlainPages.problem("<x>", "y"), PlainPages.programs("http://h")));
    for (String path : Pages.lists()) {
      PAGES.list(path, name -> "").ifPresent(pages::add);
    }
    assertThat(pages).hasSize(9);
    for (String page : pages) {
      assertBalanced(page);
      assertUnique(page);
    }
  }

  @Test
  void offersWaysInAndQuestions() {
    assertThat(PAGES.home())
        .contains("cafe0123", "href=\"timeline\"", "href=\"disputes\"", "href=\"archives\"")
        .contains("<a href=\"query/leaders\">Who &lt;led&gt; what?</a>");
    assertThat(PAGES.list("/questions", name -> ""))
        .hasValueSatisfying(
            page -> assertThat(page).contains("<h2>people</h2>", "<h2>places</h2>"));
  }

  @Test
  void showsAQuestionWithItsQueryAndWhereToRunIt() {
    String sparql = PAGES.sparql("https://w3id.org/gilan/query/leaders", name -> "").orElseThrow();
    assertThat(page("query/leaders"))
        .contains("<h1>Who &lt;led&gt; what?</h1>", "One row a group.", "first steps")
        .contains("<th scope=\"col\">Leader</th>", "../id/anna-lodge\">Anna Lodge</a>", "1 row.")
        .contains("SELECT ?group ?leader", "ontology#ledBy&gt;", "query/leaders.csv\"")
        .contains(UiLinks.query(sparql).substring(1), "query/leaders.rq", "query/leaders.ttl")
        .doesNotContain("name=\"ask\"");
    assertThat(page("query/the-council")).contains("the-council/answer.ttl");
    assertThat(PAGES.sparql("https://w3id.org/gilan/id/anna-lodge", name -> "")).isEmpty();
  }

  @Test
  void leavesItToTheReaderWhetherOthersAreAsked() {
    assertThat(page("query/lakes-elsewhere"))
        .contains("name=\"ask\"", "Ask this graph and lakes.example", "lakes-elsewhere.csv");
  }

  @Test
  void readsTheSameInEveryLocale() {
    String expected = page("id/ferry-council");
    Locale usual = Locale.getDefault();
    try {
      for (String tag : List.of("fa-IR", "tr-TR")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(page("id/ferry-council")).isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(usual);
    }
  }

  private static String page(String name) {
    return PAGES.html("https://w3id.org/gilan/" + name).orElseThrow();
  }

  private static void assertBalanced(String page) {
    java.util.Deque<String> open = new java.util.ArrayDeque<>();
    Matcher tags = TAG.matcher(page);
    while (tags.find()) {
      String name = tags.group(2);
      if (tags.group(1).isEmpty()) {
        if (!EMPTY.contains(name)) {
          open.push(name);
        }
      } else {
        assertThat(name).as("closes at %s", tags.start()).isEqualTo(open.pop());
      }
    }
    assertThat(open).isEmpty();
  }

  private static void assertUnique(String page) {
    Matcher ids = Pattern.compile(" id=\"([^\"]*)\"").matcher(page);
    assertThat(ids.results().map(id -> id.group(1)).toList()).doesNotHaveDuplicates();
  }
}

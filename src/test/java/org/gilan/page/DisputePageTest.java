// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisputePageTest {
  private static final String DISPUTE = Gilan.ID + "dispute-beginning";
  private static final Pages PAGES = new Pages(Fixture.site());

  @Test
  void standsUnderItsQuestionWithAColumnForEachAnswer() {
    assertThat(PAGES.html(DISPUTE).orElseThrow())
        .contains("<h1>When did the council begin?</h1>", "because a list of the day has it.")
        .containsPattern("(?s)<h2 id=\"dispute-beginning-fourth\">On 4 June.*follows this")
        .containsPattern("(?s)<h2 id=\"dispute-beginning-ninth\">On 9 June.*Millers.*contested");
  }

  @Test
  void isWholeAsRdfWithPositionsClaimsAndPassages() {
    Graph dispute = PAGES.rdf(DISPUTE).orElseThrow();
    assertThat(dispute.stream(null, Gilan.positionIn, null)).hasSize(2);
    assertThat(dispute.stream(null, Gilan.takes, null)).hasSize(2);
    assertThat(dispute.stream(null, RDF.type.asNode(), Gilan.Passage)).hasSize(2);
  }

  @Test
  void saysWhoIsSilent() {
    assertThat(PAGES.html(DISPUTE).orElseThrow())
        .containsPattern("(?s)Who is silent.*>“Mill Book”</a>\\.");
  }

  @Test
  void quotesThePassagesWhereTheTextsAreAtHand(@TempDir Path folder) {
    assertThat(new Pages(Fixture.siteWithTexts(folder)).html(DISPUTE).orElseThrow())
        .containsPattern("(?s)<mark>.*</mark>");
    assertThat(PAGES.html(DISPUTE).orElseThrow()).doesNotContain("<mark>");
  }

  @Test
  void quotesEachPassageOnceForAnAnswer(@TempDir Path folder) {
    Site site = Fixture.siteWithTexts(folder);
    Graph graph = site.graph().dataset().getDefaultGraph();
    Node claim = NodeFactory.createURI(Gilan.BASE + "claim/c1");
    Node fourth = NodeFactory.createURI(DISPUTE + "-fourth");
    String before = new Pages(site).html(DISPUTE).orElseThrow();
    graph.add(claim, Gilan.takes, fourth);
    String page = new Pages(site).html(DISPUTE).orElseThrow();
    assertThat(page.split("claim/c1\"")).hasSizeGreaterThan(1);
    assertThat(page.split("<mark>")).hasSameSizeAs(before.split("<mark>"));
    assertThat(page.split(">Lake Chronicle, passage 1</a>")).hasSize(3);
  }

  @Test
  void isCalledByItsQuestionNotByTheNameOfTheEvent() {
    assertThat(PAGES.html(Gilan.BASE + "claim/c3").orElseThrow())
        .contains(">When did the council begin?</a>")
        .doesNotContain(">Beginning of the council</a>");
  }

  @Test
  void standsOnThePageOfWhatItIsAbout() {
    assertThat(PAGES.html(Gilan.ID + "ferry-council").orElseThrow())
        .containsPattern("(?s)Where sources disagree.*When did the council begin\\?.*On 9 June");
  }

  @Test
  void isListedAndFoundByWhatItIsAboutAndByDocument() {
    assertThat(disputes("about", "ferry-council")).contains("1 of 1.", "When did the council");
    assertThat(disputes("about", "millers")).contains("0 of 1.");
    assertThat(disputes("document", "lake-chronicle")).contains("1 of 1.");
    assertThat(disputes("document", "mill-book")).contains("0 of 1.");
  }

  @Test
  void countsACopyWithItsOriginal() {
    Graph graph = Fixture.dataset().getDefaultGraph();
    Node book = NodeFactory.createURI(Gilan.DOCUMENT + "mill-book");
    Node chronicle = NodeFactory.createURI(Gilan.DOCUMENT + "lake-chronicle");
    LinkedWording wording = new LinkedWording(graph, graph.getPrefixMapping());
    Lineage lineage = new Lineage(graph, wording);
    assertThat(lineage.support(List.of(book, chronicle))).isEqualTo("2 independent sources.");
    graph.add(book, Vocabulary.DERIVED_FROM, chronicle);
    assertThat(lineage.support(List.of(book, chronicle)))
        .isEqualTo("One source: “Mill Book” repeats “Lake Chronicle” and is counted with it.");
    assertThat(lineage.support(List.of())).startsWith("No source");
  }

  private static String disputes(String parameter, String value) {
    return PAGES.list("/disputes", name -> name.equals(parameter) ? value : "").orElseThrow();
  }
}

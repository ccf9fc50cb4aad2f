// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.document.Documents;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortraitTest {
  private static final String ANNA = Gilan.ID + "anna-lodge";
  private static final Pages PAGES = new Pages(Fixture.site());

  @Test
  void beginsWithWhatAReaderWants() {
    String page = PAGES.html(ANNA).orElseThrow();
    assertThat(page)
        .contains("<p class=\"lead\">Person, head of the council (from 4 June 1920).</p>")
        .containsPattern("(?s)Offices and memberships.*Life.*Letters and papers.*For editors");
  }

  @Test
  void tellsOfAnOfficeWithItsDateAndWhoGaveIt() {
    assertThat(PAGES.html(ANNA).orElseThrow())
        .containsPattern(
            "(?s)from 4 June 1920.*lodge-as-head\">head of the council</a>.*appointed by .*Ferry");
  }

  @Test
  void tellsALifeInOrder() {
    assertThat(PAGES.html(ANNA).orElseThrow())
        .containsPattern("(?s)spring 1920|summer 1920.*Meeting at Reedport.*took part");
  }

  @Test
  void opensTheEvidenceInPlace(@TempDir Path folder) {
    String page =
        new Pages(Fixture.siteWithTexts(folder)).html(Gilan.ID + "ferry-council").orElseThrow();
    assertThat(page)
        .containsPattern("(?s)<details><summary>Lake Chronicle.*?<mark>.*?claim/c2\"")
        .doesNotContain("characters 64");
  }

  @Test
  void givesAGroupAPageOfItsOwn() {
    assertThat(PAGES.html(ANNA, name -> name.equals("list") ? "course" : ""))
        .hasValueSatisfying(page -> assertThat(page).contains("<h1>Life</h1>", "1 in all"));
    assertThat(PAGES.html(ANNA, name -> name.equals("list") ? "nothing" : "")).isEmpty();
    assertThat(PAGES.html(ANNA, name -> name.equals("list") ? "mentions" : ""))
        .hasValueSatisfying(page -> assertThat(page).contains("document/lake-chronicle/64-132"));
  }

  @Test
  void pagesLongLists() {
    assertThat(Paging.of(81, 2, "?list=x"))
        .isEqualTo(new Paging(2, 3, "?list=x&page=1", "?list=x&page=3"));
    assertThat(Paging.of(81, 9, "?q=").page()).isEqualTo(3);
    assertThat(Paging.of(0, 1, "?q=").isPaged()).isFalse();
    assertThat(Paging.asked("x")).isEqualTo(1);
  }

  @Test
  void setsOwnOfficesBeforeThoseOfSuccessors() {
    DatasetGraph dataset = Fixture.dataset();
    Graph graph = dataset.getDefaultGraph();
    Node next = NodeFactory.createURI(Gilan.ID + "miller-as-head");
    graph.add(next, RDFS.label.asNode(), NodeFactory.createLiteralLang("Miller as head", "en"));
    graph.add(next, RDF.type.asNode(), Gilan.term("Tenure"));
    graph.add(next, Gilan.term("post"), NodeFactory.createURI(Gilan.ID + "post-head"));
    graph.add(next, Gilan.term("replaces"), NodeFactory.createURI(ANNA));
    assertThat(html(dataset, ANNA))
        .containsPattern("(?s)head of the council</a>.*Who came after.*>Miller as head</a>")
        .doesNotContain("in place of");
  }

  @Test
  void setsTheAnswersBesideAnEventOfALifeThatIsInDispute() {
    DatasetGraph dataset = Fixture.dataset();
    dataset
        .getDefaultGraph()
        .add(
            NodeFactory.createURI(Gilan.ID + "meeting-at-reedport"),
            Gilan.inDispute,
            NodeFactory.createURI(Gilan.ID + "dispute-beginning"));
    assertThat(html(dataset, ANNA))
        .containsPattern(
            "(?s)Meeting at Reedport.*<summary>Disputed: When did the council begin\\?</summary>"
                + ".*On 9 June 1920.*Millers.*contested.*Hearsay of a later hand.*claim/c3\"");
  }

  private static String html(DatasetGraph dataset, String iri) {
    KnowledgeGraph graph = new KnowledgeGraph(dataset, "cafe0123");
    return new Pages(new Site(graph, Documents.none())).html(iri).orElseThrow();
  }
}

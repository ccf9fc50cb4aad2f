// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.gilan.check.TheGraph;
import org.gilan.document.Documents;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {
  private static final String CHRONICLE = Gilan.DOCUMENT + "lake-chronicle";

  @Test
  void setsTheClaimsBesideTheText(@TempDir Path folder) {
    assertThat(part(new Pages(Fixture.siteWithTexts(folder)), CHRONICLE, 1))
        .contains("<h2 id=\"char=0,18\">The Lake Chronicle</h2>")
        .contains("<span id=\"char=64,132\"></span><span class=\"in\" data-in=\"64-132\">")
        .contains("<li data-on=\"64-132\"><a href=\"../claim/c1\">")
        .contains("nobody &lt;objected&gt;");
  }

  @Test
  void showsTheClaimsByPartWithoutTheText() {
    assertThat(part(new Pages(Fixture.site()), CHRONICLE, 1))
        .contains("--documents DIR", "data-on=\"64-132\"")
        .doesNotContain("class=\"text\"");
  }

  @Test
  void leadsFromTheContentsToTheParts() {
    assertThat(new Pages(Fixture.site()).html(CHRONICLE).orElseThrow())
        .contains("href=\"?part=1#char=0,18\">The Lake Chronicle</a>", "3 claims");
  }

  @Test
  void leadsFromAPassageToWhereItIsRead(@TempDir Path folder) {
    String passage = CHRONICLE + "/64-132";
    assertThat(new Pages(Fixture.siteWithTexts(folder)).html(passage).orElseThrow())
        .contains("<h1>Lake Chronicle, passage 1</h1>")
        .contains(
            "<a href=\"../../document/lake-chronicle?part=1#char=64,132\">Read on from here</a>");
    assertThat(new Pages(Fixture.site()).html(passage).orElseThrow())
        .as("without the text the part has no anchor for it")
        .contains("<a href=\"../../document/lake-chronicle?part=1\">Read on from here</a>");
  }

  @Test
  void listsTheNotesWithWhatTheyCite() {
    DatasetGraph dataset = Fixture.dataset();
    RDFDataMgr.read(
        dataset.getDefaultGraph(),
        new StringReader(
            """
            PREFIX gilan: <https://w3id.org/gilan/ontology#>
            PREFIX id: <https://w3id.org/gilan/id/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            <https://w3id.org/gilan/document/lake-chronicle/210-240> a gilan:Note ;
              rdfs:label "Lake Chronicle, note 7"@en ;
              gilan:inDocument <https://w3id.org/gilan/document/lake-chronicle> .
            <https://w3id.org/gilan/document/lake-chronicle/250-260> a gilan:Note ;
              rdfs:label "Lake Chronicle, note 8"@en ;
              gilan:inDocument <https://w3id.org/gilan/document/lake-chronicle> .
            id:file a gilan:ArchivalFile ; rdfs:label "Archive 1/2/7"@en .
            id:citation a gilan:Citation ; gilan:sheets "3-4" ; gilan:keptIn id:file ;
              gilan:cites id:letter-to-the-millers ;
              gilan:citingNote <https://w3id.org/gilan/document/lake-chronicle/210-240> .
            """),
        null,
        Lang.TTL);
    KnowledgeGraph graph = new KnowledgeGraph(dataset, "cafe0123");
    assertThat(new Pages(new Site(graph, Documents.none())).html(CHRONICLE).orElseThrow())
        .containsPattern(
            "(?s)#char=210,240\">note 7</a>.*>Letter to the Millers</a>.*>Archive 1/2/7</a></span>"
                + " <span>sheets 3–4<.*note 8</a>.*cites no paper and no work")
        .contains("<p>3 claims rest on it.");
  }

  /** The real documents: nothing too heavy, nothing left out, nothing twice. */
  @Test
  void isLightAndWhole() {
    Site site = new Site(TheGraph.assembly().graph(), TheGraph.documents());
    Pages pages = new Pages(site);
    int documents = 0;
    for (var document : site.graph().documents()) {
      Node node = NodeFactory.createURI(document.iri());
      Fragments fragments = new Fragments(site.graph().dataset().getDefaultGraph());
      List<Reading.Part> parts = new Reading(site, node, fragments.of(document.iri())).parts();
      for (int i = 1; i <= parts.size(); i++) {
        assertThat(part(pages, document.iri(), i).getBytes(StandardCharsets.UTF_8).length)
            .as("%s, part %d of %d", document.label(), i, parts.size())
            .isLessThan(200_000);
      }
      List<Node> shown =
          parts.stream()
              .flatMap(p -> p.blocks().stream())
              .flatMap(b -> b.passages().stream())
              .toList();
      assertThat(shown).doesNotHaveDuplicates();
      assertThat(shown)
          .containsExactlyInAnyOrderElementsOf(
              fragments.of(document.iri()).stream()
                  .filter(
                      passage ->
                          site.graph()
                              .dataset()
                              .getDefaultGraph()
                              .contains(Node.ANY, Vocabulary.DERIVED_FROM, passage))
                  .toList());
      documents++;
    }
    assertThat(documents).isEqualTo(5);
  }

  private static String part(Pages pages, String document, int number) {
    return pages.html(document, name -> name.equals("part") ? "" + number : "").orElseThrow();
  }
}

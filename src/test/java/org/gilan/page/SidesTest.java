// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.gilan.check.TheGraph;
import org.gilan.vocab.Gilan;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Every fact in dispute has the answers beside it, on its own page and wherever it is told. */
class SidesTest {
  private static final Site SITE = new Site(TheGraph.assembly().graph(), TheGraph.documents());
  private static final Pages PAGES = new Pages(SITE);
  private static final Graph GRAPH = SITE.graph().dataset().getDefaultGraph();

  /** What is told there is told of the thing to which the line leads. */
  private static final String OF_OTHERS =
      Stream.of("offices", "course", "articles", "letters", "treaties", "said", "about")
          .map(id -> "section[aria-labelledby=" + id + "] ol.lines > li")
          .collect(Collectors.joining(", "));

  /** The claims in dispute, with whatever must stand beside them. */
  private static final String CLAIMS =
      """
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      SELECT DISTINCT ?thing ?claim ?dispute
      WHERE { ?claim gilan:inDispute ?dispute ; rdf:subject ?thing }
      """;

  private static final String WORDS =
      """
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?dispute ?word
      WHERE {
        ?position gilan:positionIn ?dispute .
        { ?position rdfs:label ?word }
        UNION
        {
          ?claim gilan:takes|gilan:opposes ?position .
          { ?claim gilan:wordOf/rdfs:label ?word }
          UNION { ?claim gilan:standing ?standing . ?standing rdfs:label ?word
            FILTER (?standing != gilan:accepted) }
          UNION { ?claim gilan:reason|gilan:outsideReason ?word }
        }
        FILTER (LANG(?word) = "en")
      }
      """;

  private static final Map<Node, Set<String>> WORDS_OF = wordsOfDisputes();

  @Test
  void standAtEachFactOnThePageOfWhatItIsAbout() {
    Map<Node, Document> pages = new HashMap<>();
    List<String> faults = new ArrayList<>();
    List<Node> headOnly = new ArrayList<>();
    List<Binding> claims = ask(CLAIMS);
    for (Binding row : claims) {
      Node claim = row.get("claim");
      Document page = pages.computeIfAbsent(row.get("thing"), SidesTest::page);
      List<Element> places = factsOf(claim, page);
      if (places.isEmpty()) {
        headOnly.add(claim);
        places = page.select("section[aria-labelledby=disputes]");
        assertThat(places).as(claim.toString()).isNotEmpty();
      }
      for (Element place : places) {
        missing(place, row.get("dispute")).forEach(word -> faults.add(claim + " lacks " + word));
      }
    }
    assertThat(faults).isEmpty();
    assertThat(claims).hasSizeGreaterThan(320);
    assertThat(pages).hasSizeGreaterThan(270);
    assertThat(headOnly).as("spellings, which stand at the head of a page").hasSize(2);
  }

  @Test
  void standWhereverAThingInDisputeIsTold() {
    List<String> faults = new ArrayList<>();
    int told = 0;
    for (Node thing : things()) {
      for (Element line : page(thing).select(OF_OTHERS)) {
        for (Node dispute : disputesOf(line.selectFirst("a"))) {
          told++;
          missing(line, dispute).forEach(word -> faults.add(thing + " lacks " + word));
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(told).isGreaterThan(600);
  }

  @Test
  void areMissedWhereOneIsNotThere() {
    Node dispute = NodeFactory.createURI(Gilan.ID + "dispute-death-of-kuchak-khan");
    Node event = NodeFactory.createURI(Gilan.ID + "death-of-kuchak-khan");
    Document page = page(event);
    assertThat(missing(page, dispute)).isEmpty();
    page.select(".answers > li").forEach(answer -> answer.select("strong").remove());
    assertThat(missing(page, dispute)).isNotEmpty();
    page.select("details.dispute").remove();
    assertThat(missing(page, dispute)).contains("the dispute itself");
  }

  /** The lines that have a claim as their evidence, each with its heading's other lines. */
  private static List<Element> factsOf(Node claim, Document page) {
    return page.select("ul.proof a[href$=" + path(claim) + "]").stream()
        .map(link -> link.closest("ol.lines > li"))
        .map(
            line ->
                line.closest("section").attr("aria-labelledby").equals("facts")
                    ? line.closest(".group")
                    : line)
        .distinct()
        .toList();
  }

  /** {@return what of a dispute a part of a page lacks, outside the evidence for the fact} */
  private static List<String> missing(Element place, Node dispute) {
    String said =
        place.select("details.dispute").stream()
            .filter(shown -> !shown.select("a[href$=" + path(dispute) + "]").isEmpty())
            .map(Element::text)
            .collect(Collectors.joining(" "));
    return said.isEmpty()
        ? List.of("the dispute itself")
        : WORDS_OF.get(dispute).stream().filter(word -> !said.contains(word)).toList();
  }

  private static List<Node> disputesOf(Element link) {
    String path = link.attr("href").replaceFirst("^(\\.\\./)*", "/");
    return GRAPH.stream(NodeFactory.createURI(Addresses.iri(path)), Gilan.inDispute, Node.ANY)
        .map(Triple::getObject)
        .toList();
  }

  private static List<Node> things() {
    List<Node> things =
        GRAPH.stream()
            .map(Triple::getSubject)
            .filter(node -> node.isURI() && node.getURI().matches(Gilan.ID + "[^#]+"))
            .distinct()
            .toList();
    assertThat(things).hasSizeGreaterThan(2000);
    return things;
  }

  private static Map<Node, Set<String>> wordsOfDisputes() {
    Map<Node, Set<String>> words = new HashMap<>();
    for (Binding row : ask(WORDS)) {
      words
          .computeIfAbsent(row.get("dispute"), d -> new TreeSet<>())
          .add(row.get("word").getLiteralLexicalForm().replaceFirst("\\.$", ""));
    }
    assertThat(words).hasSizeGreaterThan(90);
    return words;
  }

  private static List<Binding> ask(String query) {
    List<Binding> rows = new ArrayList<>();
    try (QueryExec answer = QueryExec.graph(GRAPH).query(query).build()) {
      answer.select().forEachRemaining(rows::add);
    }
    return rows;
  }

  private static Document page(Node thing) {
    return Jsoup.parse(PAGES.html(thing.getURI()).orElseThrow());
  }

  private static String path(Node node) {
    return Addresses.path(node.getURI()).orElseThrow();
  }
}

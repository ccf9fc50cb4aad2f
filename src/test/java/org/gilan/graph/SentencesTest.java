// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.check.TheGraph;
import org.gilan.claim.DateRange;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The graph read aloud, to be read by eye: {@code sentences.txt} has a sentence for each phrase and
 * for each form of date, made from {@code sentences.ttl}. To write it anew:
 *
 * <pre>mvn test -Dtest=SentencesTest -Dgilan.write=true</pre>
 */
class SentencesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/sentences.txt");
  private static final List<String> DATES =
      List.of(
          "1920-06-05",
          "1920-06-05~",
          "1920-06-05?",
          "1920-06-05%",
          "1920-06-2X",
          "1920-06-0X",
          "1920-07-3X",
          "1920-06",
          "1920-06~",
          "1920-06-XX",
          "1920-0X",
          "1920-21",
          "1920-24",
          "1920",
          "1920~",
          "1920?",
          "192X",
          "1920-11-21/1920-11-30",
          "1920-10-25/1920-10-26",
          "1921-03-30/1921-04-07",
          "1920-12-31/1921-01-01",
          "1920-05/1920-09",
          "1920-05/1920-06",
          "1919-12/1920-02",
          "1920/1921",
          "1917/1921",
          "1920-05~/1920-09",
          "1920-05-18/1920-06");

  private final Graph terms = RDFDataMgr.loadGraph("ontology/gilan.ttl");
  private final Graph examples = RDFDataMgr.loadGraph("src/test/resources/sentences.ttl");
  private final Wording wording = new Wording(terms, examples);

  private static boolean describes(Triple t) {
    return t.getPredicate().equals(RDF.type.asNode())
        || t.getPredicate().equals(RDFS.label.asNode());
  }

  private static Node date(String text) {
    String type =
        text.matches("\\d{4}-\\d\\d-\\d\\d")
            ? "http://www.w3.org/2001/XMLSchema#date"
            : DateRange.EDTF;
    return NodeFactory.createLiteralDT(text, NodeFactory.getType(type));
  }

  private static String stopped(String sentence) {
    return sentence.endsWith("?") ? sentence : sentence + ".";
  }

  private String sentences() {
    String properties =
        examples.stream()
            .filter(t -> !describes(t))
            .map(t -> t.getPredicate().getLocalName() + ": " + stopped(wording.sentence(t)) + "\n")
            .sorted()
            .collect(Collectors.joining());
    Node coup = NodeFactory.createURI(Gilan.ID + "coup");
    Graph data = Assembly.emptyGraph();
    data.add(Triple.create(coup, RDF.type.asNode(), Gilan.term("Coup")));
    data.add(
        Triple.create(
            coup, RDFS.label.asNode(), NodeFactory.createLiteralLang("Coup in Rasht", "en")));
    Wording dates = new Wording(terms, data);
    return properties
        + DATES.stream()
            .map(
                d ->
                    "%s: %s; %s.\n"
                        .formatted(
                            d,
                            dates.name(date(d)),
                            dates.sentence(Triple.create(coup, Gilan.term("onDate"), date(d)))))
            .collect(Collectors.joining());
  }

  @Test
  void areThoseThatSomebodyRead() throws IOException {
    if (Boolean.getBoolean("gilan.write")) {
      Files.writeString(GOLDEN, sentences());
    }
    assertThat(sentences())
        .as(
            "%s is stale; run mvn test -Dtest=SentencesTest -Dgilan.write=true, and read what"
                + " changed",
            GOLDEN)
        .isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void sayEveryPhrase() {
    Set<String> silent = new TreeSet<>();
    List<Triple> phrases = terms.find(Node.ANY, Gilan.phrase, Node.ANY).toList();
    assertThat(phrases).hasSizeGreaterThan(120);
    for (Triple phrase : phrases) {
      String pattern = phrase.getObject().getLiteralLexicalForm();
      boolean said =
          examples.stream(null, phrase.getSubject(), null)
              .anyMatch(t -> wording.phrase(t).pattern().equals(pattern));
      if (!said) {
        silent.add(phrase.getSubject().getLocalName() + " " + pattern);
      }
    }
    assertThat(silent).as("phrases without a triple in sentences.ttl").isEmpty();
  }

  @Test
  void areThereForEveryPropertyThatNeedsAClaim() {
    assertThat(
            terms.stream(null, RDF.type.asNode(), null)
                .filter(t -> t.getObject().getLocalName().matches("(Object|Datatype)Property"))
                .map(Triple::getSubject)
                .filter(p -> TheGraph.assembly().ontology().needsClaim(p))
                .filter(p -> !terms.contains(p, Gilan.phrase, Node.ANY)))
        .isEmpty();
  }

  /** The kinds of stumble that a reader of 2026 met in the labels of claims. */
  private static Set<String> stumbles(Iterable<String> sentences) {
    Set<String> stumbles = new TreeSet<>();
    for (String sentence : sentences) {
      boolean bad =
          sentence.matches(
                  ".*\\b(?:on|in|at|to|of|from|by|was|is) (?:on|from|between|until) .*\\d{4}")
              || sentence.matches(".* (?:was|is) on (?:" + MONTH + ").*")
              || sentence.matches(".*\\bon (?:about |perhaps )?(?:" + MONTH + ")? ?\\d{4}")
              || sentence.matches(".* on (?:sheets|pages) [^ ,;–&-]+")
              || sentence.matches(".* on (?:sheet|page) .*(?:[,;–&]|\\d-\\d).*")
              || sentence.matches(".* \\d{4}-\\d\\d(?:-\\d\\d)?(?:/.*)?")
              || sentence.contains("is the one who speaks")
              || sentence.matches(".*[^.]\\.\\.")
              || sentence.matches("[\\p{Ll}].*")
              || sentence.matches(".*(?:  |\\{|\\}| [,.;:] ).*");
      if (bad) {
        stumbles.add(sentence);
      }
    }
    return stumbles;
  }

  private static final String MONTH =
      "January|February|March|April|May|June|July|August|September|October|November|December";

  @Test
  void stumbleInNoLabelOfAClaim() {
    Graph claims = TheGraph.assembly().graph().dataset().getGraph(KnowledgeGraph.CLAIMS);
    List<String> labels =
        claims.stream(null, RDF.type.asNode(), Gilan.Claim)
            .flatMap(t -> claims.stream(t.getSubject(), RDFS.label.asNode(), null))
            .map(t -> t.getObject().getLiteralLexicalForm())
            .toList();
    assertThat(labels).hasSizeGreaterThan(7000);
    assertThat(stumbles(labels)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The republic ended on from 21 November 1920",
        "The founding was on June 1920",
        "The founding took place on 1920",
        "The letter is on sheets 103",
        "The letter is on sheet 103-104",
        "The plan was on 1920-05-23",
        "The letter is dated 1920-10-25/1920-10-26",
        "Chicherin is the one who speaks in the note",
        "The stamp says: a hammer..",
        "the outcome of the coup: chaos"
      })
  void areFoundStumbling(String sentence) {
    assertThat(stumbles(List.of(sentence))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Soviet troops in Gilan | true
          Dashnaks | true
          Supporters of Ihsanullah Khan | true
          Notes from Rotstein to the Persian government | true
          Persian people | true
          Politburo of the Central Committee | false
          Congress of the Peoples of the East | false
          Letter of Chicherin and others, 4 June 1920 | false
          Caucasus | false
          Narimanov's report on the troops | false
          """)
  void tellOneFromSeveral(String label, boolean several) {
    assertThat(Grammar.isPlural(label)).isEqualTo(several);
  }

  @ParameterizedTest
  @CsvSource({
    "a hammer., a hammer",
    "Baku and Co., Baku and Co",
    "by A. B., by A. B.",
    "and so on ..., and so on ..."
  })
  void endWithoutAFullStop(String text, String end) {
    assertThat(Grammar.withoutFullStop(text)).isEqualTo(end);
  }
}

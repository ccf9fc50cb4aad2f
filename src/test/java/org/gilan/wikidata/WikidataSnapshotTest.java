// SPDX-License-Identifier: Apache-2.0
package org.gilan.wikidata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.gilan.wikidata.WikidataSnapshot.Summary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WikidataSnapshotTest {
  private static final Pace HASTY = pace(Duration.ZERO);
  private static final String AGENT = "Gilan/test (https://w3id.org/gilan)";

  private static final String NOTHING = "{\"head\":{\"vars\":[]},\"results\":{\"bindings\":[]}}";

  @TempDir Path folder;
  private final List<String> progress = new ArrayList<>();
  private final StandIn standIn = new StandIn();
  private LinkedProject project;
  private Path file;

  @BeforeEach
  void makeAProject() throws IOException {
    project = LinkedProject.in(folder.resolve("project"));
    file = project.home().resolve("wikidata/2026-01-31.ttl");
  }

  @AfterEach
  void asksOneAtATime() {
    standIn.close();
    assertThat(standIn.mostAtOnce()).isLessThanOrEqualTo(1);
    assertThat(standIn.requests())
        .allMatch(r -> r.userAgent().equals(AGENT))
        .allMatch(r -> r.accept().equals("application/sparql-results+json"));
  }

  private static Pace pace(Duration pause) {
    return new Pace(pause, Duration.ofMillis(20), 4, Duration.ofSeconds(5), Duration.ofSeconds(60));
  }

  private Summary fetch(Pace pace) throws Exception {
    return new WikidataSnapshot(standIn.address(), AGENT, pace, progress::add)
        .fetch(project.graph(), file);
  }

  private Graph written() {
    return RDFDataMgr.loadGraph(file.toString());
  }

  @Test
  void writesStatementsWithRankQualifiersReferencesAndPrecision() throws Exception {
    assertThat(fetch(HASTY)).isEqualTo(new Summary(6, 10));
    assertThat(Files.readString(file))
        .contains(
            """
            wd:Q900000001
              rdfs:label "Reed Treaty"@en ;
              p:P1891 wds:Q900000001-s1 ;
              p:P1891 wds:Q900000001-s2 ;
              p:P1891 wds:Q900000001-s3 ;
              p:P585 wds:Q900000001-d1 ;
              p:P585 wds:Q900000001-d2 ;
            .

            wds:Q900000001-s1
              ps:P1891 wd:Q900000012 ;
              wikibase:rank wikibase:NormalRank ;
            .
            """,
            """
            wds:Q900000001-d1
              ps:P585 "1921-02-26T00:00:00Z"^^xsd:dateTime ;
              psv:P585 wdv:d19210226 ;
              wikibase:rank wikibase:NormalRank ;
              prov:wasDerivedFrom wdref:r1 ;
              pq:P276 wd:Q900000009 ;
              pq:P585 "1921-02-26T00:00:00Z"^^xsd:dateTime ;
            .
            """,
            """
            wdref:r1
              pr:P1559 "Line one\\nand \\"two\\""@en ;
              pr:P577 "2020-01-01T00:00:00Z"^^xsd:dateTime ;
              pr:P854 <https://library.example/a%20page?x=1> ;
            .
            """,
            """
            wdv:y1920
              wikibase:timeCalendarModel wd:Q900000099 ;
              wikibase:timePrecision "9"^^xsd:integer ;
              wikibase:timeValue "1920-01-01T00:00:00Z"^^xsd:dateTime ;
              gilan:earliest "1920-01-01"^^xsd:date ;
              gilan:latest "1920-12-31"^^xsd:date ;
            .
            """,
            "  a wdno:P102 ;\n",
            "\nwd:Q900000009\n  rdfs:label \"Far Shore\"@en ;\n.\n")
        .contains("  prov:used <" + standIn.address() + "> ;\n")
        .doesNotContain("P1559 wds:", "not fetched", "@fa", "wdt:", "pqv", "BestRank");
  }

  @Test
  void writesTheSameTextAgainButForTheTime() throws Exception {
    fetch(HASTY);
    String first = withoutTimes();
    fetch(HASTY);
    assertThat(withoutTimes()).isEqualTo(first);
  }

  private String withoutTimes() throws IOException {
    return Files.readString(file).replaceAll("prov:(start|end)edAtTime .*", "");
  }

  @Test
  void listsWhereWikidataAgreesDisagreesAndIsSilent() throws Exception {
    assertThat(project.verdicts()).isEmpty();
    fetch(HASTY);
    assertThat(project.assembly().findings()).isEmpty();
    assertThat(project.graph().dataset().getDefaultGraph().find(null, null, null).toList())
        .noneMatch(t -> t.getSubject().toString().contains("statement/"));
    assertThat(project.verdicts())
        .hasToString(
            "{reed-coup day=[disagrees], reed-lake start=[agrees], reed-person death=[silent],"
                + " reed-treaty day=[agrees], reed-treaty party=[agrees, disagrees]}");
  }

  @Test
  void loadsTheNewestFileOnly() throws Exception {
    fetch(HASTY);
    Files.writeString(file.resolveSibling("2026-02-01.ttl"), "<x:s> <x:p> <x:o> .");
    assertThat(project.verdicts()).isEmpty();
    Files.writeString(file.resolveSibling("2026-02-02.ttl"), "<x:s> <x:p> ");
    assertThat(project.assembly().findings())
        .singleElement()
        .satisfies(f -> assertThat(f.toString()).contains("wikidata/2026-02-02.ttl"));
  }

  @Test
  void waitsAsLongAsItIsToldTo() throws Exception {
    ZonedDateTime told =
        ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
    standIn
        .first(StandIn.status(429, "Retry-After", "1"))
        .first(
            StandIn.status(503, "Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(told)));
    fetch(HASTY);
    assertThat(seconds(0, 1)).isGreaterThanOrEqualTo(1.0);
    assertThat(ZonedDateTime.now(ZoneOffset.UTC)).isAfterOrEqualTo(told);
    assertThat(progress.get(0)).isEqualTo("it said 429; trying again in 1 s");
  }

  @Test
  void waitsLongerAfterEachFailure() throws Exception {
    standIn.first(StandIn.status(500)).first(StandIn.cutConnection()).first(StandIn.halfAnAnswer());
    assertThat(fetch(HASTY)).isEqualTo(new Summary(6, 10));
    assertThat(standIn.requests()).hasSize(4);
    assertThat(seconds(0, 1)).isGreaterThanOrEqualTo(0.020);
    assertThat(seconds(1, 2)).isGreaterThanOrEqualTo(0.040);
    assertThat(seconds(2, 3)).isGreaterThanOrEqualTo(0.080);
    assertThat(progress.get(1)).startsWith("the connection failed");
    assertThat(progress.get(2)).startsWith("the answer was cut short or garbled");
  }

  private double seconds(int from, int to) {
    return (standIn.requests().get(to).nanos() - standIn.requests().get(from).nanos()) / 1e9;
  }

  @Test
  void waitsForNoAnswerThatStalls() throws Exception {
    standIn.first(
        (exchange, answer) -> {
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer, 0, 1);
          exchange.getResponseBody().flush();
          try {
            Thread.sleep(3500);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    Duration second = Duration.ofSeconds(1);
    fetch(new Pace(Duration.ZERO, second, 3, second, Duration.ofSeconds(3)));
    assertThat(progress.get(0)).startsWith("the answer did not arrive in time");
  }

  @Test
  void givesUpAfterSomeTries() {
    for (int i = 0; i < 4; i++) {
      standIn.first(StandIn.status(502));
    }
    assertThatExceptionOfType(FetchException.class)
        .isThrownBy(() -> fetch(HASTY))
        .withMessageEndingWith("gave no answer in 4 tries; the last time it said 502");
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 403, 404})
  void doesNotInsistWhenItIsRefused(int status) {
    standIn.first(StandIn.status(status, "Location", "/elsewhere"));
    assertThatExceptionOfType(FetchException.class)
        .isThrownBy(() -> fetch(HASTY))
        .withMessageContaining("refuses the query: it said " + status);
    assertThat(standIn.requests()).hasSize(1);
  }

  @Test
  void keepsNoSnapshotOfAnotherGraph() {
    standIn.first(
        (exchange, answer) -> {
          exchange.sendResponseHeaders(200, NOTHING.length());
          exchange.getResponseBody().write(NOTHING.getBytes(StandardCharsets.US_ASCII));
        });
    assertThatExceptionOfType(FetchException.class)
        .isThrownBy(() -> fetch(HASTY))
        .withMessageEndingWith("knows nothing of the linked items; is it Wikidata?");
    assertThat(file.getParent()).isEmptyDirectory();
  }

  @Test
  void doesNotWaitForHours() {
    standIn.first(StandIn.status(429, "Retry-After", "7200"));
    assertThatExceptionOfType(FetchException.class)
        .isThrownBy(() -> fetch(HASTY))
        .withMessageEndingWith("asks to be left alone for 7200 seconds");
  }

  @Test
  void asksForAFewItemsAtATimeWithAPauseBetween() throws Exception {
    linkMore(55);
    fetch(pace(Duration.ofMillis(300)));
    assertThat(standIn.requests()).hasSize(3);
    assertThat(seconds(0, 1)).isGreaterThanOrEqualTo(0.3);
    assertThat(seconds(1, 2)).isGreaterThanOrEqualTo(0.3);
    assertThat(standIn.requests()).allMatch(r -> count(r.query(), "VALUES ?s {") > 0);
    assertThat(standIn.requests().get(0).query())
        .contains("VALUES ?s { <http://www.wikidata.org/entity/Q900000001> ")
        .contains("/Q900000128> }")
        .doesNotContain("/Q900000129>");
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  /** Links further things to items that the stand-in does not know. */
  private void linkMore(int count) throws IOException {
    StringBuilder turtle = new StringBuilder();
    for (int i = 0; i < count; i++) {
      turtle.append(
          "<https://w3id.org/gilan/id/more-%d> <http://www.w3.org/2004/02/skos/core#exactMatch> <%s> .%n"
              .formatted(i, Wikidata.ITEM + "Q9000001" + (i + 10)));
    }
    Files.writeString(project.home().resolve("data/more.ttl"), turtle);
  }

  @Test
  void beginsAnewAfterAFetchThatWasStopped() throws Exception {
    linkMore(20);
    standIn.firstWell().first(StandIn.status(403));
    assertThatExceptionOfType(FetchException.class).isThrownBy(() -> fetch(HASTY));
    assertThat(file).doesNotExist();
    standIn.requests().clear();
    assertThat(fetch(HASTY)).isEqualTo(new Summary(26, 10));
    assertThat(standIn.requests()).hasSize(2);
    assertThat(file.getParent().toFile().list()).containsExactly(file.getFileName().toString());
  }

  @Test
  void keepsTheOldFileUntilTheNewOneIsWhole() throws Exception {
    fetch(HASTY);
    String before = Files.readString(file);
    standIn.first(StandIn.status(403));
    assertThatExceptionOfType(FetchException.class).isThrownBy(() -> fetch(HASTY));
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void encodesWhatNoAddressMayHold() throws Exception {
    standIn.first(
        (exchange, answer) -> {
          byte[] odd =
              new String(answer, StandardCharsets.UTF_8)
                  .replace("a%20page", "a <page>|é")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, odd.length);
          exchange.getResponseBody().write(odd);
        });
    fetch(HASTY);
    assertThat(Files.readString(file)).contains("<https://library.example/a%20%3Cpage%3E%7Cé?x=1>");
    assertThat(project.assembly().findings()).isEmpty();
  }
}

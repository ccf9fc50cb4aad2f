// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gilan.check.TheGraph;
import org.gilan.federation.Federation;
import org.gilan.federation.LinkedItems;
import org.gilan.federation.ServiceException;
import org.gilan.federation.StandIn;
import org.gilan.format.ResultFormat;
import org.gilan.page.Site;
import org.gilan.server.CannotListenException;
import org.gilan.server.GilanServer;
import org.gilan.server.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the questions that ask Wikidata answer, with a stand-in in its place and with none. */
class FederatedQuestionsTest {
  private static final String WD = "http://www.wikidata.org/entity/";
  private static final String ID = "https://w3id.org/gilan/id/";

  private static StandIn standIn;
  private static StandIn dead;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Path statements = LinkedItems.written();
    standIn = StandIn.holding(statements);
    dead = StandIn.holding(statements);
    dead.close();
  }

  @AfterAll
  static void stop() {
    if (standIn != null) {
      standIn.close();
    }
  }

  private static String read(String name) {
    try {
      return Files.readString(Path.of("queries", name + ".rq"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the rows in CSV} */
  private static List<String> answer(String name, StandIn whom, List<String> warnings) {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    try (Federation federation = whom.federation()) {
      new Answer(TheGraph.assembly().graph(), federation, warnings::add)
          .write(read(name), ResultFormat.CSV, csv);
    }
    return csv.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
  }

  private static List<String> answer(String name) {
    List<String> warnings = new ArrayList<>();
    int before = standIn.asked();
    List<String> rows = answer(name, standIn, warnings);
    assertThat(standIn.asked() - before).as("requests").isEqualTo(1);
    assertThat(warnings).isEmpty();
    return rows;
  }

  /** {@return the questions in the catalogue that ask Wikidata} */
  static List<String> asking() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("queries"))) {
      List<String> names =
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith(".rq"))
              .map(f -> f.replaceFirst("\\.rq$", ""))
              .filter(name -> read(name).contains("SERVICE"))
              .sorted()
              .toList();
      assertThat(names).hasSizeGreaterThanOrEqualTo(4);
      return names;
    }
  }

  static List<String> loud() throws IOException {
    return asking().stream().filter(name -> !read(name).contains("SERVICE SILENT")).toList();
  }

  static List<String> silent() throws IOException {
    return asking().stream().filter(name -> read(name).contains("SERVICE SILENT")).toList();
  }

  @ParameterizedTest
  @MethodSource("asking")
  void namesWikidataAsItIsAndNoPrefixOfOneEngine(String name) {
    assertThat(read(name))
        .containsPattern("SERVICE (SILENT )?<https://query\\.wikidata\\.org/sparql> \\{")
        .containsPattern("#\\+ tags: .*\\bfederation\\b");
  }

  @Test
  void tellsAgesAndDeathsAsExactlyAsWikidata() {
    List<String> rows = answer("life-dates-in-wikidata");
    assertThat(rows)
        .contains(
            ID + "chicherin,Georgy Chicherin," + WD + "Q313623,1863-03-04,1924-08-09,57",
            // Of multiples of five the stand-in knows only the year of birth.
            ID + "stalin,Joseph Stalin," + WD + "Q855,1875,1936-08-09,45",
            // Of multiples of seven it knows no death.
            ID + "radek,Karl Radek," + WD + "Q84266,1886-03-04,,34");
    // It has deprecated dates of birth, too.
    assertThat(rows).doesNotHaveDuplicates().noneMatch(row -> row.contains("1801"));
  }

  @Test
  void showsNamesOnlyInLanguagesThatWeLack() {
    List<String> rows = answer("names-in-wikidata");
    String chicherin = ID + "chicherin,Georgy Chicherin,";
    assertThat(rows)
        .contains(
            chicherin + "az," + WD + "Q313623," + LinkedItems.label(313_623, "az"),
            chicherin + "fa," + WD + "Q313623," + LinkedItems.label(313_623, "fa"),
            // Wikidata lacks it as well: the stand-in has nothing Azerbaijani for multiples of
            // four.
            ID + "millerand,Alexandre Millerand,az," + WD + "Q274540,");
    // The documents spell Chicherin in Russian.
    assertThat(rows).noneMatch(row -> row.startsWith(chicherin + "ru"));
  }

  @Test
  void setsPostsBesideTheOfficesOfTheSameYears() {
    List<String> rows = answer("offices-in-wikidata");
    String lenin =
        ID
            + "lenin,Vladimir Lenin,"
            + ID
            + "lenin-as-chairman-sovnarkom-rsfsr,"
            + "Chairman of the Council of People's Commissars of the RSFSR,1919-05-22,1921-01-01,"
            + WD;
    assertThat(rows)
        .contains(
            lenin
                + "Q1394,"
                + WD
                + "Q900002,"
                + LinkedItems.label(900_002, "en")
                + ",1918-01-01T00:00:00Z,1924-01-01T00:00:00Z")
        // Its end is unknown, and so is its name.
        .anyMatch(r -> r.contains("Q252721," + WD + "Q900003,,1921-01-01T00:00:00Z,"))
        // From 1925 on: the stand-in's offices had ended by then.
        .anyMatch(r -> r.contains("reza-khan-as-shah-of-iran") && r.endsWith("Q182921,,,,"))
        // A deprecated office does not count.
        .anyMatch(r -> r.contains("chicherin-as-people-s-commissar") && r.endsWith("Q313623,,,,"));
    assertThat(rows).noneMatch(r -> r.contains("Q900001"));
  }

  @Test
  void measuresHowFarThePlacesLieApart() {
    List<String> rows = answer("coordinates-in-wikidata");
    assertThat(rows.get(0)).startsWith(ID + "ardabil,").endsWith(",37.24980,48.30330,-111.2,0.9");
    assertThat(rows)
        .contains(ID + "rasht,Rasht," + WD + "Q178373,37.28077,49.58319,37.29077,49.59319,1.1,0.9");
    assertThat(rows).anyMatch(r -> r.startsWith(ID + "london,") && r.endsWith(",1.1,0.7"));
  }

  @ParameterizedTest
  @MethodSource("asking")
  void asksOnceAndNeverAgain(String name) {
    int before = standIn.asked();
    try (Federation federation = standIn.federation()) {
      Answer answer = new Answer(TheGraph.assembly().graph(), federation, warning -> {});
      ByteArrayOutputStream first = new ByteArrayOutputStream();
      answer.write(read(name), ResultFormat.CSV, first);
      assertThat(standIn.asked() - before).isEqualTo(1);
      ByteArrayOutputStream again = new ByteArrayOutputStream();
      answer.write(read(name), ResultFormat.CSV, again);
      assertThat(again.toString(StandardCharsets.UTF_8))
          .isEqualTo(first.toString(StandardCharsets.UTF_8));
      assertThat(standIn.asked() - before).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("loud")
  void failsWithItsReasonWhenWikidataIsDead(String name) throws Exception {
    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> answer(name, dead, new ArrayList<>()))
        .withMessageContaining("https://query.wikidata.org/sparql> failed: it cannot be reached");
    HttpResponse<String> response = overHttp(name, dead);
    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.body())
        .contains("https://query.wikidata.org/sparql> failed: it cannot be reached");
  }

  @ParameterizedTest
  @MethodSource("silent")
  void answersWithoutItAndWarnsWhenWikidataIsDead(String name) throws Exception {
    List<String> warnings = new ArrayList<>();
    List<String> rows = answer(name, dead, warnings);
    assertThat(rows).hasSize(answer(name).size()).allMatch(row -> row.endsWith(","));
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).contains("it cannot be reached", "The answer is without it");
    HttpResponse<String> response = overHttp(name, dead);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body().lines().skip(1)).isEqualTo(rows);
    assertThat(response.headers().firstValue("X-Gilan-Warning")).hasValue(warnings.get(0));
  }

  private static HttpResponse<String> overHttp(String name, StandIn whom)
      throws CannotListenException, IOException, InterruptedException {
    Site site = new Site(TheGraph.assembly().graph(), TheGraph.documents());
    Settings settings = Settings.at("127.0.0.1", 0);
    try (GilanServer server = GilanServer.start(site, settings, whom.federation())) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.address() + "gilan/sparql"))
              .header("Content-Type", "application/sparql-query")
              .header("Accept", "text/csv")
              .POST(BodyPublishers.ofString(read(name)))
              .build();
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
  }
}

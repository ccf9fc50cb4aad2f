// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gilan.check.Fixture;
import org.gilan.federation.Listener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AppTest {
  private static final String BAD =
      """
      VERSION "1.2"
      BASE <https://w3id.org/gilan/>
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      PREFIX id: <https://w3id.org/gilan/id/>

      id:nameless
        a gilan:Person ;
      .
      """;

  @TempDir Path folder;
  private Fixture fixture;
  private String texts;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void makeAProject() throws IOException {
    fixture = Fixture.in(folder.resolve("project"));
    texts = fixture.home().resolve("documents").toString();
    Path queries = Files.createDirectories(fixture.home().resolve("queries"));
    Files.copy(Path.of("queries/treaty-parties.rq"), queries.resolve("treaty-parties.rq"));
    Files.writeString(
        fixture.home().resolve("data/passages.tsv"),
        "fixture\t0,12\t67daaa03747915fb\nfixture\t2,12\t326c92fc94c5637d\n");
    System.setProperty("gilan.home", fixture.home().toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty("gilan.home");
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine app = App.commandLine();
    return app.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(args);
  }

  @Test
  void asksOnlyEndpointsThatAreAllowed() throws IOException {
    String query = "SELECT ?s WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }";
    String plain = Files.writeString(folder.resolve("plain.rq"), query).toString();
    String silent =
        Files.writeString(folder.resolve("silent.rq"), query.replace("SERVICE", "SERVICE SILENT"))
            .toString();
    assertThat(run("query", plain)).isEqualTo(Failure.WRONG);
    assertThat(err.toString()).contains("<http://127.0.0.1:1/> is not followed", "--allow-service");
    assertThat(run("query", plain, "--allow-service", "http://127.0.0.1:1")).isEqualTo(1);
    assertThat(err.toString()).contains("cannot be reached");
    assertThat(run("query", silent, "--allow-service", "http://127.0.0.1:1/")).isZero();
    assertThat(err.toString()).contains("cannot be reached", "without it");
    assertThat(run("query", plain, "--allow-service", "nonsense")).isEqualTo(Failure.CANNOT_RUN);
    assertThat(err.toString()).contains("nonsense is no address of an endpoint");
  }

  @Test
  void fillsNoStoreWithAPasswordInItsAddress() {
    assertThat(run("build", "--to", "http://me:secret@127.0.0.1/")).isEqualTo(2);
    assertThat(err.toString()).contains("GILAN_STORE_PASSWORD").doesNotContain("secret");
    assertThat(run("build", "--to", "ftp://127.0.0.1/")).isEqualTo(2);
    assertThat(run("build", "--to", "http://127.0.0.1/", "--output", "x")).isEqualTo(2);
    assertThat(err.toString()).contains("either --output or --to");
  }

  @Test
  void saysWhyAStoreCannotBeUsed() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("letter.txt"), "mine");
    assertThat(run("serve", "--port", "0", "--store", other.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("holds something else");
    assertThat(run("serve", "--port", "0", "--from", "x.nt")).isEqualTo(2);
    assertThat(err.toString()).contains("--from needs --store");
    String store = folder.resolve("store").toString();
    assertThat(run("serve", "--port", "0", "--store", store, "--from", "none.nt")).isEqualTo(2);
    assertThat(err.toString()).contains("none.nt: there is no such file");
  }

  @Test
  void tellsEndpointsWhomToComplainTo() throws IOException {
    StringBuffer heads = new StringBuffer();
    try (Listener listener =
        new Listener(
            (head, out) -> {
              heads.append(head);
              Listener.says("500 X", "").answer(head, out);
            })) {
      String query = "SELECT ?s WHERE { SERVICE <" + listener.address() + "> { ?s ?p ?o } }";
      String file = Files.writeString(folder.resolve("polite.rq"), query).toString();
      assertThat(
              run(
                  "query",
                  file,
                  "--allow-service",
                  listener.address(),
                  "--contact",
                  "ops@example.org"))
          .isEqualTo(Failure.WRONG);
    }
    assertThat(heads).contains("User-Agent: gilan/", "; contact ops@example.org)");
  }

  @Test
  void helpsWithExamplesOnEveryCommand() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("Examples:", "./gilan serve", "Exit codes");
    Stream<CommandLine> commands = App.commandLine().getSubcommands().values().stream();
    long described =
        commands
            .filter(c -> !c.getCommandSpec().usageMessage().hidden())
            .filter(c -> !c.getCommandName().equals("help"))
            .peek(
                c -> {
                  assertThat(run(c.getCommandName(), "--help")).isZero();
                  assertThat(out.toString()).contains("Example", "./gilan " + c.getCommandName());
                })
            .count();
    assertThat(described).isGreaterThanOrEqualTo(8);
  }

  @Test
  void validatesACleanProjectAndSaysWhatWasChecked() {
    assertThat(run("validate", "--documents", texts)).isZero();
    assertThat(out.toString()).contains("0 findings").containsPattern("[1-9]\\d* passages checked");
  }

  @Test
  void tellsFileLineAndRemedyOfAFinding() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.ttl"), BAD);
    assertThat(run("validate", file.toString())).isEqualTo(1);
    assertThat(out.toString())
        .containsPattern("bad.ttl:7: error: .*give an English label.*\\[gilan:\\w+Shape]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fa-IR", "tr-TR"})
  void findsTheSameUnderOtherLocales(String tag) throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      tellsFileLineAndRemedyOfAFinding();
      assertThat(run("query", "treaty-parties", "--format", "CSV")).isZero();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void cannotValidateAFileThatIsNotThere() {
    assertThat(run("validate", "nowhere.ttl")).isEqualTo(2);
    assertThat(err.toString()).contains("no such file: nowhere.ttl");
  }

  @Test
  void refusesToServeOrBuildAGraphWithFindings() throws IOException {
    Files.writeString(fixture.home().resolve("data/bad.ttl"), BAD);
    assertThat(run("serve", "--port", "0")).isEqualTo(1);
    assertThat(err.toString()).contains("data/bad.ttl:", "./gilan validate");
    assertThat(run("build")).isEqualTo(1);
  }

  @Test
  void servesNoSnapshotButOneThatItWrote() throws IOException {
    String file = folder.resolve("copy.graph").toString();
    assertThat(run("serve", "--port", "0", "--snapshot", file)).isEqualTo(2);
    assertThat(err.toString()).contains("there is no " + file + "\n");
    Files.writeString(Path.of(file), BAD);
    assertThat(run("serve", "--port", "0", "--snapshot", file)).isEqualTo(2);
    assertThat(err.toString()).contains(file + " is damaged, or no snapshot");
  }

  @Test
  void cannotServeOnAPortThatIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(run("serve", "--port", port)).isEqualTo(2);
      assertThat(err.toString()).contains(port).contains("in use");
    }
  }

  @Test
  void cannotServeOnAPortThatDoesNotExist() {
    assertThat(run("serve", "--port", "70000")).isEqualTo(2);
    assertThat(err.toString()).contains("ports are 1 to 65535");
  }

  @Test
  void answersAQuestionByNameAndByFileInEveryFormat() {
    for (String format : new String[] {"table", "csv", "tsv", "json", "xml", "turtle"}) {
      assertThat(run("query", "treaty-parties", "--format", format)).as(format).isZero();
      assertThat(out.toString()).contains("partyLabel");
    }
    assertThat(run("query", fixture.home() + "/queries/treaty-parties.rq")).isZero();
    assertThat(run("query")).isZero();
    assertThat(out.toString()).contains("treaty-parties", "Who concluded");
  }

  @Test
  void answersAskAndConstructToo() throws IOException {
    Path ask = Files.writeString(folder.resolve("ask.rq"), "ASK { ?s ?p ?o }");
    assertThat(run("query", ask.toString())).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("yes");
    Path construct =
        Files.writeString(
            folder.resolve("construct.rq"), "CONSTRUCT WHERE { ?s ?p <urn:nothing> }");
    assertThat(run("query", construct.toString())).isZero();
  }

  @Test
  void tellsAMalformedQueryFromAMissingOne() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.rq"), "SELECT ?x WHERE { ?x ");
    assertThat(run("query", bad.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("bad.rq").contains("line 1");
    assertThat(run("query", "no-such-question")).isEqualTo(2);
    assertThat(err.toString()).contains("./gilan query lists");
  }

  @Test
  void citesWordsThatStandOnce() {
    assertThat(run("cite", "fixture", "wrote to nobody", "--documents", texts)).isZero();
    assertThat(out.toString().strip()).isEqualTo("<document/fixture/55-70>");
  }

  @Test
  void tellsWordsThatStandTwiceOrNowhere() {
    assertThat(run("cite", "fixture", "boat", "--documents", texts)).isEqualTo(1);
    assertThat(out.toString().lines().filter(l -> l.startsWith("<"))).hasSize(2);
    assertThat(run("cite", "fixture", "a whale", "--documents", texts)).isEqualTo(1);
    assertThat(err.toString()).contains("not found");
  }

  @Test
  void cannotCiteWithoutTheDocumentOrItsText() {
    assertThat(run("cite", "atlantis", "boat", "--documents", texts)).isEqualTo(2);
    assertThat(err.toString()).contains("no document atlantis").contains("fixture");
    assertThat(run("cite", "fixture", "boat", "--documents", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("fixture.txt").contains("--documents");
    assertThat(run("cite", "fixture", "boat", "--documents", "/nowhere")).isEqualTo(2);
  }

  @Test
  void measuresCoverageAndListsTheGaps() {
    assertThat(run("coverage", "--gaps", "--documents", texts)).isZero();
    assertThat(out.toString()).contains("33.3%").contains("<document/fixture/");
    assertThat(run("coverage", "--documents", folder.toString())).isEqualTo(2);
  }

  @Test
  void printsPassagesWithTheirClaimsForReview() {
    assertThat(run("review", "fixture", "--documents", texts)).isZero();
    assertThat(out.toString()).contains("0-12  A small boat", "concluded", "fixture.ttl:");
    assertThat(run("review", "atlantis", "--documents", texts)).isEqualTo(2);
  }

  @Test
  void sealsPassagesOnce() throws IOException {
    Files.delete(fixture.home().resolve("data/passages.tsv"));
    assertThat(run("validate", "--documents", texts)).isEqualTo(1);
    assertThat(out.toString()).contains("has no seal");
    assertThat(run("seal", "--documents", texts)).isZero();
    assertThat(out.toString()).contains("A small boat", "2 passages sealed");
    assertThat(run("validate", "--documents", texts)).isZero();
    assertThat(run("seal", "--documents", texts)).isZero();
    assertThat(out.toString()).doesNotContain("A small boat");
    assertThat(run("seal", "--documents", folder.toString())).isEqualTo(2);
  }

  @Test
  void buildsTheSameReleaseTwice() throws IOException {
    assertThat(run("build", "--output", folder.resolve("one").toString())).isZero();
    assertThat(out.toString()).contains("gilan.ttl.gz", "gilan.jsonld.gz", "SHA256SUMS");
    assertThat(run("build", "--output", folder.resolve("two").toString())).isZero();
    assertThat(Files.readString(folder.resolve("two/SHA256SUMS")))
        .isEqualTo(Files.readString(folder.resolve("one/SHA256SUMS")))
        .hasLineCount(6);
  }

  @Test
  void cannotBuildWhereItMayNotWrite() throws IOException {
    Path file = Files.writeString(folder.resolve("a-file"), "");
    assertThat(run("build", "--output", file.resolve("below").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("cannot write to", "--output");
    assertThat(run("build", "--output", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains(file + ": it is there, and no folder");
  }

  @Test
  void cannotRunOutsideAProject() {
    System.setProperty("gilan.home", folder.toString());
    assertThat(run("validate")).isEqualTo(2);
    assertThat(err.toString()).contains("has no data/ and ontology/");
  }

  @Test
  void refusesWordsItDoesNotKnow() {
    assertThat(run("sing")).isEqualTo(2);
    assertThat(err.toString()).contains("sing").contains("Usage");
    assertThat(run("serve", "--prot", "0")).isEqualTo(2);
    assertThat(err.toString()).startsWith("gilan: ").contains("--prot", "--port", "serve --help");
    assertThat(err.toString().lines()).hasSizeLessThan(16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--time", "--memory", "--long", "--per-client", "--max-age"})
  void namesTheLimitThatIsWrong(String option) {
    assertThat(run("serve", "--port", "0", option, "-1")).isEqualTo(2);
    assertThat(err.toString()).contains(option + " takes a whole number");
  }

  @Test
  void givesNoMoreMemoryThanThereIs() {
    assertThat(run("serve", "--port", "0", "--memory", "9999999999999999")).isEqualTo(2);
    assertThat(err.toString()).contains("--memory: the whole heap has less");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://gilan.example.org/", "gilan.example.org:443", "*.example.org"})
  void allowsNoHostThatNobodyCouldAskFor(String name) {
    // No port of that number: a name that passes starts no server.
    String[] words = {"serve", "--port", "70000", "--allow-host", name};
    assertThat(run(words)).isEqualTo(2);
    assertThat(err.toString()).contains(name + " is no name of a host");
    for (String good :
        List.of("gilan.example.org", "gilan.example.org.", "::1", "[::1]", "10.0.0.1")) {
      words[4] = good;
      assertThat(run(words)).isEqualTo(2);
      assertThat(err.toString()).contains("ports are 1 to 65535");
    }
  }

  @Test
  void looksThroughNoMoreCommandsThanItNeeds() {
    assertThat(App.named("serve", "--port", "0")).containsExactly(ServeCommand.class);
    assertThat(App.named()).hasSize(App.commandLine().getSubcommands().size());
    for (String word : List.of("help", "train", "--help", "srve", "")) {
      assertThat(App.named(word)).isEqualTo(App.named());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every snippet of docs/clients.md prints what the page says, asked of a server of our own in a
 * fresh process, and fails where its query is wrong. {@link YasguiIT} has the one for a browser.
 */
class ClientsDocIT {
  private static final int SNIPPETS = 9;

  /** What each client says of a wrong query. Jena and Comunica read it before they ask. */
  private static final Map<String, String> REFUSALS =
      Map.of(
          "curl", "The query cannot be read",
          "SPARQLWrapper", "QueryBadFormed",
          "Jena", "QueryParseException",
          "Comunica", "unexpected character",
          "pandas", "HTTP Error 400",
          "R", "returned error: 400",
          "EasyRdf", "HTTP request for SPARQL query failed");

  private static final String HEAD = "party";

  @TempDir static Path folder;
  private static Endpoint endpoint;

  @BeforeAll
  static void start() {
    endpoint = Endpoint.start();
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  @TestFactory
  List<DynamicTest> printsWhatThePageSays() throws IOException {
    List<Snippet> snippets = snippets();
    assertThat(snippets).hasSize(SNIPPETS);
    assertThat(snippets.get(0).output()).isEqualTo(parties());
    return tests(snippets, ClientsDocIT::printsItsOutput);
  }

  @TestFactory
  List<DynamicTest> failsWhereTheQueryIsWrong() throws IOException {
    List<Snippet> snippets = snippets().stream().filter(Snippet::hasQuery).toList();
    assertThat(snippets).extracting(Snippet::client).hasSameElementsAs(REFUSALS.keySet());
    return tests(snippets, ClientsDocIT::fails);
  }

  private static List<Snippet> snippets() throws IOException {
    return Snippet.asking(endpoint).stream()
        .filter(snippet -> !snippet.language().equals("html"))
        .toList();
  }

  private static List<DynamicTest> tests(
      List<Snippet> snippets, ThrowingConsumer<Snippet> assertion) {
    return snippets.stream()
        .map(s -> DynamicTest.dynamicTest(s.client(), () -> assertion.accept(s)))
        .toList();
  }

  /** The endpoint's own answer has a head, which the other clients take for themselves. */
  private static List<String> parties() {
    return Stream.concat(Stream.of(HEAD), Endpoint.PARTIES.stream()).toList();
  }

  private static void printsItsOutput(Snippet snippet) throws IOException {
    assertThat(snippet.code()).contains(endpoint.address());
    Program.Output output = run(snippet);
    assertThat(output.exit()).as(output.err()).isZero();
    assertThat(withoutHead(output.out().lines())).isEqualTo(withoutHead(snippet.output().stream()));
  }

  private static List<String> withoutHead(Stream<String> lines) {
    return lines.filter(line -> !line.equals(HEAD)).toList();
  }

  private static void fails(Snippet snippet) throws IOException {
    Program.Output output = run(snippet.withWrongQuery());
    assertThat(output.out() + output.err()).contains(REFUSALS.get(snippet.client()));
    assertThat(output.exit() == 0).isEqualTo(snippet.client().equals("curl"));
  }

  private static Program.Output run(Snippet snippet) throws IOException {
    String code = snippet.code();
    return switch (snippet.language()) {
      case "python" -> Program.python().run(folder, write("snippet.py", code));
      case "r" -> Program.r().run(folder, write("snippet.R", code));
      case "php" -> Program.php().run(folder, write("snippet.php", code));
      case "java" ->
          Program.java()
              .run(
                  folder,
                  "-cp",
                  System.getProperty("java.class.path"),
                  "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                  write("Snippet.java", inMain(code)));
      case "javascript" -> {
        Path script = NodeClients.folder().resolve("snippet.mjs");
        Files.writeString(script, code);
        yield Program.node().run(NodeClients.folder(), script.getFileName().toString());
      }
      default -> Program.sh().run(folder, "-c", code);
    };
  }

  private static String write(String name, String code) throws IOException {
    return Files.writeString(folder.resolve(name), code).toString();
  }

  /** The imports of a snippet, and the rest as the body of a program. */
  private static String inMain(String code) {
    return lines(code, true)
        + "\npublic class Snippet {\npublic static void main(String[] args) {\n"
        + lines(code, false)
        + "\n}\n}\n";
  }

  private static String lines(String code, boolean imports) {
    Stream<String> lines = code.lines().filter(line -> line.startsWith("import ") == imports);
    return lines.collect(Collectors.joining("\n"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every snippet of docs/clients.md prints what the page says, asked of a server of our own. */
class ClientsDocIT {
  private static final Path PAGE = Path.of("docs/clients.md");
  private static final int SNIPPETS = 6;
  private static final Pattern SNIPPET =
      Pattern.compile(
          "^## ([^\\n]+)$(?:(?!^## ).)*?^```((?!text)\\w*)\\n(.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);

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
    List<DynamicTest> tests = new ArrayList<>();
    String page = Files.readString(PAGE);
    assertThat(page).contains("```text\nparty\n" + String.join("\n", Endpoint.PARTIES) + "\n```");
    Matcher m = SNIPPET.matcher(page);
    while (m.find()) {
      String language = m.group(2);
      String code = m.group(3).replace("http://127.0.0.1:3030/", endpoint.address());
      assertThat(code).contains(endpoint.address());
      tests.add(
          DynamicTest.dynamicTest(
              m.group(1),
              () ->
                  assertThat(run(language, code).lines().filter(line -> !line.equals("party")))
                      .isEqualTo(Endpoint.PARTIES)));
    }
    assertThat(tests).hasSize(SNIPPETS);
    return tests;
  }

  private static String run(String language, String code) throws IOException {
    return switch (language) {
      case "python" -> Program.python().output(folder, write("snippet.py", code));
      case "java" ->
          Program.java()
              .output(
                  folder,
                  "-cp",
                  System.getProperty("java.class.path"),
                  "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                  write("Snippet.java", inMain(code)));
      case "javascript" -> {
        Path script = NodeClients.folder().resolve("snippet.mjs");
        Files.writeString(script, code);
        yield Program.node().output(NodeClients.folder(), script.getFileName().toString());
      }
      default -> Program.sh().output(folder, "-c", code);
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

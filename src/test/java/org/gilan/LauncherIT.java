// SPDX-License-Identifier: Apache-2.0
package org.gilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gilan.Launcher.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
  private static final Path GILAN = Path.of("gilan").toAbsolutePath();
  private static final List<String> TOOLS =
      List.of("sh", "sed", "find", "dirname", "readlink", "cat", "rm", "mv", "mkdir", "uname");

  @TempDir Path folder;

  /** A PATH with nothing on it but what the launcher's own shell needs. */
  private Path bareTools() throws IOException {
    Path tools = Files.createDirectories(folder.resolve("bin"));
    for (String tool : TOOLS) {
      for (String place : new String[] {"/usr/bin", "/bin"}) {
        Path program = Path.of(place, tool);
        if (Files.exists(program) && !Files.exists(tools.resolve(tool))) {
          Files.createSymbolicLink(tools.resolve(tool), program);
        }
      }
    }
    return tools;
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void runsFromAnyFolderAndThroughALink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("g"), GILAN);
    Run run = Launcher.run(link, List.of("--version"), Map.of());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("gilan ");
    assertThat(run.err()).isEmpty();
  }

  /**
   * Whichever memory it is and whichever thread: a supervisor sees that it is to be started again.
   */
  @Test
  void endsWithAMessageAndACodeWhenMemoryRunsOut() {
    Map<String, String> little = Map.of("GILAN_JAVA_OPTIONS", "-XX:MaxMetaspaceSize=2m");
    Run run = Launcher.run(GILAN, List.of("serve", "--port", "0"), little);
    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    assertThat(run.out() + run.err()).contains("OutOfMemoryError");
  }

  @Test
  void saysSoWhenThereIsNoJava() throws IOException {
    Run run =
        Launcher.run(
            GILAN, List.of("--help"), Map.of("PATH", bareTools().toString(), "JAVA_HOME", ""));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("no Java found", "Java 17");
  }

  @Test
  void saysSoWhenJavaIsTooOld() throws IOException {
    Path java = folder.resolve("old/bin/java");
    script(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n");
    Run run =
        Launcher.run(
            GILAN, List.of("--help"), Map.of("JAVA_HOME", folder.resolve("old").toString()));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("11.0.2", "too old", "Java 17");
  }

  @Test
  void servesAndAnswersWhoConcludedTheTreaty() throws IOException, InterruptedException {
    Process process = Launcher.process(GILAN, List.of("serve", "--port", "0"), Map.of()).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String ready = out.readLine();
      assertThat(ready).startsWith("Gilan is ready at http://127.0.0.1:");
      String address = ready.substring(ready.indexOf("http"));
      String query = Files.readString(Path.of("queries/treaty-parties.rq"));
      URI uri =
          URI.create(
              address + "gilan/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
      String csv =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(uri).header("Accept", "text/csv").build(),
                  BodyHandlers.ofString())
              .body();
      assertThat(csv).contains("id/persia,", "id/rsfsr,", "/claim/", "/document/hasanli-2012/");
    } finally {
      process.destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as("a clean stop").isZero();
    }
  }

  @Test
  void tellsAnUnreadableFile() throws IOException {
    Path file = Files.write(folder.resolve("latin.ttl"), new byte[] {'#', (byte) 0xe9, '\n'});
    Run run = Launcher.run(GILAN, List.of("validate", file.toString()), Map.of());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("latin.ttl: error: is not UTF-8");
  }
}

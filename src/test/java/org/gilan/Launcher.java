// SPDX-License-Identifier: Apache-2.0
package org.gilan;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./gilan} as a user does: a process of its own, on the packaged program. */
final class Launcher {
  private static final long PATIENCE_SECONDS = 120;

  /** How a run ended: its exit code, what it said to the two streams. */
  record Run(int exit, String out, String err) {}

  private Launcher() {}

  static ProcessBuilder process(
      Path launcher, List<String> words, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(launcher.toString());
    builder.command().addAll(words);
    builder.environment().putAll(environment);
    return builder;
  }

  static Run run(Path launcher, List<String> words, Map<String, String> environment) {
    try {
      File out = File.createTempFile("gilan", ".out");
      File err = File.createTempFile("gilan", ".err");
      Process process =
          process(launcher, words, environment).redirectOutput(out).redirectError(err).start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("no end: " + words);
      }
      return new Run(process.exitValue(), text(out), text(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String text(File file) throws IOException {
    String text = Files.readString(file.toPath(), StandardCharsets.UTF_8);
    Files.delete(file.toPath());
    return text;
  }
}

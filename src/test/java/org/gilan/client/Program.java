// SPDX-License-Identifier: Apache-2.0
package org.gilan.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Assumptions;

/** A program of this machine that a test needs; without it the test fails and says what to do. */
final class Program {
  private static final long MINUTES = 5;

  private final String name;
  private final String remedy;

  private Program(String name, String remedy) {
    this.name = name;
    this.remedy = remedy;
  }

  /** What a program wrote. */
  record Output(int exit, String out, String err) {}

  static Program curl() {
    return new Program("curl", "apt install curl");
  }

  /** Debian's own Python, whatever else is first on the path. */
  static Program python() {
    return new Program(
        "/usr/bin/python3",
        "apt install python3 python3-sparqlwrapper python3-rdflib python3-pandas");
  }

  /** The Java that runs the tests. */
  static Program java() {
    return new Program(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "install a JDK");
  }

  /** The shell, for snippets that call curl. */
  static Program sh() {
    return new Program("sh", "apt install dash curl");
  }

  static Program node() {
    return new Program("node", "install Node.js 20.19 or later (nodejs)");
  }

  static Program npm() {
    return new Program("npm", "apt install npm");
  }

  /** R with the package SPARQL; without it the test is skipped. */
  static Program r() {
    return new Program("Rscript", "apt install --no-install-recommends r-base-core r-cran-sparql")
        .orSkip("-e", "library(SPARQL)");
  }

  /** PHP with EasyRdf; without it the test is skipped. */
  static Program php() {
    return new Program("php", "apt install --no-install-recommends php-cli php-easyrdf")
        .orSkip("-r", "require 'EasyRdf/autoload.php';");
  }

  /** Few machines have every language: says what to install, where a first try does not succeed. */
  private Program orSkip(String... arguments) {
    boolean works = false;
    try {
      works = run(Path.of("."), arguments).exit() == 0;
    } catch (AssertionError missing) {
      // the assumption says it
    }
    Assumptions.assumeTrue(works, name + " cannot do it here: " + remedy);
    return this;
  }

  /** {@return the program, started in a folder; what it complains of shows in the test's output} */
  Process start(Path folder, String... arguments) {
    return start(builder(folder, arguments).redirectError(ProcessBuilder.Redirect.INHERIT));
  }

  /** Runs the program to its end in a folder. */
  Output run(Path folder, String... arguments) {
    Path out = null;
    Path err = null;
    try {
      out = Files.createTempFile("gilan-client", ".out");
      err = Files.createTempFile("gilan-client", ".err");
      Process process =
          start(
              builder(folder, arguments).redirectOutput(out.toFile()).redirectError(err.toFile()));
      process.getOutputStream().close();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(name + " did not end within " + MINUTES + " minutes");
      }
      return new Output(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      delete(out);
      delete(err);
    }
  }

  private ProcessBuilder builder(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  private Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new AssertionError(name + " is missing: " + remedy, e);
    }
  }

  private static void delete(Path file) {
    if (file != null) {
      file.toFile().delete();
    }
  }

  /** Runs the program, which must succeed. */
  String output(Path folder, String... arguments) {
    Output output = run(folder, arguments);
    if (output.exit() != 0) {
      throw new AssertionError(
          "%s %s ended with %d:%n%s%s"
              .formatted(
                  name, List.of(arguments), output.exit(), output.out(), output.err().strip()));
    }
    return output.out();
  }

  /** Runs a script of {@code src/test/resources/clients}, which must print one JSON object. */
  JsonObject answers(Path script, String... arguments) {
    List<String> all = new ArrayList<>(List.of(script.toAbsolutePath().toString()));
    all.addAll(List.of(arguments));
    return JSON.parse(output(script.toAbsolutePath().getParent(), all.toArray(String[]::new)));
  }
}

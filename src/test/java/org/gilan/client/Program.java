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
import org.gilan.Installed;

/** A program of this machine that a test needs; without it the test is skipped. */
final class Program {
  private static final long MINUTES = 5;

  private final String name;

  private Program(String name) {
    this.name = name;
  }

  /** What a program wrote. */
  record Output(int exit, String out, String err) {}

  static Program curl() {
    return needing("apt install curl", "curl", "--version");
  }

  /** Debian's own Python, whatever else is first on the path. */
  static Program python() {
    return needing(
        "apt install python3 python3-sparqlwrapper python3-rdflib python3-pandas",
        "/usr/bin/python3",
        "-c",
        "import SPARQLWrapper, rdflib, pandas");
  }

  /** The Java that runs the tests. */
  static Program java() {
    return new Program(Path.of(System.getProperty("java.home"), "bin", "java").toString());
  }

  /** The shell, for snippets that call curl. */
  static Program sh() {
    return needing("apt install dash curl", "sh", "-c", "curl --version");
  }

  static Program node() {
    return needing("install Node.js 20.19 or later (nodejs)", "node", "--version");
  }

  static Program npm() {
    return needing("apt install npm", "npm", "--version");
  }

  /** R with the package SPARQL. */
  static Program r() {
    return needing(
        "apt install --no-install-recommends r-base-core r-cran-sparql",
        "Rscript",
        "-e",
        "library(SPARQL)");
  }

  /** PHP with EasyRdf. */
  static Program php() {
    return needing(
        "apt install --no-install-recommends php-cli php-easyrdf",
        "php",
        "-r",
        "require 'EasyRdf/autoload.php';");
  }

  private static Program needing(String remedy, String... command) {
    Installed.require(remedy, command);
    return new Program(command[0]);
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

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

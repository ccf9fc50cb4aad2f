// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the release. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    header = "Write the release: Turtle, N-Quads, JSON-LD, descriptions, checksums.",
    description = {
      "",
      "gilan.ttl.gz, gilan.jsonld.gz: the whole graph, for any tool. gilan.nq.gz: each named graph,",
      "with the claims as RDF 1.2 reifiers. dcat.ttl and void.ttl describe them. gilan.graph is what",
      "./gilan serve --snapshot serves, here or on other machines.",
      "The same files always give the same bytes.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./gilan build",
      "  ./gilan build --output /tmp/release",
      "",
      "Exit codes: 0 written, 1 the data has findings, 2 cannot run."
    })
final class BuildCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Project project;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where to write (default: target/release in the project).")
  private Path output;

  @Override
  public Integer call() throws Failure {
    KnowledgeGraph graph = project.open().graph();
    Path folder = output != null ? output : project.home().resolve("target/release");
    PrintWriter out = spec.commandLine().getOut();
    try {
      Release.write(graph, folder).forEach(out::println);
    } catch (IOException e) {
      throw new Failure(
          Failure.CANNOT_RUN,
          "cannot write to " + folder + ": " + e.getMessage() + "; name another with --output");
    }
    return 0;
  }
}

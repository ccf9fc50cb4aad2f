// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.graph.Reason;
import org.gilan.release.Release;
import org.gilan.release.Upload;
import org.gilan.release.UploadException;
import org.gilan.remote.Credentials;
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
      "  ./gilan build --to http://127.0.0.1:7878/store",
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

  @Option(
      names = "--to",
      paramLabel = "URL",
      description =
          "Load the graph into the store at URL by the SPARQL 1.1 graph store protocol, instead of"
              + " writing files; its graphs of our names are replaced. Who may write is told by"
              + " GILAN_STORE_USER and GILAN_STORE_PASSWORD, or GILAN_STORE_TOKEN.")
  private URI store;

  @Override
  public Integer call() throws Failure {
    if (store != null) {
      return upload();
    }
    KnowledgeGraph graph = project.open().graph();
    Path folder = output != null ? output : project.home().resolve("target/release");
    PrintWriter out = spec.commandLine().getOut();
    try {
      Release.write(graph, folder).forEach(out::println);
    } catch (IOException e) {
      throw new Failure(
          Failure.CANNOT_RUN,
          "cannot write to " + folder + ": " + Reason.of(e) + "; name another with --output");
    }
    return 0;
  }

  private int upload() throws Failure {
    if (output != null) {
      throw new Failure(Failure.CANNOT_RUN, "name either --output or --to");
    }
    if (!Set.of("http", "https").contains(String.valueOf(store.getScheme()))
        || store.getHost() == null
        || store.getUserInfo() != null) {
      throw new Failure(
          Failure.CANNOT_RUN,
          "--to takes an http or https address, without name and password; those are read from"
              + " GILAN_STORE_USER and GILAN_STORE_PASSWORD");
    }
    try {
      Upload.send(
          project.open().graph(),
          store,
          Credentials.ofEnvironment(),
          spec.commandLine().getOut()::println);
      return 0;
    } catch (UploadException e) {
      throw new Failure(Failure.CANNOT_RUN, "--to " + store + ": " + e.getMessage());
    }
  }
}

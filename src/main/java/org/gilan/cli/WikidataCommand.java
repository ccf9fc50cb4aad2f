// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.wikidata.FetchException;
import org.gilan.wikidata.Pace;
import org.gilan.wikidata.WikidataSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares with Wikidata. */
@Command(
    name = "wikidata",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "snapshot",
    header = "Fetch what Wikidata says of the things that are linked to it.",
    description = {"", "The only command that asks another machine.", ""},
    footer = {
      "",
      "Examples:",
      "  ./gilan wikidata snapshot",
      "  ./gilan query wikidata-agreement",
      "",
      "Exit codes: 0 done, 1 the data has findings, 2 cannot run."
    },
    subcommands = WikidataCommand.SnapshotCommand.class)
final class WikidataCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return Failure.CANNOT_RUN;
  }

  /** Fetches the statements about linked items. */
  @Command(
      name = "snapshot",
      mixinStandardHelpOptions = true,
      header = "Fetch the statements about linked items into one dated file.",
      description = {
        "",
        "Asks for 25 items at a time, one request after the other. A fetch that is",
        "stopped leaves the former file as it was. The newest file in wikidata/ is the",
        "graph https://w3id.org/gilan/graph/wikidata; look it through before you commit it.",
        ""
      },
      footer = {
        "",
        "Examples:",
        "  ./gilan wikidata snapshot",
        "  ./gilan wikidata snapshot --pause 5 --output /tmp/wikidata.ttl",
        "",
        "Exit codes: 0 written, 1 the data has findings, 2 cannot run, for instance no answer."
      })
  static final class SnapshotCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Project project;

    @Option(
        names = "--endpoint",
        paramLabel = "URL",
        description = "The SPARQL endpoint to ask (default: ${DEFAULT-VALUE}).")
    private URI endpoint = URI.create("https://query.wikidata.org/sparql");

    @Option(
        names = "--output",
        paramLabel = "FILE",
        description = "Where to write (default: wikidata/ with today's date, in the project).")
    private Path output;

    @Option(
        names = "--pause",
        paramLabel = "SECONDS",
        description = "The least time between two requests (default: ${DEFAULT-VALUE}).")
    private int pause = 2;

    @Override
    public Integer call() throws Failure {
      if (!String.valueOf(endpoint.getScheme()).matches("https?") || endpoint.getHost() == null) {
        throw new Failure(Failure.CANNOT_RUN, endpoint + " is no address; begin with https://");
      }
      if (pause < 0) {
        throw new Failure(Failure.CANNOT_RUN, "a pause of " + pause + " seconds cannot be kept");
      }
      KnowledgeGraph graph = project.open().graph();
      Path file = output != null ? output : today();
      try {
        WikidataSnapshot.Summary summary =
            new WikidataSnapshot(
                    endpoint, userAgent(), Pace.every(Duration.ofSeconds(pause)), this::progress)
                .fetch(graph, file);
        spec.commandLine()
            .getOut()
            .printf("%s: %d statements%n", file, summary.statements())
            .printf("%d items were asked about%n", summary.items());
        return 0;
      } catch (FetchException e) {
        throw new Failure(
            Failure.CANNOT_RUN, e.getMessage() + "; run it again later, with --output " + file);
      } catch (IOException e) {
        throw new Failure(
            Failure.CANNOT_RUN,
            "cannot write " + file + ": " + e.getMessage() + "; name another with --output");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Failure(Failure.CANNOT_RUN, "stopped; go on with --output " + file);
      }
    }

    private Path today() throws Failure {
      return project.home().resolve("wikidata/" + LocalDate.now(ZoneOffset.UTC) + ".ttl");
    }

    /** As Wikimedia's policy asks: the program, its version and where to find its makers. */
    private static String userAgent() {
      return "Gilan/"
          + Version.current()
          + " (https://w3id.org/gilan) Java/"
          + Runtime.version().feature();
    }

    private void progress(String line) {
      spec.commandLine().getErr().println("gilan: " + line);
    }
  }
}

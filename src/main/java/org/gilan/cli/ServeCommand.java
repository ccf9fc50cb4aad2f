// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.gilan.check.CheckedGraph;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.graph.ReleasedSnapshot;
import org.gilan.page.Site;
import org.gilan.query.QueryLimits;
import org.gilan.server.CannotListenException;
import org.gilan.server.GilanServer;
import org.gilan.server.Renewal;
import org.gilan.server.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the graph until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    header = "Serve the graph: SPARQL, pages, the Fuseki UI. Read only.",
    description = {
      "",
      "Prints one line with the address when ready. Stop it with Ctrl-C.",
      "It listens on this machine only, unless --host names another address.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./gilan serve",
      "  ./gilan serve --port 3131 --documents ~/texts",
      "  ./gilan serve --snapshot target/release/gilan.graph",
      "  ./gilan serve --store ~/gilan-store",
      "  ./gilan serve --store http://127.0.0.1:8890/sparql",
      "  ./gilan serve --allow-service https://example.org/sparql --contact you@example.org",
      "",
      "Other limits: a request of 1 MiB, its address and headers 256 KiB, a proxy's",
      "prefix in it 200 characters, a path of 1000 characters; long requests that",
      "arrive, and answers that wait to be read: a quarter of --memory each; a query",
      "nested 100 deep, 12 of them EXISTS, with 10000 variables, 1000 of them",
      "different, 10000 FROM, 20000 commas and semicolons, 20000 brackets, 1000 steps",
      "of a path, 1000 names after DESCRIBE, 16777216 characters of names when written",
      "out; a text of 4194304 characters, a regular expression of 10000, a number of",
      "10000 digits, a time moved by 1000000 days; an answer of 1000000 rows, 1 GiB, a",
      "warning of 1000 characters; 8 pages made at a time, 40 more wait; 48 long",
      "answers at a time, 96 requests at a time on 1000 connections, which are idle for",
      "2 s at most when all are taken. What is beyond one gets 400, 413, 414, 422, 431",
      "or 503, and is told which; an answer is broken off instead after 512 KiB. To",
      "/reconcile: 100 queries at once, 1000 cells. Of a name that is looked for the",
      "first 500 letters count.",
      "",
      "Exit codes: 0 stopped, 1 the data has findings, 2 cannot run, for instance port in use,",
      "3 out of memory in spite of the limits: start it again."
    })
final class ServeCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;

  /** A name, or an address; others would never be what a client asks for. */
  private static final Pattern HOST = Pattern.compile("[^\\s/@*:?#]+|\\[?[0-9A-Fa-f:.]+]?");

  @Spec private CommandSpec spec;
  @Mixin private Project project;
  @Mixin private Endpoints endpoints;
  @Mixin private Watching watching;
  @Mixin private Stored stored;

  @Option(names = "--port", description = "Port, 0 for a free one (default: ${DEFAULT-VALUE}).")
  private int port = 3030;

  @Option(names = "--host", description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--behind-proxy",
      description =
          "Believe X-Forwarded-Proto, -Host and -Prefix: only a proxy that sets them reaches this"
              + " server. Descriptions and redirections then name its address.")
  private boolean isBehindProxy;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      description =
          "Name by which clients may ask for this server, for instance behind a proxy; may be"
              + " repeated. Others than those, --host and localhost get 421, so that no web page"
              + " reads this server under a name of its own (DNS rebinding).")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--time",
      paramLabel = "SECONDS",
      description =
          "Longest time for a query, shapes or a graph (default: 60; a sixth of it to the first"
              + " result), and for what a page asks of another store. Clients may ask for less with"
              + " ?timeout=.")
  private int seconds = 60;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      description =
          "Memory for the rows that all queries together sort, group and join (default: a quarter"
              + " of the heap).")
  private long megabytes = QueryLimits.usual().memory() >> 20;

  @Option(
      names = "--long",
      paramLabel = "COUNT",
      description =
          "How many of the queries that take longer than a moment run at once; 40 more"
              + " wait, others get 503 (default: one less than there are processors).")
  private int longAtOnce = QueryLimits.usual().longAtOnce();

  @Option(
      names = "--per-client",
      paramLabel = "SECONDS",
      description =
          "How long the requests of one client may take together in each minute; then it gets 429"
              + " (default: 0, nobody counts). Behind a proxy a client is what X-Forwarded-For ends"
              + " with.")
  private int perClient;

  @Option(
      names = "--max-age",
      paramLabel = "SECONDS",
      description =
          "How long a CDN and browsers may keep an answer without asking whether it still holds"
              + " (default: 0, they ask each time). A new graph is seen that much later.")
  private int maxAge;

  @Option(
      names = "--snapshot",
      paramLabel = "FILE",
      description =
          "Serve the graph that ./gilan build wrote into FILE; nothing else of the project is"
              + " needed. When FILE is replaced, best by mv, the server goes on with the new graph"
              + " within seconds and without a break; one that is damaged is refused.")
  private Path snapshot;

  @Override
  public Integer call() throws Failure {
    atLeast(1, seconds, "--time");
    atLeast(1, megabytes, "--memory");
    if (megabytes > Runtime.getRuntime().maxMemory() >> 20) {
      throw new Failure(Failure.CANNOT_RUN, "--memory: the whole heap has less than that");
    }
    atLeast(1, longAtOnce, "--long");
    atLeast(0, perClient, "--per-client");
    atLeast(0, maxAge, "--max-age");
    for (String name : names) {
      if (!HOST.matcher(name).matches()) {
        throw new Failure(
            Failure.CANNOT_RUN,
            "--allow-host: "
                + name
                + " is no name of a host; write it like gilan.example.org, without http:// and"
                + " port");
      }
    }
    if (port < 0 || port > HIGHEST_PORT) {
      throw new Failure(Failure.CANNOT_RUN, "no port " + port + "; ports are 1 to 65535");
    }
    if (snapshot != null && stored.isNamed()) {
      throw new Failure(Failure.CANNOT_RUN, "--snapshot is served from memory; leave out --store");
    }
    Exhaustion.watch(spec.commandLine().getErr());
    try {
      new Thread(GilanServer::prepare, "prepare").start();
      GilanServer.loadJena();
      Renewal renewal = renewal();
      GilanServer server =
          GilanServer.start(site(renewal), settings(), endpoints.open(), watching.open());
      spec.commandLine().getOut().println("Gilan is ready at " + server.address());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
      if (renewal == null) {
        server.warm();
      } else {
        renewal.follow(server);
      }
      server.join();
      return 0;
    } catch (CannotListenException e) {
      throw new Failure(Failure.CANNOT_RUN, e.getMessage());
    } catch (IOException e) {
      throw new Failure(
          Failure.CANNOT_RUN, (snapshot == null ? "--store: " : "--snapshot: ") + e.getMessage());
    }
  }

  private static void atLeast(int least, long value, String option) throws Failure {
    if (value < least) {
      throw new Failure(Failure.CANNOT_RUN, option + " takes a whole number from " + least + " up");
    }
  }

  private Site site(Renewal renewal) throws Failure, IOException {
    if (renewal != null) {
      return renewal.first();
    }
    return stored.isNamed() ? stored.site(project, this::note) : project.site();
  }

  /** {@return what follows a graph that others make; null for one that stays as it is} */
  private Renewal renewal() throws Failure {
    if (snapshot == null) {
      return stored.isRemote()
          ? stored.renewal(project, Duration.ofSeconds(seconds), this::note)
          : null;
    }
    Path documents = project.namedDocuments();
    return new Renewal(
        snapshot,
        file -> {
          KnowledgeGraph graph = ReleasedSnapshot.read(file);
          return new Site(graph, CheckedGraph.documents(graph, documents));
        },
        this::note);
  }

  private void note(String note) {
    spec.commandLine().getErr().println("gilan: " + note);
  }

  private Settings settings() {
    Duration whole = Duration.ofSeconds(seconds);
    QueryLimits usual = QueryLimits.usual();
    QueryLimits limits =
        usual
            .within(whole.dividedBy(6), whole)
            .upTo(usual.rows(), usual.bytes(), megabytes << 20)
            .sharing(usual.moment(), longAtOnce, usual.longWaiting());
    Settings settings =
        Settings.at(host, port)
            .named(names)
            .limited(limits)
            .budgeted(Duration.ofSeconds(perClient))
            .kept(Duration.ofSeconds(maxAge));
    return isBehindProxy ? settings.behindProxy() : settings;
  }

  /** Ends the process as a clean stop: the signal that asked for it is no failure. */
  private static void stop(GilanServer server) {
    server.close();
    Runtime.getRuntime().halt(0);
  }
}

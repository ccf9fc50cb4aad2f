// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.gilan.check.CheckedGraph;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.graph.Reason;
import org.gilan.graph.Sources;
import org.gilan.page.Site;
import org.gilan.remote.Credentials;
import org.gilan.remote.RemoteStore;
import org.gilan.server.Renewal;
import org.gilan.store.Origin;
import org.gilan.store.Store;
import picocli.CommandLine.Option;

/** Whether the graph is served from memory, or from a store. */
final class Stored {
  @Option(
      names = "--store",
      paramLabel = "DIR|URL",
      description =
          "Serve the graph from disk, not from memory, for graphs of any size: DIR is filled at the"
              + " first start and whenever the graph has changed. Or serve what another store holds,"
              + " which ./gilan build --to has filled: URL is its SPARQL endpoint. What the store"
              + " asks for is told by GILAN_STORE_USER and GILAN_STORE_PASSWORD, or"
              + " GILAN_STORE_TOKEN.")
  private String named;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "Fill the store from FILE (N-Quads or N-Triples, also .gz) instead of the project's graph;"
              + " later starts remember it.")
  private Path file;

  /** Held, so that it is this process's until its end, whoever reads then. */
  private Store store;

  /** Thrown inside the loading, which knows no failures of the command line. */
  private static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Failure failure;

    FailedException(Failure failure) {
      super(failure);
      this.failure = failure;
    }
  }

  boolean isNamed() throws Failure {
    if ((named == null || isRemote()) && file != null) {
      throw new Failure(Failure.CANNOT_RUN, "--from needs --store DIR, the store to be filled");
    }
    return named != null;
  }

  /** {@return whether another program holds the graph} */
  boolean isRemote() {
    return named != null && named.matches("(?i)https?:.*");
  }

  /**
   * {@return what follows the graph that the other program holds}
   *
   * @param longest how long pages may wait for each of its answers
   */
  Renewal renewal(Project project, Duration longest, Consumer<String> notes) throws Failure {
    try {
      URI address = URI.create(named);
      if (address.getHost() == null || address.getUserInfo() != null) {
        throw new Failure(
            Failure.CANNOT_RUN,
            "--store takes an http or https address without name and password; those are read"
                + " from GILAN_STORE_USER and GILAN_STORE_PASSWORD");
      }
      Map<String, String> prefixes = Sources.prefixes(project.home());
      RemoteStore remote = new RemoteStore(address, Credentials.ofEnvironment(), longest);
      return new Renewal(new Elsewhere(remote, prefixes, project.documents()), notes);
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.CANNOT_RUN, "--store: " + named + " is no address");
    }
  }

  /** A store that others fill. */
  private record Elsewhere(RemoteStore store, Map<String, String> prefixes, Path documents)
      implements Renewal.Source {
    @Override
    public Object state() {
      return store.name();
    }

    @Override
    public Site read() throws IOException {
      KnowledgeGraph graph = store.graph(prefixes);
      return new Site(graph, CheckedGraph.documents(graph, documents));
    }
  }

  /** {@return the store's graph} */
  Site site(Project project, Consumer<String> notes) throws Failure {
    try {
      store = Store.open(Path.of(named), notes);
      KnowledgeGraph graph = store.graph(origin(project));
      return new Site(graph, CheckedGraph.documents(graph, project.documents()));
    } catch (IOException e) {
      throw new Failure(Failure.CANNOT_RUN, "--store: " + Reason.of(e));
    } catch (FailedException e) {
      throw e.failure;
    }
  }

  private Origin origin(Project project) throws IOException, Failure {
    Map<String, String> prefixes = Sources.prefixes(project.home());
    Path from = file != null ? file : store.file().orElse(null);
    return from != null
        ? Origin.file(from, prefixes)
        : Origin.checked(
            CheckedGraph.checksum(project.home(), project.documents()),
            prefixes,
            () -> {
              try {
                return project.open().graph();
              } catch (Failure e) {
                throw new FailedException(e);
              }
            });
  }
}

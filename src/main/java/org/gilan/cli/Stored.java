// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.gilan.check.CheckedGraph;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.graph.Sources;
import org.gilan.page.Site;
import org.gilan.store.Origin;
import org.gilan.store.Store;
import picocli.CommandLine.Option;

/** Whether the graph is served from memory, or from a store. */
final class Stored {
  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "Serve the graph from disk, not from memory, for graphs of any size: DIR is filled at the"
              + " first start and whenever the graph has changed.")
  private Path folder;

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
    if (folder == null && file != null) {
      throw new Failure(Failure.CANNOT_RUN, "--from needs --store DIR, the store to be filled");
    }
    return folder != null;
  }

  /** {@return the store's graph} */
  Site site(Project project, Consumer<String> notes) throws Failure {
    try {
      store = Store.open(folder, notes);
      KnowledgeGraph graph = store.graph(origin(project));
      return new Site(graph, CheckedGraph.documents(graph, project.documents()));
    } catch (IOException e) {
      throw new Failure(Failure.CANNOT_RUN, "--store: " + e.getMessage());
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

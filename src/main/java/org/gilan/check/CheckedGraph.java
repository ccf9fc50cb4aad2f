// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gilan.document.Documents;
import org.gilan.finding.Finding;
import org.gilan.graph.Assembly;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.graph.Snapshot;
import org.gilan.graph.SourceChecksum;
import org.gilan.graph.Sources;

/**
 * The graph as commands use it: taken from the snapshot when the files are those that were checked
 * last, else read, checked and kept.
 *
 * @param graph the graph
 * @param documents the texts at hand
 */
public record CheckedGraph(KnowledgeGraph graph, Documents documents) {
  private static final String FOLDER = "target/snapshot";

  /** Thrown when the files do not make a valid graph. */
  public static final class InvalidException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient List<Finding> findings;

    InvalidException(List<Finding> findings) {
      super(findings.size() + " findings");
      this.findings = findings;
    }

    /** {@return what is wrong, in the order of files and lines} */
    public List<Finding> findings() {
      return findings;
    }
  }

  /**
   * Opens the graph of a project.
   *
   * @param home the project's folder
   * @param folder where the texts of the documents lie, or null
   * @param notes is told, in a sentence, what takes seconds or went wrong with the snapshot
   * @return the graph
   * @throws IOException when files cannot be read
   * @throws InvalidException when the checks find something
   */
  public static CheckedGraph open(Path home, Path folder, Consumer<String> notes)
      throws IOException, InvalidException {
    Snapshot snapshot = new Snapshot(home.resolve(FOLDER), notes);
    String checksum = checksum(home, folder);
    Optional<KnowledgeGraph> kept = snapshot.load(checksum);
    if (kept.isPresent()) {
      return new CheckedGraph(kept.get(), documents(kept.get(), folder));
    }
    notes.accept("checking the graph …");
    Assembly assembly = Assembly.of(Sources.read(home, List.of()), checksum);
    Documents documents = documents(assembly.graph(), folder);
    List<Finding> findings = Checks.run(assembly, documents).findings();
    if (!findings.isEmpty()) {
      throw new InvalidException(findings);
    }
    return new CheckedGraph(snapshot.save(assembly.graph()), documents);
  }

  /**
   * {@return the checksum that the graph of a project has, without reading the graph; it is noted
   * in the folder of the snapshot}
   *
   * @param home the project's folder
   * @param folder where the texts of the documents lie, or null
   * @throws IOException when files cannot be read
   */
  public static String checksum(Path home, Path folder) throws IOException {
    Path note = home.resolve(FOLDER).resolve("checksum");
    return SourceChecksum.of(home, version() + texts(folder), note);
  }

  /**
   * {@return the texts that lie in a folder}
   *
   * @param graph says which documents there are
   * @param folder where they lie, or null for none
   * @throws IOException when the folder or a file in it cannot be read
   */
  public static Documents documents(KnowledgeGraph graph, Path folder) throws IOException {
    return folder == null ? Documents.none() : Documents.in(folder, graph.documents());
  }

  /** What tells one build of the program from another: a new program checks anew. */
  private static String version() throws IOException {
    try {
      Path self =
          Path.of(CheckedGraph.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return self.getFileName() + " " + Files.getLastModifiedTime(self) + " " + Files.size(self);
    } catch (java.net.URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** What tells the texts apart without reading them: a new text is checked anew. */
  private static String texts(Path folder) throws IOException {
    if (folder == null || !Files.isDirectory(folder)) {
      return "";
    }
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        all.append(file.getFileName())
            .append(Files.size(file))
            .append(Files.getLastModifiedTime(file));
      }
    }
    return all.toString();
  }
}

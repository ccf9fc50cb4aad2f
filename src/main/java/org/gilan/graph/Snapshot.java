// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A checked graph on disk, under the checksum of what it was made from, so that a start need not
 * read, infer and validate again. A snapshot is only ever a saving: when it is missing, damaged or
 * cannot be written, the graph is made anew.
 */
public final class Snapshot {
  private static final String ENDING = ".graph";

  private final Path folder;

  /**
   * Uses a folder for snapshots.
   *
   * @param folder made when needed
   */
  public Snapshot(Path folder) {
    this.folder = folder;
  }

  private Path file(String checksum) {
    return folder.resolve(checksum + ENDING);
  }

  /**
   * {@return the graph kept under a checksum, if there is one that can be read}
   *
   * @param checksum of the sources
   */
  public Optional<KnowledgeGraph> load(String checksum) {
    Path file = file(checksum);
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    DatasetGraph dataset = Assembly.emptyDataset();
    try {
      SnapshotFile.read(ByteBuffer.wrap(Files.readAllBytes(file)), dataset);
    } catch (IOException | RuntimeException e) { // whatever is wrong with it, it is damaged
      return Optional.empty();
    }
    Assembly.unite(dataset);
    return Optional.of(new KnowledgeGraph(dataset, checksum));
  }

  /**
   * Keeps a graph and drops the snapshots before it.
   *
   * @param graph a graph that passed its checks
   * @return whether it could be written
   */
  public boolean save(KnowledgeGraph graph) {
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, "snapshot", ".tmp");
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
        SnapshotFile.write(graph.dataset(), out);
      }
      clear();
      move(fresh, file(graph.checksum()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void clear() throws IOException {
    try (Stream<Path> old = Files.list(folder)) {
      for (Path file : old.filter(f -> f.toString().endsWith(ENDING)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

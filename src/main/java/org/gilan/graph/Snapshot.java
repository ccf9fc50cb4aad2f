// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A checked graph on disk, under the checksum of what it was made from, so that a start need not
 * read, infer and validate again. A snapshot is only ever a saving: when it is missing, damaged or
 * cannot be written, that is said and the graph is made anew. Several starts may share a folder.
 */
public final class Snapshot {
  private static final String ENDING = ".graph";
  private static final String DAMAGED = ".damaged";
  private static final String FRESH = ".tmp";

  /** A lock on a file is held by a whole process, so threads need one among themselves. */
  private static final Object ONE_WRITER = new Object();

  private final Path folder;
  private final Consumer<String> notes;

  /**
   * Uses a folder for snapshots.
   *
   * @param folder made when needed
   * @param notes is told, in a sentence, what the operator should know
   */
  public Snapshot(Path folder, Consumer<String> notes) {
    this.folder = folder;
    this.notes = notes;
  }

  private Path file(String checksum) {
    return folder.resolve(checksum + ENDING);
  }

  /**
   * {@return the graph kept under a checksum, if it is there and every bit of it is as it was
   * written}
   *
   * @param checksum of the sources
   */
  public Optional<KnowledgeGraph> load(String checksum) {
    Path file = file(checksum);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(Files.readAllBytes(file), checksum));
    } catch (SealedFile.DamagedException | RuntimeException e) {
      setAside(file);
      return Optional.empty();
    } catch (IOException e) {
      notes.accept("the snapshot cannot be read (" + e + "); the graph is made again");
      return Optional.empty();
    }
  }

  private static KnowledgeGraph read(byte[] whole, String checksum)
      throws SealedFile.DamagedException {
    return SnapshotReader.read(SealedFile.open(whole, new Crc32c(), checksum), checksum);
  }

  private void setAside(Path file) {
    Path aside = file.resolveSibling(file.getFileName() + DAMAGED);
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      notes.accept("the snapshot is damaged and now " + aside + "; the graph is made again");
    } catch (IOException e) {
      notes.accept("the snapshot " + file + " is damaged; the graph is made again");
    }
  }

  /**
   * Keeps a graph and drops the snapshots before it, with what starts left that were killed.
   *
   * @param graph a graph that passed its checks
   * @return the same graph as later starts have it, its triples in the same order; also when the
   *     file could not be written
   */
  public KnowledgeGraph save(KnowledgeGraph graph) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      SealedFile.write(
          bytes, new Crc32c(), graph.checksum(), to -> SnapshotWriter.write(graph, to));
      byte[] whole = bytes.toByteArray();
      keep(whole, graph.checksum());
      return read(whole, graph.checksum());
    } catch (IOException | SealedFile.DamagedException e) {
      cannotKeep(e);
      return graph;
    }
  }

  private void cannotKeep(Exception e) {
    notes.accept("the checked graph cannot be kept (" + e + "); the next start checks it again");
  }

  @SuppressWarnings("try") // the lock is held, not used
  private void keep(byte[] whole, String checksum) {
    synchronized (ONE_WRITER) {
      try {
        Files.createDirectories(folder);
        try (FileChannel channel =
                FileChannel.open(
                    folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          write(whole, checksum);
        }
      } catch (IOException e) {
        cannotKeep(e);
      }
    }
  }

  /** With the lock held, nobody else writes: every fresh file there is was left by a killed one. */
  private void write(byte[] whole, String checksum) throws IOException {
    clear(name -> name.endsWith(FRESH));
    Path fresh = Files.createTempFile(folder, "snapshot", FRESH);
    try {
      Files.write(fresh, whole);
      move(fresh, file(checksum));
    } finally {
      Files.deleteIfExists(fresh);
    }
    String kept = checksum + ENDING;
    clear(name -> name.endsWith(ENDING) && !name.equals(kept));
  }

  private void clear(Predicate<String> names) throws IOException {
    try (Stream<Path> old = Files.list(folder)) {
      for (Path file : old.filter(f -> names.test(f.getFileName().toString())).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Puts a file in the place of another, at once where the disk can do that. */
  static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

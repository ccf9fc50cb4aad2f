// SPDX-License-Identifier: Apache-2.0
package org.gilan.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.dboe.base.file.FileException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.gilan.graph.KnowledgeGraph;

/**
 * A folder that holds a graph in TDB2, for one process at a time. What was begun and not sealed is
 * made again.
 */
public final class Store implements AutoCloseable {
  /** Says what the store is made from; there before anything else, so that it is ours to delete. */
  private static final String ORIGIN = "origin";

  private static final String SEAL = "seal";
  private static final String GRAPH = "graph";
  private static final String LOCK = "lock";

  private final Path folder;
  private final Consumer<String> notes;
  private final FileChannel lock;
  private DatasetGraph dataset;

  private Store(Path folder, Consumer<String> notes, FileChannel lock) {
    this.folder = folder;
    this.notes = notes;
    this.lock = lock;
  }

  /**
   * Takes a folder for this process.
   *
   * @param folder made when needed
   * @param notes is told, in a sentence, what takes long or was found half made
   * @return the store, to be closed
   * @throws IOException when it cannot be written, belongs to something else or is in use
   */
  public static Store open(Path folder, Consumer<String> notes) throws IOException {
    Files.createDirectories(folder);
    if (!Files.exists(folder.resolve(ORIGIN)) && !isEmpty(folder)) {
      throw new IOException(folder + " holds something else; name a folder that is new or empty");
    }
    FileChannel lock =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      lock.close();
      throw new IOException(folder + " is in use; a store is for one server at a time");
    }
    return new Store(folder, notes, lock);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(file -> file.getFileName().toString().equals(LOCK));
    }
  }

  /**
   * {@return the file that the store was made from, or begun; nothing if it is the project's own}
   *
   * @throws IOException when the store cannot be read
   */
  public Optional<Path> file() throws IOException {
    Path origin = folder.resolve(ORIGIN);
    return Files.exists(origin)
        ? Optional.of(Files.readString(origin).strip())
            .filter(name -> !name.isEmpty())
            .map(Path::of)
        : Optional.empty();
  }

  /**
   * {@return the graph, as it lies in the store or loaded now}
   *
   * @param origin what it is made from
   * @throws IOException when that cannot be read, or the store not be written
   */
  public KnowledgeGraph graph(Origin origin) throws IOException {
    Optional<Seal> seal = Seal.read(folder.resolve(SEAL));
    if (seal.isPresent() && seal.get().checksum().equals(origin.checksum())) {
      dataset = connect();
      return graph(seal.get());
    }
    if (seal.isPresent()) {
      notes.accept("the store holds another state; it is made again");
    } else if (Files.exists(folder.resolve(ORIGIN))) {
      notes.accept("the store is half made; it is made again");
    }
    try {
      return graph(make(origin));
    } catch (InternalError | FileException | RuntimeIOException e) { // its files are mapped
      throw new IOException(folder + " cannot be written; the disk seems to be full", e);
    }
  }

  private KnowledgeGraph graph(Seal seal) {
    return new KnowledgeGraph(new StoredDataset(dataset, seal), seal.checksum(), seal.statistics());
  }

  private DatasetGraph connect() {
    return DatabaseMgr.connectDatasetGraph(Location.create(folder.resolve(GRAPH)));
  }

  private Seal make(Origin origin) throws IOException {
    Files.deleteIfExists(folder.resolve(SEAL));
    Files.writeString(
        folder.resolve(ORIGIN), origin.file() == null ? "" : origin.file().toString());
    delete(folder.resolve(GRAPH));
    Files.createDirectories(folder.resolve(GRAPH));
    notes.accept("loading " + origin.words() + " into " + folder + " …");
    dataset = connect();
    long began = System.nanoTime();
    Arriving arriving = load(origin);
    double seconds = (System.nanoTime() - began) / 1e9;
    notes.accept(
        "%,d triples and quads in %.1f s, %,.0f a second"
            .formatted(arriving.count(), seconds, arriving.count() / seconds));
    Counts counts = dataset.calculateRead(() -> new Counts(dataset));
    Seal seal =
        dataset.calculateRead(
            () ->
                new Seal(
                    origin.checksum(), origin.prefixes(), counts.sizes(), counts.statistics()));
    seal.write(folder.resolve(SEAL));
    return seal;
  }

  /** The phased loader is no quicker on two cores, and waits for ever when a thread of it fails. */
  private Arriving load(Origin origin) throws IOException {
    DataLoader loader = LoaderFactory.sequentialLoader(dataset, (words, more) -> {});
    Arriving arriving = new Arriving(loader.stream(), notes);
    loader.startBulk();
    try {
      arriving.start();
      origin.contents().send(arriving);
      arriving.finish();
      loader.finishBulk();
      return arriving;
    } catch (IOException | RuntimeException e) {
      loader.finishException(e);
      throw e;
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        List<Path> files = all.sorted(Comparator.reverseOrder()).toList();
        for (Path file : files) {
          Files.delete(file);
        }
      }
    }
  }

  /** Leaves the folder to other processes. */
  @Override
  public void close() throws IOException {
    if (dataset != null) {
      TDBInternal.expel(dataset);
    }
    lock.close();
  }
}

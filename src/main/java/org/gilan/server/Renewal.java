// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gilan.page.Site;
import org.gilan.remote.StoreException;

/**
 * Has a server go on with what replaces the graph that it was started with. The new graph is read,
 * checked and made ready beside the old one; what cannot be served is said once, and the old one
 * goes on. What fails because a store is away is tried again until it is back.
 */
public final class Renewal implements AutoCloseable {
  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final int DIGITS = 12;

  /** Where graphs come from: a file that is replaced, a store that is filled. */
  public interface Source {
    /** {@return what tells what is there now from what was there before, without reading it} */
    Object state();

    /**
     * {@return what there is to serve}
     *
     * @throws IOException says in words for the operator why it cannot be served
     */
    Site read() throws IOException;
  }

  /** Makes a site of a file. */
  public interface Reader {
    /**
     * {@return what there is to serve}
     *
     * @param file as it lies there now
     * @throws IOException says in words for the operator why it cannot be served
     */
    Site read(Path file) throws IOException;
  }

  /** A file that others replace. */
  private record SnapshotFile(Path file, Reader reader) implements Source {
    @Override
    public Object state() {
      return Stamp.of(file);
    }

    @Override
    public Site read() throws IOException {
      if (Stamp.of(file).equals(Stamp.GONE)) {
        throw new IOException("there is no " + file);
      }
      return reader.read(file);
    }
  }

  /** What tells one file from another without reading it; a file that is gone has none. */
  private record Stamp(Object key, FileTime modified, long size) {
    private static final Stamp GONE = new Stamp(null, null, 0);

    static Stamp of(Path file) {
      try {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(found.fileKey(), found.lastModifiedTime(), found.size());
      } catch (IOException e) {
        return GONE;
      }
    }
  }

  private final Source source;
  private final Consumer<String> notes;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "renewal");
            thread.setDaemon(true);
            return thread;
          });
  private Object tried;
  private Object seen;
  private boolean hasFailed;

  /**
   * Looks after a file.
   *
   * @param file is replaced by others in time, best at once by renaming them
   * @param reader makes a site of it
   * @param notes is told, in a sentence, what is served from now on, or why not
   */
  public Renewal(Path file, Reader reader, Consumer<String> notes) {
    this(new SnapshotFile(file, reader), notes);
  }

  /**
   * Looks after whatever graphs come from.
   *
   * @param source of graphs
   * @param notes is told, in a sentence, what is served from now on, or why not
   */
  public Renewal(Source source, Consumer<String> notes) {
    this.source = source;
    this.notes = notes;
  }

  /**
   * {@return the site to begin with}
   *
   * @throws IOException says why there is none
   */
  public Site first() throws IOException {
    tried = source.state();
    seen = tried;
    return source.read();
  }

  /**
   * Makes the server ready, then looks at the source each second from now on.
   *
   * @param server goes on with what replaces it
   */
  public void follow(GilanServer server) {
    follow(server, OFTEN);
  }

  void follow(GilanServer server, Duration often) {
    clock.scheduleWithFixedDelay(() -> look(server), 0, often.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look(GilanServer server) {
    Object before = tried;
    try {
      if (!server.current().routes().isReady()) {
        server.warm();
      }
      if (isAnother()) {
        takeUp(server);
      }
      hasFailed = false;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Whatever it is: nobody would look any more.
      boolean isNew = !Objects.equals(tried, before);
      if (isNew) {
        server.outdated(true);
      }
      if (e instanceof StoreException || e.getCause() instanceof StoreException) {
        tried = before;
      }
      if (!hasFailed) {
        hasFailed = true;
        notes.accept(
            (e instanceof IOException || e instanceof StoreException
                    ? e.getMessage()
                    : "the graph cannot be served (" + e + ")")
                + ("; graph " + digits(server) + (isNew ? " goes on" : " is not ready yet")));
      }
    }
  }

  /** {@return whether there is another and, for two looks, the same: nobody is writing it still} */
  private boolean isAnother() {
    Object now = source.state();
    boolean isSettled = now.equals(seen);
    seen = now;
    boolean isAnother = isSettled && !now.equals(tried);
    if (isAnother) {
      tried = now;
    }
    return isAnother;
  }

  private void takeUp(GilanServer server) throws IOException {
    long start = System.nanoTime();
    Site site = source.read();
    if (!site.graph().checksum().equals(server.current().checksum())) {
      server.take(site);
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      notes.accept("graph " + digits(server) + " is served now, taken up in " + millis + " ms");
    }
    server.outdated(false);
  }

  private static String digits(GilanServer server) {
    String checksum = server.current().checksum();
    return checksum.substring(0, Math.min(DIGITS, checksum.length()));
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}

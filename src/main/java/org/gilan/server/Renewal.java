// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gilan.page.Site;

/**
 * Has a server go on with what replaces the file that it was started from. The new graph is read,
 * checked and made ready beside the old one; what cannot be served is said once, and the old one
 * goes on.
 */
public final class Renewal implements AutoCloseable {
  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final int DIGITS = 12;

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

  private final Path file;
  private final Reader reader;
  private final Consumer<String> notes;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "renewal");
            thread.setDaemon(true);
            return thread;
          });
  private Stamp tried;
  private Stamp seen;

  /**
   * Looks after a file.
   *
   * @param file is replaced by others in time, best at once by renaming them
   * @param reader makes a site of it
   * @param notes is told, in a sentence, what is served from now on, or why not
   */
  public Renewal(Path file, Reader reader, Consumer<String> notes) {
    this.file = file;
    this.reader = reader;
    this.notes = notes;
  }

  /**
   * {@return the site to begin with}
   *
   * @throws IOException says why there is none
   */
  public Site first() throws IOException {
    tried = Stamp.of(file);
    seen = tried;
    return reader.read(file);
  }

  /**
   * Looks at the file each second from now on.
   *
   * @param server goes on with what replaces it
   */
  public void follow(GilanServer server) {
    follow(server, OFTEN);
  }

  void follow(GilanServer server, Duration often) {
    clock.scheduleWithFixedDelay(
        () -> look(server), often.toMillis(), often.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Takes up a file that is another and, for two looks, the same: nobody is writing it still. */
  private void look(GilanServer server) {
    Stamp now = Stamp.of(file);
    boolean isSettled = now.equals(seen);
    seen = now;
    if (!isSettled || now.equals(tried)) {
      return;
    }
    tried = now;
    String goesOn = "; graph " + digits(server) + " goes on";
    try {
      if (now.equals(Stamp.GONE)) {
        throw new IOException("there is no " + file + " any more");
      }
      long start = System.nanoTime();
      Site site = reader.read(file);
      if (!site.graph().checksum().equals(server.current().checksum())) {
        server.take(site);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        notes.accept("graph " + digits(server) + " is served now, taken up in " + millis + " ms");
      }
      server.outdated(false);
    } catch (IOException e) {
      server.outdated(true);
      notes.accept(e.getMessage() + goesOn);
    } catch (RuntimeException e) { // whatever pages make of a graph that they do not know
      server.outdated(true);
      notes.accept(file + " cannot be served (" + e + ")" + goesOn);
    }
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

// SPDX-License-Identifier: Apache-2.0
package org.gilan.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.AsyncParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.gilan.graph.KnowledgeGraph;

/**
 * What a store is made from.
 *
 * @param checksum tells it from every other state
 * @param file the file it is read from; null for the project's own graph
 * @param prefixes of the graph
 * @param contents gives the triples and quads
 */
public record Origin(String checksum, Path file, Map<String, String> prefixes, Contents contents) {
  /**
   * So many triples are handed from the thread that reads to the one that loads; ten times wait.
   */
  private static final int CHUNK = 5_000;

  private static final int BUFFER = 1 << 16;

  /** Gives triples and quads. */
  public interface Contents {
    /**
     * Sends all there is.
     *
     * @param out receives it
     * @throws IOException when it cannot be read
     */
    void send(StreamRDF out) throws IOException;
  }

  /**
   * {@return the project's own graph}
   *
   * @param checksum of its sources
   * @param prefixes of the graph
   * @param graph reads it, if it is needed
   */
  public static Origin checked(
      String checksum, Map<String, String> prefixes, Supplier<KnowledgeGraph> graph) {
    return new Origin(
        checksum,
        null,
        prefixes,
        out ->
            graph.get().dataset().stream()
                .filter(quad -> !quad.isDefaultGraph())
                .forEach(out::quad));
  }

  /**
   * {@return a file of any size; it is told by its name, size and time from others, as reading it
   * whole at each start would take minutes. It is read by a thread of its own, ahead of the
   * loading}
   *
   * @param file N-Quads, N-Triples or another format that its name tells, compressed or not
   * @param prefixes of the graph
   * @throws IOException when there is no such file
   */
  public static Origin file(Path file, Map<String, String> prefixes) throws IOException {
    String state =
        file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    return new Origin(
        DigestUtils.sha256Hex(state),
        file.toAbsolutePath().normalize(),
        prefixes,
        out -> {
          try (Input in = new Input(file)) {
            AsyncParser.of(
                    RDFParser.source(in)
                        .lang(RDFLanguages.pathnameToLang(file.toString()))
                        .base(file.toUri().toString())
                        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging))
                .setChunkSize(CHUNK)
                .asyncParseSources(out);
            in.requireWhole();
          } catch (RiotException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
          }
        });
  }

  /** A file, unpacked by its name; Jena takes for its end whatever keeps it from being read on. */
  private static final class Input extends FilterInputStream {
    private final Path file;
    private volatile IOException failure;

    Input(Path file) throws IOException {
      super(Files.newInputStream(file));
      this.file = file;
      if (file.toString().endsWith(".gz")) {
        in = new GZIPInputStream(in, BUFFER);
      }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        return super.read(bytes, from, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    void requireWhole() throws IOException {
      if (failure != null) {
        throw new IOException(file + " cannot be read to its end: it is damaged or cut", failure);
      }
    }
  }

  /** {@return what it is, in words} */
  String words() {
    return file == null ? "the graph of the project" : file.toString();
  }
}

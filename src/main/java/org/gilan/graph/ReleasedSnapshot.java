// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A checked graph as one file that is handed to servers elsewhere: they need nothing else of the
 * project. Its seal is the checksum of the graph, the same wherever it is made from the same files,
 * so that all who serve it tag their answers alike.
 */
public final class ReleasedSnapshot {
  /** The name of the file in a release. */
  public static final String NAME = "gilan.graph";

  /** What the seal holds besides the bytes: no other kind of file passes for this one. */
  private static final String KIND = "released graph";

  /** A graph takes up to ten times its file, and while one is taken up there are two. */
  private static final int HEAP_A_BYTE = 20;

  private ReleasedSnapshot() {}

  /**
   * Writes a graph; what was there is replaced at once, so that nobody reads half a file.
   *
   * @param graph a graph that passed its checks
   * @param file where to
   * @return the graph as those who read the file have it, with its checksum
   * @throws IOException when it cannot be written
   */
  public static KnowledgeGraph write(KnowledgeGraph graph, Path file) throws IOException {
    Path fresh = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      String seal;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
        seal =
            SealedFile.write(
                out, DigestUtils.getSha256Digest(), KIND, to -> SnapshotWriter.write(graph, to));
      }
      Snapshot.move(fresh, file);
      return new KnowledgeGraph(graph.dataset(), seal, graph.statistics());
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /**
   * {@return the graph in a file, if every bit of it is as it was written}
   *
   * @param file what {@link #write} wrote
   * @throws IOException says why there is none, in words for the operator
   */
  public static KnowledgeGraph read(Path file) throws IOException {
    byte[] whole = bytes(file);
    ByteBuffer bytes;
    try {
      bytes = SealedFile.open(whole, DigestUtils.getSha256Digest(), KIND);
    } catch (SealedFile.DamagedException e) {
      throw new IOException(file + " is damaged, or no snapshot that ./gilan build wrote", e);
    }
    if (!SnapshotReader.isOne(bytes)) {
      throw new IOException(file + " is of another format; build it with this version of Gilan");
    }
    return SnapshotReader.read(bytes, SealedFile.seal(whole, DigestUtils.getSha256Digest()));
  }

  private static byte[] bytes(Path file) throws IOException {
    long size;
    try {
      size = Files.size(file);
      if (size <= Runtime.getRuntime().maxMemory() / HEAP_A_BYTE) {
        return Files.readAllBytes(file);
      }
    } catch (NoSuchFileException e) {
      throw new IOException("there is no " + file, e);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read (" + Reason.of(e) + ")", e);
    }
    throw new IOException(
        file + " has " + (size >> 20) + " MB, too many for the heap; raise it with -Xmx");
  }
}

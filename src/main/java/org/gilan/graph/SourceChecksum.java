// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The checksum of all files that make the graph. To read them takes a fifth of a start, so it is
 * noted with what the file system says of them: as long as none has another size, or was changed or
 * replaced since, it is the same. The time of a change (ctime) is the system's own, no program sets
 * it back; where the system has none, the files are read each time.
 */
public final class SourceChecksum {
  private static final String ATTRIBUTES = "unix:size,lastModifiedTime,ctime,ino,dev";

  /** Clocks of file systems go by steps; what was changed just now may be changed again unseen. */
  private static final Duration UNSURE = Duration.ofSeconds(2);

  private final Path root;
  private final Collection<Path> files;
  private final String salt;

  private SourceChecksum(Path home, String salt) {
    this.root = home.toAbsolutePath().normalize();
    this.files = Sources.all(home);
    this.salt = salt;
  }

  /**
   * {@return the SHA-256 over names and bytes of all files that make the graph, read or as noted}
   *
   * @param home the project's folder
   * @param salt what else decides the result, such as the version of the program
   * @param note the file with what is noted; it is a saving only, and may be missing or anything
   * @throws IOException when a file cannot be read
   */
  public static String of(Path home, String salt, Path note) throws IOException {
    SourceChecksum sources = new SourceChecksum(home, salt);
    Optional<String> state = sources.state();
    Optional<String> noted = state.flatMap(now -> noted(note, now));
    if (noted.isPresent()) {
      return noted.get();
    }
    String checksum = sources.read();
    if (state.isPresent()) {
      write(note, List.of(state.get(), checksum));
    }
    return checksum;
  }

  private static Optional<String> noted(Path note, String state) {
    try {
      List<String> lines = Files.readAllLines(note);
      return lines.size() == 2 && lines.get(0).equals(state)
          ? Optional.of(lines.get(1))
          : Optional.empty();
    } catch (IOException e) { // none, or none of ours
      return Optional.empty();
    }
  }

  private static void write(Path note, List<String> lines) {
    try {
      Files.createDirectories(note.getParent());
      Files.write(note, lines);
    } catch (IOException e) {
      // The next start reads the files again; that the folder cannot be written is said elsewhere.
    }
  }

  private String read() throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    digest.update(salt.getBytes(StandardCharsets.UTF_8));
    for (Path file : files) {
      digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** {@return what the file system says of the files; nothing if that is not to be relied on} */
  private Optional<String> state() throws IOException {
    Instant now = Instant.now();
    StringBuilder state = new StringBuilder(salt);
    for (Path file : files) {
      Map<String, Object> found;
      try {
        found = Files.readAttributes(file, ATTRIBUTES);
      } catch (UnsupportedOperationException | IllegalArgumentException e) {
        return Optional.empty();
      }
      if (((FileTime) found.get("ctime")).toInstant().plus(UNSURE).isAfter(now)) {
        return Optional.empty();
      }
      state.append(root.relativize(file)).append(new TreeMap<>(found));
    }
    return Optional.of(DigestUtils.sha256Hex(state.toString()));
  }
}

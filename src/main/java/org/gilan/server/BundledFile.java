// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Files that are part of the program: ours and those of the Fuseki UI. Each is read and compressed
 * once; all who are sent it share its bytes, of which there are megabytes.
 */
final class BundledFile {
  private static final Pattern PLAIN = Pattern.compile("(?:/[\\w-][\\w.-]*+){1,20}+");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "ico", "image/vnd.microsoft.icon",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private static final Map<String, KeptAnswers.Kept> KEPT = new ConcurrentHashMap<>();

  private BundledFile() {}

  /** Sends a file of the class path; anything but a plain path to a known kind of file is 404. */
  static void send(Exchange exchange, String path, String caching) {
    KeptAnswers.Kept file = KEPT.computeIfAbsent(path, BundledFile::kept);
    if (file == null) {
      throw new Problem(
          404, "There is no such file", "The first page, /, leads to everything there is.");
    }
    Reply reply = exchange.reply();
    reply.header("Cache-Control", caching);
    reply.limit(file.plain().length);
    if (!reply.isKnown(file.tag())) {
      String type = file.contentType();
      boolean zip = reply.wantsCompressed() && Compression.isWorthIt(type);
      reply.send(200, type, zip ? file.compressed() : file.plain(), zip);
    }
  }

  private static KeptAnswers.Kept kept(String path) {
    try {
      byte[] file = read(path).orElse(null);
      return file == null
          ? null
          : new KeptAnswers.Kept(EntityTag.of(file), null, type(path), file, Compression.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the contents of a file of the class path; empty when there is none} */
  static Optional<byte[]> read(String path) throws IOException {
    if (!PLAIN.matcher(path).matches() || type(path) == null) {
      return Optional.empty();
    }
    try (InputStream in = BundledFile.class.getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }

  private static String type(String path) {
    return TYPES.get(path.substring(path.lastIndexOf('.') + 1));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files that are part of the program: ours and those of the Fuseki UI. */
final class BundledFile {
  private static final Pattern PLAIN = Pattern.compile("(?:/[\\w-][\\w.-]*+){1,20}+");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "ico", "image/vnd.microsoft.icon",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private BundledFile() {}

  /** Sends a file of the class path; anything but a plain path to a known kind of file is 404. */
  static void send(Exchange exchange, String path, String caching) throws IOException {
    byte[] file =
        read(path)
            .orElseThrow(
                () ->
                    new Problem(
                        404,
                        "There is no such file",
                        "The first page, /, leads to everything there is."));
    exchange.reply().header("Cache-Control", caching);
    exchange.reply().tagged(type(path), file);
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

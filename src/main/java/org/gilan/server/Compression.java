// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.gilan.format.WeightedValues;

/**
 * Compresses answers for clients that ask for it. Jetty's handler would compress each anew; ours
 * that are kept are kept compressed.
 */
final class Compression {
  private Compression() {}

  /** {@return whether a client takes gzip, by RFC 9110 section 12.5.3} */
  static boolean isWanted(Request request) {
    WeightedValues encodings = new WeightedValues();
    request.getHeaders().getValuesList(HttpHeader.ACCEPT_ENCODING).forEach(encodings::addValue);
    return encodings.getValues().stream()
        .anyMatch(name -> name.equalsIgnoreCase("gzip") || name.equalsIgnoreCase("x-gzip"));
  }

  /** {@return whether there is something to gain; pictures are compressed, but for those in XML} */
  static boolean isWorthIt(String contentType) {
    return !contentType.startsWith("image/") || contentType.startsWith("image/svg");
  }

  static byte[] of(byte[] body) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream(body.length / 4 + 64);
    try (OutputStream out = of(zipped)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  static OutputStream of(OutputStream out) throws IOException {
    return new Fast(out);
  }

  /** Takes half the time of the usual level, and a fifth more bytes. */
  private static final class Fast extends GZIPOutputStream {
    private static final int BUFFER = 8192;
    private static final int LEVEL = 3;

    Fast(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(LEVEL);
    }
  }
}

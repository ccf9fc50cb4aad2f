// SPDX-License-Identifier: Apache-2.0
package org.gilan.format;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Text as bytes. */
final class Utf8 {
  private static final int BUFFER = 8192;

  private Utf8() {}

  /** {@return a buffered writer of UTF-8} */
  static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
  }
}

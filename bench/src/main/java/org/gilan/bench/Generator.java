// SPDX-License-Identifier: Apache-2.0
package org.gilan.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes a graph of the same shape, so many times as large: {@code Generator FILE.nt TIMES OUT.nt}.
 * Each copy has things, claims and passages of its own; the ontology is shared, so classes and
 * properties keep their meaning, and the first copy answers the catalogue as before.
 */
public final class Generator {
  private static final Pattern OWN =
      Pattern.compile("<(https://w3id\\.org/gilan/(?:id|claim|document)/)([^>]*)>|_:([A-Za-z0-9]+)");

  private Generator() {}

  /** Writes the file. */
  public static void main(String[] words) throws IOException {
    Path source = Path.of(words[0]);
    int times = Integer.parseInt(words[1]);
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(words[2]))) {
      for (int copy = 0; copy < times; copy++) {
        String mark = copy == 0 ? "" : "copy-" + copy + "-";
        try (Stream<String> lines = Files.lines(source)) {
          for (String line : (Iterable<String>) lines::iterator) {
            out.write(copy == 0 ? line : renamed(line, mark));
            out.newLine();
          }
        }
      }
    }
  }

  private static String renamed(String line, String mark) {
    Matcher name = OWN.matcher(line);
    StringBuilder renamed = new StringBuilder();
    while (name.find()) {
      String own =
          name.group(3) == null
              ? "<" + name.group(1) + mark + name.group(2) + ">"
              : "_:" + mark.replace("-", "") + name.group(3);
      name.appendReplacement(renamed, Matcher.quoteReplacement(own));
    }
    return name.appendTail(renamed).toString();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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

  /**
   * How many triples there are of something.
   *
   * @param shared by all copies
   * @param own of each copy
   */
  record Count(long shared, long own) {
    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
      return new Count(shared + other.shared, own + other.own);
    }

    long of(int times) {
      return shared + own * times;
    }
  }

  /** Writes the file. */
  public static void main(String[] words) throws IOException {
    write(Path.of(words[0]), Integer.parseInt(words[1]), Path.of(words[2]));
  }

  static void write(Path source, int times, Path target) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(target)) {
      for (int copy = 0; copy < times; copy++) {
        String mark = "copy-" + copy + "-";
        try (Stream<String> lines = Files.lines(source)) {
          for (String line : (Iterable<String>) lines::iterator) {
            String written = copy == 0 ? line : renamed(line, mark);
            if (copy == 0 || !written.equals(line)) {
              out.write(written);
              out.newLine();
            }
          }
        }
      }
    }
  }

  /** {@return the triples of each property, from which follows how many a larger graph must have} */
  static Map<String, Count> properties(Path source) throws IOException {
    Map<String, Count> properties = new TreeMap<>();
    try (Stream<String> lines = Files.lines(source)) {
      lines.forEach(
          line ->
              properties.merge(
                  line.split(" ", 3)[1],
                  OWN.matcher(line).find() ? new Count(0, 1) : new Count(1, 0),
                  Count::plus));
    }
    return properties;
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

// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;
import org.gilan.vocab.Gilan;

/** Reads which passages mention whom, a line {@code document begin,end id} for each. */
final class MentionReader {
  /** Where {@code ./gilan extract --mentions} writes them. */
  static final String FILE = "data/mentions.tsv";

  private static final Pattern LINE = Pattern.compile("([\\w-]+)\t(\\d{1,9},\\d{1,9})\t([\\w-]+)");

  private MentionReader() {}

  /**
   * {@return the triples with their lines; none when there is no file}
   *
   * @param home the project's folder
   * @param findings receives lines that cannot be read
   */
  static Map<Triple, Position> read(Path home, List<Finding> findings) {
    Map<Triple, Position> mentions = new LinkedHashMap<>();
    Path file = home.resolve(FILE);
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      for (int i = 0; i < lines.size(); i++) {
        Position position = new Position(FILE, i + 1);
        Matcher m = LINE.matcher(lines.get(i));
        if (m.matches()) {
          mentions.put(triple(m), position);
        } else {
          findings.add(
              new Finding(position, "not a mention; run ./gilan extract --mentions", "mention"));
        }
      }
      return mentions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Triple triple(Matcher m) {
    return Triple.create(
        NodeFactory.createURI(Gilan.DOCUMENT + m.group(1) + "/" + m.group(2).replace(',', '-')),
        Gilan.term("mentions"),
        NodeFactory.createURI(Gilan.ID + m.group(3)));
  }
}

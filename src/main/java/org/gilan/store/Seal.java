// SPDX-License-Identifier: Apache-2.0
package org.gilan.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.gilan.graph.Statistics;

/**
 * What is known of a store that is whole: written last, so that a store without one is half made.
 * One thing a line, with tabs between: {@code checksum}, {@code prefix}, {@code graph}, {@code
 * triples}, {@code property} and its {@code frequent} objects, {@code end}.
 *
 * @param checksum of what the store was made from
 * @param prefixes of the graph
 * @param sizes how many triples each named graph has
 * @param statistics what the planner goes by
 */
record Seal(
    String checksum,
    Map<String, String> prefixes,
    Map<Node, Integer> sizes,
    Statistics statistics) {
  private static final String END = "end";

  /** {@return the seal that this file holds; nothing if there is none, or not all of it} */
  static Optional<Seal> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.isEmpty() || !lines.get(lines.size() - 1).equals(END)
          ? Optional.empty()
          : Optional.of(parse(lines));
    } catch (RuntimeException e) { // whatever is no seal
      return Optional.empty();
    }
  }

  private static Seal parse(List<String> lines) {
    String checksum = "";
    int triples = 0;
    Map<String, String> prefixes = new LinkedHashMap<>();
    Map<Node, Integer> sizes = new LinkedHashMap<>();
    List<Statistics.Property> properties = new ArrayList<>();
    Map<Node, Integer> frequent = Map.of();
    for (String line : lines) {
      String[] words = line.split("\t", -1);
      switch (words[0]) {
        case "checksum" -> checksum = words[1];
        case "prefix" -> prefixes.put(words[1], words[2]);
        case "graph" -> sizes.put(node(words[1]), Integer.valueOf(words[2]));
        case "triples" -> triples = Integer.parseInt(words[1]);
        case "property" -> {
          frequent = new LinkedHashMap<>();
          properties.add(
              new Statistics.Property(
                  node(words[1]),
                  Integer.parseInt(words[2]),
                  Integer.parseInt(words[3]),
                  Double.parseDouble(words[4]),
                  Integer.parseInt(words[5]),
                  Double.parseDouble(words[6]),
                  frequent));
        }
        case "frequent" -> frequent.put(node(words[1]), Integer.valueOf(words[2]));
        case END -> {}
        default -> throw new IllegalArgumentException(line);
      }
    }
    return new Seal(checksum, prefixes, sizes, new Statistics(triples, properties));
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(String.join("\t", "checksum", checksum));
    prefixes.forEach((prefix, iri) -> lines.add(String.join("\t", "prefix", prefix, iri)));
    sizes.forEach((name, size) -> lines.add(String.join("\t", "graph", text(name), "" + size)));
    lines.add("triples\t" + statistics.triples());
    for (Statistics.Property property : statistics.properties()) {
      lines.add(
          String.join(
              "\t",
              "property",
              text(property.name()),
              "" + property.triples(),
              "" + property.subjects(),
              "" + property.sameSubject(),
              "" + property.objects(),
              "" + property.sameObject()));
      property
          .frequent()
          .forEach(
              (object, count) ->
                  lines.add(String.join("\t", "frequent", text(object), "" + count)));
    }
    lines.add(END);
    Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
    Files.write(fresh, lines);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** In N-Triples, which escapes tabs and ends of lines. */
  private static String text(Node node) {
    return NodeFmtLib.strNT(node);
  }

  private static Node node(String text) {
    return NodeFactoryExtra.parseNode(text);
  }
}

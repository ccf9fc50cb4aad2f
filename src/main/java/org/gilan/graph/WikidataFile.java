// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;

/**
 * What Wikidata says, as {@code ./gilan wikidata snapshot} wrote it. It must be Turtle, and that is
 * all that is asked of it: these are not our statements.
 */
final class WikidataFile {
  private static final String RULE = "turtle";

  private WikidataFile() {}

  /** {@return the newest file, the names being dates; nothing when there is none} */
  static Optional<Path> newest(Path home) {
    Path folder = home.resolve("wikidata");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".ttl")).max(Comparator.naturalOrder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@return the triples of the newest file; none when there is no file, or none that parses, which
   * is then a finding}
   */
  static Graph read(Path home, List<Finding> findings) {
    Graph graph = Assembly.emptyGraph();
    newest(home)
        .ifPresent(
            file -> {
              try {
                RDFParser.source(file)
                    .lang(Lang.TURTLE)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .checking(false)
                    .parse(graph);
              } catch (RiotException e) {
                graph.clear();
                String name = home.relativize(file).toString();
                findings.add(new Finding(new Position(name, 0), e.getMessage(), RULE));
              }
            });
    return graph;
  }
}

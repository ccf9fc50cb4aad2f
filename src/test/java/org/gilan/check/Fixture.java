// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gilan.document.Documents;
import org.gilan.finding.Finding;
import org.gilan.graph.Assembly;
import org.gilan.graph.Sources;

/** A project of its own in a folder: the real ontology, the fixture's data and text. */
public record Fixture(Path home) {
  /** Where the cases lie. */
  public static final Path CASES = Path.of("src/test/resources/cases");

  /**
   * Makes the project.
   *
   * @param folder an empty folder
   * @return the project
   */
  public static Fixture in(Path folder) {
    try {
      Files.createDirectories(folder.resolve("ontology"));
      Files.createDirectories(folder.resolve("data"));
      Files.createDirectories(folder.resolve("documents"));
      try (Stream<Path> files = Files.list(Path.of("ontology"))) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve("ontology").resolve(file.getFileName()));
        }
      }
      Files.copy(CASES.resolve("fixture.ttl"), folder.resolve("data/fixture.ttl"));
      Files.copy(CASES.resolve("fixture.tsv"), folder.resolve("data/passages.tsv"));
      Files.copy(CASES.resolve("fixture.txt"), folder.resolve("documents/fixture.txt"));
      return new Fixture(folder.toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return what the checks find in one more data file of this content} */
  List<Finding> findings(String turtle) throws IOException {
    Path file = Files.writeString(home.resolve("data/case.ttl"), turtle);
    Assembly assembly = Assembly.of(Sources.read(home, List.of()), "case");
    Documents texts = CheckedGraph.documents(assembly.graph(), home.resolve("documents"));
    List<Finding> findings =
        Checks.run(assembly, texts).findings().stream()
            .filter(f -> f.position().file().equals("data/case.ttl"))
            .toList();
    Files.delete(file);
    return findings;
  }
}

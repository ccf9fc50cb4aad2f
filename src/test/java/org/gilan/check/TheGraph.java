// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gilan.catalogue.Question;
import org.gilan.document.Documents;
import org.gilan.graph.Assembly;
import org.gilan.graph.Sources;

/** The project's own graph, put together once for all tests. */
public final class TheGraph {
  private static final int AT_LEAST = 50;
  private static final Assembly ASSEMBLY =
      Assembly.of(Sources.read(Path.of("").toAbsolutePath(), List.of()), "test");

  private TheGraph() {}

  /** {@return the graph and where it was written} */
  public static Assembly assembly() {
    return ASSEMBLY;
  }

  /**
   * {@return the questions of the catalogue that ask nobody else, so that any engine can answer}
   */
  public static List<Question> questions() {
    List<Question> questions =
        ASSEMBLY.sources().catalogue().questions().stream()
            .filter(question -> !question.sparql().contains("SERVICE"))
            .toList();
    assertThat(questions).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    return questions;
  }

  /** {@return the texts that GILAN_DOCUMENTS or documents/ hold; none on a bare clone} */
  public static Documents documents() {
    Path folder =
        Optional.ofNullable(System.getenv("GILAN_DOCUMENTS"))
            .filter(name -> !name.isBlank())
            .map(Path::of)
            .orElse(Path.of("documents"));
    try {
      return folder.toFile().isDirectory()
          ? CheckedGraph.documents(ASSEMBLY.graph(), folder)
          : Documents.none();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

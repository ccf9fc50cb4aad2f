// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.gilan.document.Documents;
import org.gilan.finding.Finding;
import org.gilan.graph.Assembly;
import org.gilan.graph.Sources;

/** All checks of a graph, several at a time: none of them writes to it. */
public final class Checks {
  /**
   * What the checks found.
   *
   * @param findings in the order of files and lines; empty when all is well
   * @param passagesChecked how many passages were held against their document's text; 0 when no
   *     text was at hand
   */
  public record Report(List<Finding> findings, int passagesChecked) {}

  private Checks() {}

  /**
   * Runs every check.
   *
   * @param assembly the graph and where it was written
   * @param documents the texts at hand
   * @return what was found
   * @throws IOException when the seals cannot be read
   */
  public static Report run(Assembly assembly, Documents documents) throws IOException {
    Sources sources = assembly.sources();
    PassageCheck passages = new PassageCheck(assembly, documents, Seals.read(sources.home()));
    List<Supplier<List<Finding>>> checks =
        List.of(
            () -> new ShapeCheck(assembly).findings(),
            passages::findings,
            () -> TurtleStyle.of(sources),
            () -> QuestionCheck.of(sources.catalogue(), sources.prefixes()),
            () -> new TermCheck(assembly).findings(),
            () -> DateCheck.of(assembly),
            () -> new EvidenceCheck(assembly).findings(),
            () -> new NameCheck(assembly).findings(),
            () -> new NeighbourCheck(assembly).findings());
    TreeSet<Finding> findings = new TreeSet<>(assembly.findings());
    checks.parallelStream().map(Supplier::get).toList().forEach(findings::addAll);
    return new Report(List.copyOf(findings), passages.checked());
  }
}

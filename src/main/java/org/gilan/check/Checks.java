// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.gilan.document.Documents;
import org.gilan.finding.Finding;
import org.gilan.graph.Assembly;

/** All checks of a graph, one after the other. */
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
    TreeSet<Finding> findings = new TreeSet<>(assembly.findings());
    findings.addAll(TurtleStyle.of(assembly.sources()));
    findings.addAll(
        QuestionCheck.of(assembly.sources().catalogue(), assembly.sources().prefixes()));
    findings.addAll(new TermCheck(assembly).findings());
    findings.addAll(DateCheck.of(assembly));
    findings.addAll(new EvidenceCheck(assembly).findings());
    findings.addAll(new NameCheck(assembly).findings());
    findings.addAll(new NeighbourCheck(assembly).findings());
    PassageCheck passages =
        new PassageCheck(assembly, documents, Seals.read(assembly.sources().home()));
    findings.addAll(passages.findings());
    findings.addAll(new ShapeCheck(assembly).findings());
    return new Report(List.copyOf(findings), passages.checked());
  }
}

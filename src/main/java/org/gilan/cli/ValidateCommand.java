// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gilan.check.CheckedGraph;
import org.gilan.check.Checks;
import org.gilan.document.Documents;
import org.gilan.finding.Finding;
import org.gilan.graph.Assembly;
import org.gilan.graph.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the data and says what is wrong where. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    header = "Check the data: Turtle, terms, evidence, passages, shapes.",
    description = {
      "",
      "Without FILE all of data/ is checked. With FILE those files are read together with data/ and"
          + " only what is wrong in them is told.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./gilan validate",
      "  ./gilan validate data/treaties.ttl",
      "  ./gilan validate --documents ~/texts my-draft.ttl",
      "",
      "Exit codes: 0 clean, 1 findings (on standard output), 2 cannot run."
    })
final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Project project;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Turtle files to check.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws Failure, IOException {
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new Failure(Failure.CANNOT_RUN, "no such file: " + file);
      }
      if (Files.isDirectory(file)) {
        throw new Failure(Failure.CANNOT_RUN, file + " is a folder; name the files in it");
      }
    }
    Path home = project.home();
    Assembly assembly = Assembly.of(Sources.read(home, files), "unsaved");
    Documents documents = CheckedGraph.documents(assembly.graph(), project.documents());
    Checks.Report report = Checks.run(assembly, documents);
    Set<String> wanted =
        files.stream()
            .map(f -> home.relativize(f.toAbsolutePath().normalize()).toString())
            .collect(Collectors.toSet());
    List<Finding> findings =
        report.findings().stream()
            .filter(f -> wanted.isEmpty() || wanted.contains(f.position().file()))
            .toList();
    return tell(assembly, documents, report, findings);
  }

  private int tell(
      Assembly assembly, Documents documents, Checks.Report report, List<Finding> findings) {
    PrintWriter out = spec.commandLine().getOut();
    findings.forEach(out::println);
    long claims = assembly.claims().size();
    out.printf(
        "%d files, %d claims, %d questions, %d findings%n",
        assembly.sources().files().size(),
        claims,
        assembly.sources().catalogue().questions().size(),
        findings.size());
    out.println(
        documents.texts().isEmpty()
            ? "passages not checked against the texts: no documents at hand (see --help)"
            : report.passagesChecked()
                + " passages checked against "
                + documents.texts().size()
                + " texts");
    return findings.isEmpty() ? 0 : Failure.WRONG;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.gilan.check.CheckedGraph;
import org.gilan.check.PassageCheck;
import org.gilan.check.Seals;
import org.gilan.document.Documents;
import org.gilan.document.Passage;
import org.gilan.graph.Assembly;
import org.gilan.graph.Sources;
import org.gilan.vocab.Gilan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Seals the passages of the data. */
@Command(
    name = "seal",
    mixinStandardHelpOptions = true,
    header = "Seal new passages, after you have read them.",
    description = {
      "",
      "Writes the digest of each passage's text to data/passages.tsv, so that a passage which moves"
          + " later is found out, and prints the passages that had no seal. Needs the texts.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  ./gilan seal --documents ~/texts",
      "",
      "Exit codes: 0 sealed, 2 cannot run."
    })
final class SealCommand implements Callable<Integer> {
  private static final int SHOWN = 100;

  @Spec private CommandSpec spec;
  @Mixin private Project project;

  @Override
  public Integer call() throws Failure {
    Assembly assembly = Assembly.of(Sources.read(project.home(), List.of()), "unsaved");
    PrintWriter out = spec.commandLine().getOut();
    try {
      Documents documents = CheckedGraph.documents(assembly.graph(), project.documents());
      if (documents.texts().isEmpty()) {
        throw new Failure(
            Failure.CANNOT_RUN, "no texts at hand to seal; name their folder with --documents");
      }
      Seals before = Seals.read(project.home());
      Set<Passage> passages = new TreeSet<>(PassageCheck.places(assembly).keySet());
      Seals after = before.seal(passages, documents);
      for (Passage p : after.passages()) {
        if (!before.of(p).equals(after.of(p))) {
          String words = documents.text(p.document()).orElseThrow().slice(p.begin(), p.end());
          String line = words.replaceAll("\\s+", " ");
          out.printf(
              "<%s> %s%n",
              p.iri().substring(Gilan.BASE.length()),
              line.length() > SHOWN ? line.substring(0, SHOWN) + " …" : line);
        }
      }
      after.write(project.home());
      out.printf("%d passages sealed in %s%n", after.passages().size(), Seals.FILE);
      return 0;
    } catch (IOException e) {
      throw new Failure(Failure.CANNOT_RUN, "cannot write the seals: " + e.getMessage());
    }
  }
}

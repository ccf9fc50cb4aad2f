// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gilan.check.CheckedGraph;
import org.gilan.check.Coverage;
import org.gilan.document.DocumentRecord;
import org.gilan.document.Passage;
import org.gilan.document.SourceText;
import org.gilan.vocab.Gilan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells how much of each document the claims cover. */
@Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    header = "Tell how much of each document the claims cover.",
    description = {
      "",
      "A sentence is covered when a claim's passage touches it. Sentences that state no fact are"
          + " marked gilan:omitted in the data and do not count.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./gilan coverage",
      "  ./gilan coverage --gaps",
      "",
      "Exit codes: 0 measured, 2 cannot run, for instance because no texts are at hand."
    })
final class CoverageCommand implements Callable<Integer> {
  private static final int SHOWN = 110;

  @Spec private CommandSpec spec;
  @Mixin private Project project;

  @Option(names = "--gaps", description = "List the sentences without a claim.")
  private boolean gaps;

  @Override
  public Integer call() throws Failure {
    CheckedGraph checked = project.open();
    if (checked.documents().texts().isEmpty()) {
      throw new Failure(
          Failure.CANNOT_RUN,
          "no texts at hand to measure; name their folder with --documents or GILAN_DOCUMENTS");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%-26s %9s %8s %8s %8s %8s%n",
        "document", "sentences", "no fact", "covered", "percent", "claims");
    for (DocumentRecord document : checked.graph().documents()) {
      Optional<SourceText> text = checked.documents().text(document.iri());
      if (text.isEmpty()) {
        out.printf("%-26s text not at hand%n", document.slug());
        continue;
      }
      Coverage c = Coverage.of(checked.graph(), document, text.get());
      out.printf(
          java.util.Locale.ROOT,
          "%-26s %9d %8d %8d %7.1f%% %8d%n",
          document.slug(),
          c.sentences(),
          c.omitted(),
          c.covered(),
          c.percent(),
          c.claims());
      if (gaps) {
        c.gaps().forEach(gap -> out.println(line(text.get(), gap)));
      }
    }
    return 0;
  }

  private static String line(SourceText text, Passage gap) {
    String words = text.slice(gap.begin(), gap.end()).replaceAll("\\s+", " ");
    String shown = words.length() > SHOWN ? words.substring(0, SHOWN) + " …" : words;
    return "  <" + gap.iri().substring(Gilan.BASE.length()) + "> " + shown;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gilan.check.CheckedGraph;
import org.gilan.document.DocumentRecord;
import org.gilan.document.Passage;
import org.gilan.document.SourceText;
import org.gilan.vocab.Gilan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds words in a document and prints the passage to paste into a claim. */
@Command(
    name = "cite",
    mixinStandardHelpOptions = true,
    header = "Find words in a document and print the passage to paste.",
    description = {"", "Line breaks and spacing do not matter, letters and punctuation do.", ""},
    footer = {
      "",
      "Example:",
      "  ./gilan cite hasanli-2012 \"the words that state the fact\"",
      "",
      "Exit codes: 0 found once, 1 not found or found more than once, 2 cannot run."
    })
final class CiteCommand implements Callable<Integer> {
  private static final int CONTEXT = 30;

  @Spec private CommandSpec spec;
  @Mixin private Project project;

  @Parameters(
      index = "0",
      paramLabel = "DOCUMENT",
      description = "The document's name, such as hasanli-2012.")
  private String document;

  @Parameters(index = "1", paramLabel = "WORDS", description = "Words that stand in it, in quotes.")
  private String words;

  @Override
  public Integer call() throws Failure {
    if (words.isBlank()) {
      throw new Failure(Failure.WRONG, "give the words to look for, in quotes");
    }
    CheckedGraph checked = project.open();
    List<DocumentRecord> known = checked.graph().documents();
    DocumentRecord wanted =
        known.stream()
            .filter(d -> d.slug().equals(document))
            .findFirst()
            .orElseThrow(
                () ->
                    new Failure(
                        Failure.CANNOT_RUN,
                        "no document "
                            + document
                            + "; there are "
                            + known.stream()
                                .map(DocumentRecord::slug)
                                .collect(Collectors.joining(", "))));
    SourceText text =
        checked
            .documents()
            .text(wanted.iri())
            .orElseThrow(
                () ->
                    new Failure(
                        Failure.CANNOT_RUN,
                        "the text of "
                            + document
                            + " ("
                            + wanted.fileName()
                            + ") is not at hand; name its folder with --documents"));
    return tell(text, text.find(words), checked.graph().dataset().prefixes().getMapping());
  }

  /** {@return the passage with the prefix of its document, or in full where it has none} */
  private static String shortened(Passage p, Map<String, String> prefixes) {
    String range = p.begin() + "-" + p.end();
    return prefixes.entrySet().stream()
        .filter(prefix -> prefix.getValue().equals(p.document() + "/"))
        .map(prefix -> prefix.getKey() + ":" + range)
        .findFirst()
        .orElse("<" + p.iri().substring(Gilan.BASE.length()) + ">");
  }

  private int tell(SourceText text, List<Passage> found, Map<String, String> prefixes)
      throws Failure {
    PrintWriter out = spec.commandLine().getOut();
    if (found.isEmpty()) {
      throw new Failure(Failure.WRONG, "not found; copy the words exactly, fewer if need be");
    }
    for (Passage p : found) {
      out.println(shortened(p, prefixes));
      if (found.size() > 1) {
        int end = Math.min(text.length(), p.end() + CONTEXT);
        String context = text.slice(Math.max(0, p.begin() - CONTEXT), end);
        out.println("  … " + context.replaceAll("\\s+", " ") + " …");
      }
    }
    if (found.size() > 1) {
      throw new Failure(
          Failure.WRONG, found.size() + " places have these words; give more of them");
    }
    return 0;
  }
}

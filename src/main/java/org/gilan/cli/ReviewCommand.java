// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.gilan.check.CheckedGraph;
import org.gilan.claim.Claim;
import org.gilan.claim.Stance;
import org.gilan.claim.Standing;
import org.gilan.document.Documents;
import org.gilan.document.Passage;
import org.gilan.document.SourceText;
import org.gilan.graph.Assembly;
import org.gilan.graph.Sources;
import org.gilan.vocab.Gilan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints each passage with the claims it carries, in words, for a second reading. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    header = "Read claims against their passages.",
    description = {
      "",
      "Prints the passages of a document in order, each with its claims in words and the line where"
          + " each claim stands: does the passage say exactly this, of this person, on this date?",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./gilan review first-soviet-experiment",
      "  ./gilan review hasanli-2012 --from 5000 --to 9000",
      "",
      "Exit codes: 0 printed, 2 cannot run, for instance because the text is not at hand."
    })
final class ReviewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Project project;

  @Parameters(paramLabel = "DOCUMENT", description = "The document's name, such as hasanli-2012.")
  private String document;

  @Option(names = "--from", description = "First character (default: ${DEFAULT-VALUE}).")
  private int from = 0;

  @Option(names = "--to", description = "Character after the last (default: the end).")
  private int to = Integer.MAX_VALUE;

  @Override
  public Integer call() throws Failure, IOException {
    Assembly assembly = Assembly.of(Sources.read(project.home(), List.of()), "unsaved");
    Documents documents = CheckedGraph.documents(assembly.graph(), project.documents());
    SourceText text =
        documents
            .text(Gilan.DOCUMENT + document)
            .orElseThrow(
                () ->
                    new Failure(
                        Failure.CANNOT_RUN,
                        "no text of a document "
                            + document
                            + " at hand; check the name and --documents"));
    Map<Passage, TreeSet<String>> claims = new TreeMap<>();
    for (Claim claim : assembly.claims()) {
      for (Passage p : claim.passages()) {
        if (p.document().equals(text.document()) && p.begin() < to && p.end() > from) {
          claims.computeIfAbsent(p, k -> new TreeSet<>()).add(line(assembly, claim));
        }
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    claims.forEach(
        (passage, lines) -> {
          String words = text.slice(passage.begin(), passage.end()).replaceAll("\\s+", " ");
          out.printf("%n%d-%d  %s%n", passage.begin(), passage.end(), words);
          lines.forEach(out::println);
        });
    return 0;
  }

  private static List<String> reasons(Claim claim) {
    return Stream.of(Gilan.reason, Gilan.outsideReason)
        .flatMap(property -> claim.remarks(property).stream())
        .map(Node::getLiteralLexicalForm)
        .toList();
  }

  private static String line(Assembly assembly, Claim claim) {
    StringBuilder line = new StringBuilder("    - ").append(assembly.inWords(claim.triple()));
    if (claim.standing() != Standing.ACCEPTED) {
      line.append(" — ").append(claim.standing()).append(' ').append(reasons(claim));
    }
    if (claim.stance() != Stance.ASSERTS) {
      line.append(" — ").append(claim.stance());
    }
    if (!claim.attributedTo().isEmpty()) {
      line.append(" by ");
      line.append(String.join(" and ", claim.attributedTo()).replace(Gilan.ID, ""));
    }
    return line.append("  (")
        .append(claim.triple().getSubject().getURI().substring(Gilan.BASE.length()))
        .append(' ')
        .append(claim.triple().getPredicate().getLocalName())
        .append(", ")
        .append(assembly.positionOf(claim))
        .append(')')
        .toString();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gilan.check.CheckedGraph;
import org.gilan.document.DocumentRecord;
import org.gilan.document.Documents;
import org.gilan.document.SourceText;
import org.gilan.extract.Draft;
import org.gilan.extract.Extraction;
import org.gilan.extract.KnownNames;
import org.gilan.extract.MentionList;
import org.gilan.graph.Assembly;
import org.gilan.graph.Sources;
import org.gilan.vocab.Gilan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proposes what a document says, as a draft for a person to read. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    header = "Propose records, dates and mentions for a document, as draft Turtle.",
    description = {
      "",
      "Reads the citations in the notes, the dates and the names that the graph knows, and writes"
          + " them with their passages as a draft. Correct it by hand, move it to data/, then seal"
          + " and validate. Works by patterns alone: no network, no model, the same draft each"
          + " time.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./gilan extract hasanli-2012 --output draft.ttl",
      "  ./gilan extract ~/texts/new-article.txt",
      "  ./gilan extract --mentions",
      "",
      "Exit codes: 0 done, 2 cannot run, for instance because the text is not at hand."
    })
final class ExtractCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Project project;

  @Parameters(
      paramLabel = "DOCUMENT",
      arity = "0..1",
      description = "The document's name, such as hasanli-2012, or a text file not yet described.")
  private String document;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the draft to a file (default: standard output).")
  private Path output;

  @Option(
      names = "--mentions",
      description = "Write the mentions in all documents to data/mentions.tsv.")
  private boolean mentions;

  @Override
  public Integer call() throws Failure {
    try {
      Assembly assembly = Assembly.of(Sources.read(project.home(), List.of()), "unsaved");
      Documents documents = CheckedGraph.documents(assembly.graph(), project.documents());
      if (mentions) {
        return list(assembly, documents);
      }
      SourceText text = text(assembly, documents);
      return draft(assembly, text);
    } catch (IOException e) {
      throw new Failure(Failure.CANNOT_RUN, "cannot read or write: " + e.getMessage());
    }
  }

  private SourceText text(Assembly assembly, Documents documents) throws Failure, IOException {
    if (document == null) {
      throw new Failure(Failure.CANNOT_RUN, "name a document, or ask for --mentions");
    }
    Optional<SourceText> known = documents.text(Gilan.DOCUMENT + document);
    if (known.isPresent()) {
      return known.get();
    }
    Path file = Path.of(document);
    if (!Files.isRegularFile(file)) {
      throw new Failure(
          Failure.CANNOT_RUN,
          "no text of a document " + document + " at hand; check the name and --documents");
    }
    String name = file.getFileName().toString();
    for (DocumentRecord described : assembly.graph().documents()) {
      if (described.fileName().equals(name)) {
        return SourceText.read(described.iri(), file);
      }
    }
    String slug = name.replaceFirst("\\.[^.]*$", "").toLowerCase(Locale.ROOT);
    return SourceText.read(Gilan.DOCUMENT + slug.replaceAll("[^a-z0-9]+", "-"), file);
  }

  private int draft(Assembly assembly, SourceText text) throws IOException {
    Extraction extraction = Extraction.of(assembly, KnownNames.of(assembly, null), text);
    String fileName =
        assembly.graph().documents().stream()
            .filter(d -> d.iri().equals(text.document()))
            .map(DocumentRecord::fileName)
            .findFirst()
            .orElseGet(() -> Path.of(document).getFileName().toString());
    String turtle = Draft.of(assembly, extraction, text, fileName);
    if (output == null) {
      spec.commandLine().getOut().print(turtle);
      spec.commandLine().getOut().flush();
    } else {
      Files.writeString(output, turtle);
    }
    return 0;
  }

  private int list(Assembly assembly, Documents documents) throws Failure, IOException {
    if (documents.texts().isEmpty()) {
      throw new Failure(Failure.CANNOT_RUN, "no texts at hand; name their folder with --documents");
    }
    MentionList list = MentionList.of(assembly, documents);
    list.write(project.home());
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%d mentions written to %s, %d ambiguous ones left out%n",
            list.lines().size(),
            MentionList.FILE,
            list.ambiguous());
    return 0;
  }
}

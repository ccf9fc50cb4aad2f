// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.jena.query.QueryException;
import org.gilan.catalogue.Catalogue;
import org.gilan.catalogue.Question;
import org.gilan.federation.Federation;
import org.gilan.format.Choice;
import org.gilan.format.ResultFormat;
import org.gilan.page.Search;
import org.gilan.page.Site;
import org.gilan.query.Answer;
import org.gilan.query.NameSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Asks one query, or lists the catalogue. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    header = "Ask one query, no server needed.",
    description = {
      "",
      "QUERY is a file, or the name of a question in queries/. Without it the questions are listed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./gilan query",
      "  ./gilan query treaty-parties",
      "  ./gilan query queries/treaty-parties.rq --format csv",
      "",
      "Exit codes: 0 answered, 1 the query is wrong, 2 cannot run."
    })
final class QueryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Project project;
  @Mixin private Endpoints endpoints;

  @Option(
      names = "--format",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      completionCandidates = Formats.class,
      converter = Formats.class,
      defaultValue = "table")
  private ResultFormat format;

  @Parameters(paramLabel = "QUERY", arity = "0..1", description = "File or name of a question.")
  private String query;

  /** The names of the formats in which a query can be answered. */
  private static final class Formats extends ArrayList<String>
      implements ITypeConverter<ResultFormat> {
    private static final long serialVersionUID = 1;
    private static final List<ResultFormat> ALL =
        Stream.of(ResultFormat.OF_ROWS, ResultFormat.OF_GRAPHS)
            .flatMap(List::stream)
            .distinct()
            .toList();

    Formats() {
      super(
          ALL.stream()
              .map(
                  format ->
                      format
                          .names()
                          .get(format.names().size() > 1 && format == ResultFormat.TABLE ? 1 : 0))
              .distinct()
              .toList());
    }

    @Override
    public ResultFormat convert(String name) {
      return ResultFormat.named(name, ALL)
          .map(Choice::format)
          .orElseThrow(
              () -> new TypeConversionException("expected one of " + this + " but was " + name));
    }
  }

  @Override
  public Integer call() throws Failure {
    Catalogue catalogue = project.catalogue();
    PrintWriter out = spec.commandLine().getOut();
    if (query == null) {
      int width = catalogue.questions().stream().mapToInt(q -> q.name().length()).max().orElse(1);
      catalogue
          .questions()
          .forEach(q -> out.printf("%-" + width + "s  %s%n", q.name(), q.summary()));
      return 0;
    }
    String sparql = read(catalogue);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Federation federation = endpoints.open()) {
      Site site = project.site();
      NameSearch.attach(site.graph().dataset(), Search.of(site));
      new Answer(site.graph(), federation, this::warn).write(sparql, format, answer);
    } catch (QueryException e) {
      throw new Failure(
          Failure.WRONG, query + ": " + e.getMessage().strip().replaceAll("\\s*\\R\\s*", " "));
    }
    out.print(answer.toString(StandardCharsets.UTF_8));
    out.flush();
    return 0;
  }

  private void warn(String warning) {
    spec.commandLine().getErr().println("gilan: " + warning);
  }

  private String read(Catalogue catalogue) throws Failure {
    Optional<Question> question = catalogue.find(query);
    if (question.isPresent()) {
      return question.get().sparql();
    }
    Path file = Path.of(query);
    try {
      return Files.readString(file);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new Failure(
          Failure.CANNOT_RUN,
          "no file and no question " + query + "; ./gilan query lists the questions");
    } catch (IOException e) {
      throw new Failure(Failure.CANNOT_RUN, "cannot read " + query + ": " + e.getMessage());
    }
  }
}

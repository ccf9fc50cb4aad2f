// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program {@code gilan}. */
@Command(
    name = "gilan",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "A knowledge graph of the Soviet republic in Gilan, 1920-1921.",
    description =
        "%nEvery fact leads to the passage that states it; where sources disagree, both stand.%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  ./gilan serve                         serve the graph at http://127.0.0.1:3030/",
      "  ./gilan query treaty-parties          ask a question of the catalogue",
      "  ./gilan validate                      check the data",
      "",
      "Exit codes: 0 done, 1 the input has faults, 2 the command could not run.",
      "The texts of the documents are not part of the project; name their folder with",
      "--documents or GILAN_DOCUMENTS, or put them in documents/."
    })
public final class App {
  /** In the order of the help. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          ServeCommand.class,
          ValidateCommand.class,
          QueryCommand.class,
          BuildCommand.class,
          CoverageCommand.class,
          CiteCommand.class,
          ReviewCommand.class,
          SealCommand.class,
          ExtractCommand.class,
          TrainCommand.class,
          WikidataCommand.class,
          HelpCommand.class);

  private App() {}

  /**
   * Runs the program and exits.
   *
   * @param args the words after {@code gilan}
   */
  public static void main(String[] args) {
    System.exit(commandLine(named(args)).execute(args));
  }

  /** {@return the commands that the words need: one that is named first, or all} */
  static List<Class<?>> named(String... args) {
    List<Class<?>> named =
        COMMANDS.stream()
            .filter(command -> args.length > 0 && args[0].equals(name(command)))
            .filter(command -> command != HelpCommand.class) // which tells of all others
            .filter(command -> command != TrainCommand.class) // which runs another
            .toList();
    return named.isEmpty() ? COMMANDS : named;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  /** {@return the program as picocli runs it; tests give it writers of their own} */
  public static CommandLine commandLine() {
    return commandLine(COMMANDS);
  }

  /** Picocli looks through each command that it is given, which a start need not wait for. */
  private static CommandLine commandLine(List<Class<?>> commands) {
    CommandLine line = new CommandLine(new App());
    commands.forEach(line::addSubcommand);
    return line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(App::refuse)
        .setExecutionExceptionHandler(App::explain);
  }

  /** The whole help would push what is wrong off the screen. */
  private static int refuse(CommandLine.ParameterException e, String... args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("gilan: " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    CommandLine.Help help = command.getHelp();
    err.print(help.synopsisHeading() + help.synopsis(help.synopsisHeadingLength()));
    err.println("More: " + command.getCommandSpec().qualifiedName() + " --help");
    return Failure.CANNOT_RUN;
  }

  private static int explain(
      Exception e, CommandLine command, CommandLine.ParseResult parseResult) {
    PrintWriter err = command.getErr();
    if (e instanceof Failure failure) {
      err.println("gilan: " + failure.getMessage());
      return failure.exitCode();
    }
    err.println("gilan: " + e.getClass().getSimpleName() + ": " + e.getMessage());
    err.println("This should not happen; please report it with the command you ran.");
    return Failure.CANNOT_RUN;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gilan.catalogue.Catalogue;
import org.gilan.check.CheckedGraph;
import org.gilan.finding.Finding;
import org.gilan.page.Site;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where things lie: the project's folder and, if at hand, the texts of the documents. */
final class Project {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--documents",
      paramLabel = "DIR",
      description =
          "Folder with the texts of the documents (default: GILAN_DOCUMENTS, else documents/ in the"
              + " project). Without them passages are neither checked nor shown.")
  private Path documents;

  /** {@return the folder that holds ontology/, data/ and queries/} */
  Path home() throws Failure {
    Path home = Path.of(System.getProperty("gilan.home", "")).toAbsolutePath().normalize();
    if (!Files.isDirectory(home.resolve("data")) || !Files.isDirectory(home.resolve("ontology"))) {
      throw new Failure(
          Failure.CANNOT_RUN,
          home + " has no data/ and ontology/; run ./gilan from the project's folder");
    }
    return home;
  }

  /** {@return the folder with the texts, or null when there is none} */
  Path documents() throws Failure {
    Path named = namedDocuments();
    Path usual = home().resolve("documents");
    return named == null && Files.isDirectory(usual) ? usual : named;
  }

  /** {@return the folder with the texts that the user named, or null} */
  Path namedDocuments() throws Failure {
    Path named = documents;
    String variable = System.getenv("GILAN_DOCUMENTS");
    if (named == null && variable != null && !variable.isBlank()) {
      named = Path.of(variable);
    }
    if (named != null && !Files.isDirectory(named)) {
      throw new Failure(
          Failure.CANNOT_RUN, "no folder " + named + "; name the one with the documents' texts");
    }
    return named;
  }

  /** {@return the checked graph; findings are printed and end the command} */
  CheckedGraph open() throws Failure {
    try {
      return CheckedGraph.open(
          home(), documents(), note -> command.commandLine().getErr().println("gilan: " + note));
    } catch (CheckedGraph.InvalidException e) {
      e.findings().forEach(command.commandLine().getErr()::println);
      throw new Failure(
          Failure.WRONG,
          e.findings().size() + " findings; correct them, ./gilan validate lists them again");
    } catch (IOException e) {
      throw new Failure(Failure.CANNOT_RUN, "cannot read the project: " + e.getMessage());
    }
  }

  /** {@return the catalogue of questions} */
  Catalogue catalogue() throws Failure {
    List<Finding> findings = new ArrayList<>();
    Catalogue catalogue = Catalogue.read(home(), findings);
    if (!findings.isEmpty()) {
      throw new Failure(Failure.WRONG, findings.get(0).toString());
    }
    return catalogue;
  }

  /** {@return what there is to serve: the checked graph and the texts} */
  Site site() throws Failure {
    CheckedGraph checked = open();
    return new Site(checked.graph(), checked.documents());
  }
}

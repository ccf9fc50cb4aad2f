// SPDX-License-Identifier: Apache-2.0
package org.gilan.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gilan.finding.Finding;

/**
 * The questions in {@code queries/}, one a file.
 *
 * @param questions ordered by name
 */
public record Catalogue(List<Question> questions) {
  /**
   * Reads the catalogue; its queries are not parsed, so this is quick.
   *
   * @param home the project's folder
   * @param findings receives what is wrong with a file, which is then left out
   * @return the catalogue; empty when there is no folder {@code queries/}
   */
  public static Catalogue read(Path home, List<Finding> findings) {
    List<Question> questions = new ArrayList<>();
    for (Path file : files(home)) {
      Question.read(file, findings).ifPresent(questions::add);
    }
    return new Catalogue(List.copyOf(questions));
  }

  /**
   * {@return the questions whose query is SPARQL}
   *
   * @param findings receives what is wrong with the others
   */
  public Catalogue wellFormed(List<Finding> findings) {
    return new Catalogue(questions.stream().filter(q -> q.isWellFormed(findings)).toList());
  }

  /**
   * {@return the files that hold the questions, ordered by name}
   *
   * @param home the project's folder
   */
  public static List<Path> files(Path home) {
    Path folder = home.resolve(Question.FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      // Without the ending: "disputes" comes before "disputes-by-lineage", as everywhere.
      return files
          .filter(file -> file.toString().endsWith(Question.ENDING))
          .sorted(Comparator.comparing(Catalogue::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - Question.ENDING.length());
  }

  /**
   * {@return the question of that name}
   *
   * @param name as {@link Question#name()}
   */
  public Optional<Question> find(String name) {
    return questions.stream().filter(q -> q.name().equals(name)).findFirst();
  }
}

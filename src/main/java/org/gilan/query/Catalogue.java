// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The questions in {@code queries/}, one a file.
 *
 * @param questions ordered by name
 */
public record Catalogue(List<Question> questions) {
  /**
   * Reads the catalogue.
   *
   * @param folder holds the {@code .rq} files
   * @return the catalogue
   * @throws IOException when the folder cannot be read
   * @throws IllegalArgumentException when a file's front matter is wrong
   */
  public static Catalogue read(Path folder) throws IOException {
    List<Question> questions = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".rq")).sorted().toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.rq$", "");
        questions.add(Question.parse(name, Files.readString(file)));
      }
    }
    return new Catalogue(List.copyOf(questions));
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

// SPDX-License-Identifier: Apache-2.0
package org.gilan.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** The clients of npm, installed below {@code target/} as the lock file says. */
public final class NodeClients {
  private static final Path SOURCE = Path.of("src/test/resources/clients");
  private static final Path FOLDER = Path.of("target/clients");

  private NodeClients() {}

  /** {@return the folder with the scripts and, installed, what they need} */
  public static synchronized Path folder() {
    try {
      Files.createDirectories(FOLDER);
      try (Stream<Path> files = Files.list(SOURCE)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Path installed = FOLDER.resolve("installed-lock.json");
      Path wanted = SOURCE.resolve("package-lock.json");
      if (!Files.exists(installed) || Files.mismatch(installed, wanted) >= 0) {
        Program.npm()
            .output(
                FOLDER, "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund");
        Files.copy(wanted, installed, StandardCopyOption.REPLACE_EXISTING);
      }
      return FOLDER;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

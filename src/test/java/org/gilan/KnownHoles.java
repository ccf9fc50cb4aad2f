// SPDX-License-Identifier: Apache-2.0
package org.gilan;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published holes that we know of, each with the versions that have it. */
final class KnownHoles {
  private static final Path LIST = Path.of("src/test/resources/known-holes.tsv");

  /**
   * A hole.
   *
   * @param name group and artifact that have it
   * @param from the first version that has it; empty if all before have
   * @param mended the first that has it no more
   * @param hole its name
   * @param source who says so
   * @param excuse why it does not reach us; empty if it may
   */
  record Hole(String name, String from, String mended, String hole, String source, String excuse) {
    boolean isIn(String name, String version) {
      return this.name.equals(name)
          && (from.isEmpty() || compare(version, from) >= 0)
          && compare(version, mended) < 0;
    }
  }

  private KnownHoles() {}

  static List<Hole> all() throws IOException {
    return Files.readAllLines(LIST).stream()
        .skip(2)
        .map(line -> (line + "\t").split("\t", -1))
        .map(part -> new Hole(part[0], part[1], part[2], part[3], part[4], part[5]))
        .toList();
  }

  /** {@return what is known of this part and may reach us, in words} */
  static List<String> of(String name, String version) throws IOException {
    return all().stream()
        .filter(hole -> hole.isIn(name, version) && hole.excuse().isEmpty())
        .map(hole -> name + " " + version + " has " + hole.hole() + ": take " + hole.mended())
        .toList();
  }

  private static int compare(String one, String other) {
    return Version.parse(one).compareTo(Version.parse(other));
  }
}

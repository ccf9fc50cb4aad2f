// SPDX-License-Identifier: Apache-2.0
package org.gilan.finding;

/**
 * A line of a file.
 *
 * @param file the file as a user would name it, relative to the project
 * @param line counted from 1; 0 when the whole file is meant
 */
public record Position(String file, int line) implements Comparable<Position> {
  @Override
  public int compareTo(Position other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    return line > 0 ? file + ":" + line : file;
  }
}

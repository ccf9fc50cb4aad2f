// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

/**
 * A stretch of a {@link Reading}, in UTF-16 offsets, as regular expressions count.
 *
 * @param begin the offset of the first character
 * @param end the offset after the last
 */
record Span(int begin, int end) implements Comparable<Span> {

  boolean overlaps(Span other) {
    return begin < other.end && other.begin < end;
  }

  boolean contains(int offset) {
    return begin <= offset && offset < end;
  }

  @Override
  public int compareTo(Span other) {
    return begin != other.begin
        ? Integer.compare(begin, other.begin)
        : Integer.compare(end, other.end);
  }
}

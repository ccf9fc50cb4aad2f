// SPDX-License-Identifier: Apache-2.0
package org.gilan.finding;

import java.util.Comparator;

/**
 * One thing that is wrong, told as a compiler would.
 *
 * @param position where it stands
 * @param message what is wrong and what to do about it, one line
 * @param rule the name of the shape or check that found it, so that a reader can look it up
 */
public record Finding(Position position, String message, String rule)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::position)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }

  /** {@return the finding as {@code file:line: error: message [rule]}} */
  @Override
  public String toString() {
    return position + ": error: " + message + " [" + rule + "]";
  }
}

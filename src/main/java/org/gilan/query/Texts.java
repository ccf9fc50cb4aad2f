// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.sparql.engine.binding.Binding;

/**
 * The long texts that functions make of one row after the other: what the widest row takes, with
 * the arguments of the function that is at work on it, is held to the end.
 */
final class Texts {
  private final Work work;
  private int depth;
  private long arguments;
  private long most;

  Texts(Work work) {
    this.work = work;
  }

  /** {@return what functions around this one have for their arguments, to be told at its end} */
  long begin() {
    depth++;
    return arguments;
  }

  /**
   * Notes what a function has made; what its own arguments were is let go.
   *
   * @param before what {@link #begin} said
   * @param made bytes of a long text, else 0
   * @param row that it is made for
   */
  void end(long before, long made, Binding row) {
    depth--;
    arguments = before + made;
    if (made > 0) {
      hold(arguments + (row == null ? 0 : Size.of(row)));
    }
    if (depth == 0) {
      arguments = 0; // from here on it is the row's
    }
  }

  private void hold(long bytes) {
    if (bytes > most) {
      work.hold(bytes - most);
      most = bytes;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

/** A command that could not do what was asked: a message for the user and an exit code. */
final class Failure extends Exception {
  /** The input was read and is wrong, or what was looked for is not there. */
  static final int WRONG = 1;

  /** The command could not run at all. */
  static final int CANNOT_RUN = 2;

  /** Memory ran out in spite of all limits; Java ends with the same code by itself. */
  static final int OUT_OF_MEMORY = 3;

  private static final long serialVersionUID = 1;
  private final int exitCode;

  /**
   * Makes a failure.
   *
   * @param exitCode {@link #WRONG} or {@link #CANNOT_RUN}
   * @param message what went wrong and what to do, without a stack trace
   */
  Failure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}

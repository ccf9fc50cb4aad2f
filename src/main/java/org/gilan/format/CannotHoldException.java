// SPDX-License-Identifier: Apache-2.0
package org.gilan.format;

/** Says that a format has no way to write something of an answer. */
public final class CannotHoldException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Makes the message a sentence.
   *
   * @param format the format that was asked for
   * @param what it cannot hold
   */
  CannotHoldException(ResultFormat format, String what) {
    super(format.title() + " cannot hold " + what + ".");
  }
}

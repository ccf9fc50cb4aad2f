// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

/** Says that the server cannot be reached at the host and port it was asked to use. */
public final class CannotListenException extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * Makes the message a sentence for the user, without the word "exception".
   *
   * @param host the host asked for
   * @param port the port asked for
   * @param reason why not, in a few words
   * @param cause what the system said
   */
  CannotListenException(String host, int port, String reason, Throwable cause) {
    super("cannot listen on " + host + " port " + port + ": " + reason, cause);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import org.gilan.query.BusyException;

/** Ends a request with an HTTP status, what went wrong, and what to do about it. */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String detail;
  private final int retryAfter;

  /**
   * Names the problem.
   *
   * @param status an HTTP status of 400 and above
   * @param title the problem in a few words
   * @param detail what to do about it; may be empty
   */
  Problem(int status, String title, String detail) {
    this(status, title, detail, 0);
  }

  /**
   * Names a problem that passes.
   *
   * @param retryAfter after how many seconds it may be gone; 0 when it does not pass
   */
  Problem(int status, String title, String detail, int retryAfter) {
    super(cut(title), null, false, false);
    this.status = status;
    this.detail = cut(detail);
    this.retryAfter = retryAfter;
  }

  /** {@return as much of what a client may have sent as an answer bears} */
  private static String cut(String text) {
    return text.length() <= Settings.WARNING ? text : text.substring(0, Settings.WARNING - 1) + "…";
  }

  /** {@return a request that cannot be read as it is} */
  static Problem badRequest(String title, String detail) {
    return new Problem(400, title, detail);
  }

  /** {@return that there is no room just now, and will be soon} */
  static Problem busy(String title) {
    return new Problem(503, title, "Try again in a while.", BusyException.SECONDS);
  }

  int status() {
    return status;
  }

  String title() {
    return getMessage();
  }

  String detail() {
    return detail;
  }

  int retryAfter() {
    return retryAfter;
  }
}

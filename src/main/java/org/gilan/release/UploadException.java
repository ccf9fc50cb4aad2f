// SPDX-License-Identifier: Apache-2.0
package org.gilan.release;

/** A store that did not take the graph; says why in words for the operator. */
public final class UploadException extends Exception {
  private static final long serialVersionUID = 1;

  UploadException(String message) {
    super(message);
  }
}

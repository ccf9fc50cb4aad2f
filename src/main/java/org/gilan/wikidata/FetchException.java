// SPDX-License-Identifier: Apache-2.0
package org.gilan.wikidata;

/** Thrown when an endpoint gives no answer, after all patience; the message says what to do. */
public final class FetchException extends Exception {
  private static final long serialVersionUID = 1;

  FetchException(String message) {
    super(message);
  }

  FetchException(String message, Throwable cause) {
    super(message, cause);
  }
}

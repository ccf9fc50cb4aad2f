// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

/** Shapes that are none, by the rules of SHACL. */
public final class IllFormedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  IllFormedException(String message) {
    super(message);
  }
}

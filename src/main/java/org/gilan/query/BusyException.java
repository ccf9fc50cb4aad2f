// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.query.QueryException;

/** There was no room for a query, in memory or among those that run; there may be later. */
public final class BusyException extends QueryException {
  private static final long serialVersionUID = 1;

  /** How soon it is worth another try. */
  public static final int SECONDS = 10;

  BusyException(String message) {
    super(message);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.query.QueryException;

/** A query that asks for something that is not offered here, or in a way that cannot be. */
final class RefusedException extends QueryException {
  private static final long serialVersionUID = 1;

  RefusedException(String message) {
    super(message);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/**
 * The rows of a join. Jena's own cannot be closed before its table is begun, as when the time of a
 * query is over; then its sides are.
 */
final class JoinedRows extends QueryIteratorWrapper {
  private final QueryIterator left;
  private final QueryIterator right;

  JoinedRows(QueryIterator rows, QueryIterator left, QueryIterator right) {
    super(rows);
    this.left = left;
    this.right = right;
  }

  @Override
  protected void closeIterator() {
    try {
      super.closeIterator();
    } catch (NullPointerException e) { // of the table that is not there
      left.close();
      right.close();
    }
  }
}

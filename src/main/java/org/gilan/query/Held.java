// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/** The rows that one step of a query holds at once, to sort, to join or to tell apart. */
final class Held {
  private static final long ROW = 80;
  private static final long VALUE = 24;

  /** Shorter texts are mostly those of the graph. */
  private static final int SHORT = 200;

  private final Work work;
  private long bytes;

  Held(Work work) {
    this.work = work;
  }

  /** {@return the same rows, of which each is held} */
  QueryIterator in(QueryIterator rows) {
    return in(rows, 0);
  }

  /** {@return the same rows, of which each is held with so many bytes more} */
  QueryIterator in(QueryIterator rows, long more) {
    return new QueryIteratorWrapper(rows) {
      @Override
      protected Binding moveToNextBinding() {
        Binding row = super.moveToNextBinding();
        add(row);
        add(more);
        return row;
      }
    };
  }

  /** {@return the same rows; at their end nothing is held any more} */
  QueryIterator until(QueryIterator rows) {
    return new QueryIteratorWrapper(rows) {
      @Override
      protected void closeIterator() {
        super.closeIterator();
        clear();
      }
    };
  }

  void add(Binding row) {
    long[] size = {ROW};
    row.forEach((name, value) -> size[0] += size(value));
    add(size[0]);
  }

  void add(long more) {
    bytes += more;
    work.hold(more);
  }

  private static long size(Node value) {
    if (value.isLiteral()) {
      int length = value.getLiteralLexicalForm().length();
      return length > SHORT ? VALUE + 2L * length : VALUE;
    }
    return VALUE;
  }

  void clear() {
    work.release(bytes);
    bytes = 0;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/** The rows that one step of a query holds at once, to sort, to join or to tell apart. */
final class Held {
  private static final long ROW = 80;
  private static final long VALUE = 24;

  private final Work work;
  private long bytes;

  Held(Work work) {
    this.work = work;
  }

  /** {@return the same rows, of which each is held} */
  QueryIterator in(QueryIterator rows) {
    return new QueryIteratorWrapper(rows) {
      @Override
      protected Binding moveToNextBinding() {
        Binding row = super.moveToNextBinding();
        add(row);
        return row;
      }
    };
  }

  /** {@return the same rows, of which at most so many are held: as many as the largest takes} */
  QueryIterator few(QueryIterator rows, long most) {
    return new QueryIteratorWrapper(rows) {
      private long count;
      private long largest;
      private long counted;

      @Override
      protected Binding moveToNextBinding() {
        Binding row = super.moveToNextBinding();
        count = Math.min(count + 1, most);
        largest = Math.max(largest, size(row));
        if (count * largest > counted) {
          add(count * largest - counted);
          counted = count * largest;
        }
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
    add(size(row));
  }

  void add(long more) {
    bytes += more;
    work.hold(more);
  }

  private static long size(Binding row) {
    return ROW + VALUE * row.size() + Size.of(row) + RowOrder.keys(row);
  }

  void clear() {
    work.release(bytes);
    bytes = 0;
  }
}

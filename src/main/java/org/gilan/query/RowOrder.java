// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.apache.jena.sparql.engine.iterator.QueryIterConvert;
import org.apache.jena.sparql.expr.ExprLib;

/**
 * The order of rows by the conditions of ORDER BY, and by all their values where these are equal,
 * so that the pages of an answer fit together. What a row is ordered by is found out once: RAND()
 * would be another number each time that two rows are compared.
 */
final class RowOrder implements Comparator<Binding> {
  /** What one key takes without its text. */
  private static final long KEY = 80;

  private final List<SortCondition> conditions;
  private final ExecutionContext context;
  private final Work work;
  private final NavigableSet<Var> names = new TreeSet<>(Comparator.comparing(Var::getVarName));

  RowOrder(List<SortCondition> conditions, ExecutionContext context) {
    this.conditions = conditions;
    this.context = context;
    this.work = Work.of(context.getContext());
  }

  /** {@return the same rows, ready to be compared} */
  QueryIterator keyed(QueryIterator rows) {
    return new QueryIterConvert(rows, this::keyed, context);
  }

  /** {@return the bytes that the keys of a row take, roughly; 0 if it has none} */
  static long keys(Binding row) {
    long bytes = 0;
    if (row instanceof Keyed keyed) {
      for (SortKey key : keyed.keys) {
        bytes += KEY + (key.value() == null ? 0 : Size.of(key.value().asNode()));
      }
    }
    return bytes;
  }

  private Binding keyed(Binding row) {
    row.vars().forEachRemaining(names::add);
    return new Keyed(
        row,
        conditions.stream()
            .map(one -> SortKey.of(ExprLib.evalOrNull(one.getExpression(), row, context)))
            .toArray(SortKey[]::new));
  }

  @Override
  public int compare(Binding one, Binding other) {
    work.step();
    SortKey[] ones = ((Keyed) one).keys;
    SortKey[] others = ((Keyed) other).keys;
    for (int i = 0; i < ones.length; i++) {
      boolean isDescending = conditions.get(i).getDirection() == Query.ORDER_DESCENDING;
      int order = isDescending ? others[i].compareTo(ones[i]) : ones[i].compareTo(others[i]);
      if (order != 0) {
        return order;
      }
    }
    return compareAll(one, other);
  }

  private int compareAll(Binding one, Binding other) {
    for (Var name : names) {
      Node left = one.get(name);
      Node right = other.get(name);
      if (left == null || right == null) {
        if (left != right) {
          return left == null ? -1 : 1;
        }
        continue;
      }
      int order = SortKey.written(left, right);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** A row with its keys. */
  private static final class Keyed extends BindingBase {
    private final SortKey[] keys;

    Keyed(Binding row, SortKey[] keys) {
      super(row);
      this.keys = keys;
    }

    @Override
    protected Iterator<Var> vars1() {
      return Collections.emptyIterator();
    }

    @Override
    protected int size1() {
      return 0;
    }

    @Override
    protected boolean isEmpty1() {
      return true;
    }

    @Override
    protected boolean contains1(Var name) {
      return false;
    }

    @Override
    protected Node get1(Var name) {
      return null;
    }

    @Override
    protected Binding detachWithNewParent(Binding row) {
      return new Keyed(row, keys);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/** Hands rows on in batches to something that makes other rows of them. */
final class RowBatches extends QueryIter1 {
  private static final int SIZE = 1000;

  private final Function<List<Binding>, Iterator<Binding>> step;
  private Iterator<Binding> made = Collections.emptyIterator();

  RowBatches(
      QueryIterator input,
      ExecutionContext context,
      Function<List<Binding>, Iterator<Binding>> step) {
    super(input, context);
    this.step = step;
  }

  @Override
  protected boolean hasNextBinding() {
    while (!made.hasNext() && getInput() != null && getInput().hasNext()) {
      List<Binding> rows = new ArrayList<>();
      while (rows.size() < SIZE && getInput().hasNext()) {
        rows.add(getInput().next());
      }
      made = step.apply(rows);
    }
    return made.hasNext();
  }

  @Override
  protected Binding moveToNextBinding() {
    return made.next();
  }

  @Override
  protected void requestSubCancel() {}

  @Override
  protected void closeSubIterator() {
    if (made instanceof QueryIterator open) {
      open.close();
    }
    made = Collections.emptyIterator();
  }
}

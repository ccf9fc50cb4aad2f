// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.serializer.SerializationContext;

/** A plan that tells its watchdog of the first row, and of the end. */
record WatchedPlan(Plan plan, Watchdog watchdog) implements Plan {
  @Override
  public Op getOp() {
    return plan.getOp();
  }

  @Override
  public QueryIterator iterator() {
    return new QueryIteratorWrapper(plan.iterator()) {
      private boolean isFirst = true;

      @Override
      protected Binding moveToNextBinding() {
        Binding row = super.moveToNextBinding();
        if (isFirst) {
          isFirst = false;
          watchdog.arrived();
        }
        return row;
      }
    };
  }

  @Override
  public void output(IndentedWriter out, SerializationContext context) {
    plan.output(out, context);
  }

  @Override
  public void output(IndentedWriter out) {
    plan.output(out);
  }

  @Override
  public String toString(PrefixMapping prefixes) {
    return plan.toString(prefixes);
  }

  @Override
  public void close() {
    watchdog.close();
    plan.close();
  }
}

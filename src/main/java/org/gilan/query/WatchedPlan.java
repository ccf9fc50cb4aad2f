// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.function.UnaryOperator;
import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.serializer.SerializationContext;

/** A plan whose rows somebody looks at. */
record WatchedPlan(Plan plan, UnaryOperator<QueryIterator> rows) implements Plan {
  @Override
  public Op getOp() {
    return plan.getOp();
  }

  @Override
  public QueryIterator iterator() {
    return rows.apply(plan.iterator());
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
    plan.close();
  }
}

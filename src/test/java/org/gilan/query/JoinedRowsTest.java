// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.join.Join;
import org.junit.jupiter.api.Test;

class JoinedRowsTest {
  /** Within EXISTS this was a fault of the server when the time of a query was over. */
  @Test
  void closesBeforeItHasBegun() {
    ExecutionContext context = ExecutionContext.create(DatasetGraphFactory.empty());
    QueryIterator left = QueryIterRoot.create(context);
    QueryIterator right = QueryIterRoot.create(context);
    QueryIterator joined = new JoinedRows(Join.hashJoin(left, right, context), left, right);
    joined.close();
    assertThat(left.hasNext()).isFalse();
    assertThat(right.hasNext()).isFalse();
  }
}

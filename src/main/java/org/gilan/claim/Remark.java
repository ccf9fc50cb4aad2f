// SPDX-License-Identifier: Apache-2.0
package org.gilan.claim;

import java.util.Comparator;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;

/**
 * Something else that is said of a claim: why it has its standing, which position it takes, what it
 * rests on, how damaged text was read.
 *
 * @param property one of {@code gilan:reason}, {@code gilan:takes} and their like
 * @param value a thing or a literal
 */
public record Remark(Node property, Node value) implements Comparable<Remark> {
  private static final Comparator<Remark> ORDER =
      Comparator.comparing((Remark r) -> r.property.getURI())
          .thenComparing(r -> NodeFmtLib.strNT(r.value));

  @Override
  public int compareTo(Remark other) {
    return ORDER.compare(this, other);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;

/** The bytes that long texts take, roughly; short ones are mostly those of the graph. */
final class Size {
  private static final int SHORT = 200;

  private Size() {}

  /** {@return how many a term takes, 0 for one that is short} */
  static long of(Node term) {
    if (term.isLiteral()) {
      return of(term.getLiteralLexicalForm());
    }
    if (term.isURI()) {
      return of(term.getURI());
    }
    return term.isTripleTerm() ? of(term.getTriple()) : 0;
  }

  /** {@return how many its terms take} */
  static long of(Triple triple) {
    return of(triple.getSubject()) + of(triple.getPredicate()) + of(triple.getObject());
  }

  private static long of(String text) {
    return text.length() > SHORT ? 2L * text.length() : 0;
  }

  /** {@return how many the terms of a row take} */
  static long of(Binding row) {
    long[] sum = {0};
    row.forEach((name, term) -> sum[0] += of(term));
    return sum[0];
  }
}

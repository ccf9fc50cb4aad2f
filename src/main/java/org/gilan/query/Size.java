// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;

/** The bytes that long texts take, roughly; short ones are mostly those of the graph. */
final class Size {
  private static final int SHORT = 200;

  /** What each character of a query or of shapes takes once it is read, at worst; not in texts. */
  private static final long READ = 100;

  /** Up to here nobody counts what is read. */
  private static final long SMALL = READ * (16 << 10);

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

  /** {@return how many so many characters of a query or of shapes take when they are read} */
  static long ofRead(int characters) {
    return READ * characters;
  }

  /** {@return what is to be counted of so many that are read} */
  static long beyondSmall(long bytes) {
    return Math.max(0, bytes - SMALL);
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

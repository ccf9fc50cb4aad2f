// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.NiceIterator;

/** A triple of a pattern that is matched by {@link PatternRows}. */
final class PatternLevel {
  private final Place subject;
  private final Place predicate;
  private final Place object;
  private final int[] fresh;

  /** What is still to be gone through of what was found. */
  Iterator<Triple> found = NiceIterator.emptyIterator();

  /** A place in a triple: a term, or the number of a variable. */
  record Place(Node term, int variable) {
    static Place of(Node term) {
      return new Place(term, -1);
    }

    boolean isTerm() {
      return variable < 0;
    }
  }

  PatternLevel(Place subject, Place predicate, Place object, int[] fresh) {
    this.subject = subject;
    this.predicate = predicate;
    this.object = object;
    this.fresh = fresh;
  }

  Place subject() {
    return subject;
  }

  Place predicate() {
    return predicate;
  }

  Place object() {
    return object;
  }

  /** {@return the numbers of the variables that no triple before has, in order} */
  int[] fresh() {
    return fresh;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.Arrays;
import java.util.List;

/**
 * Triples of node numbers, each once, in arrays that are sorted from either end. Sorting by
 * counting takes a few passes, where the hash tables of a graph that can be written to take most of
 * a start.
 */
final class SortedTriples {
  private static final int NUMBERS = 3;

  private final int nodes;

  /** The triples in the order of subject, predicate, object. */
  private final int[] subjects;

  private final int[] predicates;
  private final int[] objects;

  /** Where the triples of each subject begin; they end where those of the next one begin. */
  private final int[] subjectStarts;

  /** The places of the triples in the order of predicate, subject, object. */
  private final int[] byPredicate;

  private final int[] predicateStarts;

  /** The places of the triples in the order of object, predicate, subject. */
  private final int[] byObject;

  private final int[] objectStarts;

  /**
   * Places of triples that match, one after the other.
   *
   * @param order of the places; null for that of the triples themselves
   * @param from the first place in that order
   * @param to the place after the last
   */
  record Found(int[] order, int from, int to) {
    int size() {
      return to - from;
    }

    int place(int at) {
      return order == null ? at : order[at];
    }
  }

  /**
   * Sorts triples.
   *
   * @param parts three numbers a triple; a triple may be in several parts
   * @param nodes how many there are; all numbers are below
   */
  SortedTriples(List<int[]> parts, int nodes) {
    this.nodes = nodes;
    int[] starts = new int[nodes + 1];
    for (int[] part : parts) {
      for (int i = 0; i < part.length; i += NUMBERS) {
        starts[part[i] + 1]++;
      }
    }
    addUp(starts);
    int[] next = starts.clone();
    long[] ends = new long[starts[nodes]]; // predicate and object in one
    for (int[] part : parts) {
      for (int i = 0; i < part.length; i += NUMBERS) {
        ends[next[part[i]]++] = (long) part[i + 1] << Integer.SIZE | part[i + 2];
      }
    }
    int size = sort(ends, starts);
    subjectStarts = starts;
    subjects = new int[size];
    predicates = new int[size];
    objects = new int[size];
    for (int subject = 0; subject < nodes; subject++) {
      for (int i = starts[subject]; i < starts[subject + 1]; i++) {
        subjects[i] = subject;
        predicates[i] = (int) (ends[i] >>> Integer.SIZE);
        objects[i] = (int) ends[i];
      }
    }
    predicateStarts = starts(predicates);
    byPredicate = order(null, predicates, predicateStarts);
    objectStarts = starts(objects);
    byObject = order(byPredicate, objects, objectStarts);
  }

  /** Makes sums of counts: at each place that of all before. */
  private static void addUp(int[] counts) {
    for (int i = 1; i < counts.length; i++) {
      counts[i] += counts[i - 1];
    }
  }

  /** Sorts what each subject has and drops what it has twice. */
  private static int sort(long[] ends, int[] starts) {
    int size = 0;
    int from = 0;
    for (int subject = 1; subject < starts.length; subject++) {
      int to = starts[subject];
      Arrays.sort(ends, from, to);
      for (int i = from; i < to; i++) {
        if (i == from || ends[i] != ends[i - 1]) {
          ends[size++] = ends[i];
        }
      }
      from = to;
      starts[subject] = size;
    }
    return size;
  }

  private int[] starts(int[] keys) {
    int[] starts = new int[nodes + 1];
    for (int key : keys) {
      starts[key + 1]++;
    }
    addUp(starts);
    return starts;
  }

  /** {@return the places in the order of their keys, and where those are the same as before} */
  private static int[] order(int[] before, int[] keys, int[] starts) {
    int[] order = new int[keys.length];
    int[] next = starts.clone();
    for (int i = 0; i < keys.length; i++) {
      int place = before == null ? i : before[i];
      order[next[keys[place]]++] = place;
    }
    return order;
  }

  int size() {
    return subjects.length;
  }

  int subject(int place) {
    return subjects[place];
  }

  int predicate(int place) {
    return predicates[place];
  }

  int object(int place) {
    return objects[place];
  }

  Found all() {
    return new Found(null, 0, subjects.length);
  }

  Found ofSubject(int subject) {
    return new Found(null, subjectStarts[subject], subjectStarts[subject + 1]);
  }

  Found ofPredicate(int predicate) {
    return new Found(byPredicate, predicateStarts[predicate], predicateStarts[predicate + 1]);
  }

  Found ofObject(int object) {
    return new Found(byObject, objectStarts[object], objectStarts[object + 1]);
  }

  /** {@return those of a subject or of an object that have a predicate; there they lie together} */
  Found with(Found found, int predicate) {
    return part(found, predicates, predicate);
  }

  /** {@return the triple of which all is known, or nothing} */
  Found only(int subject, int predicate, int object) {
    return part(with(ofSubject(subject), predicate), objects, object);
  }

  private static Found part(Found found, int[] keys, int key) {
    return new Found(found.order(), first(found, keys, key), first(found, keys, key + 1));
  }

  /** {@return the first place of which the key is not less} */
  private static int first(Found found, int[] keys, int key) {
    int low = found.from();
    int high = found.to();
    while (low < high) {
      int middle = low + high >>> 1;
      if (keys[found.place(middle)] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

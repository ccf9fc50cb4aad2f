// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NiceIterator;
import org.gilan.graph.SortedTriples.Found;

/**
 * A graph of a snapshot, which nobody can write to: its triples are three numbers each until
 * somebody finds them. Terms match as they are written. It may be sorted when it is first asked:
 * most questions go to the default graph, so a start need not wait for the others, nor need memory
 * hold them.
 */
final class SortedGraph extends GraphBase {
  private static final int ANY = -2;

  private final NodeNumbers nodes;
  private final Supplier<SortedTriples> sorted;

  /**
   * Takes triples.
   *
   * @param nodes those of the snapshot
   * @param sorted gives their numbers, when they are first asked for
   */
  SortedGraph(NodeNumbers nodes, Supplier<SortedTriples> sorted) {
    this.nodes = nodes;
    this.sorted = new Once<>(sorted);
  }

  @Override
  protected int graphBaseSize() {
    return sorted.get().size();
  }

  @Override
  protected boolean graphBaseContains(Triple triple) {
    return graphBaseFind(triple).hasNext();
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple triple) {
    return graphBaseFind(triple.getSubject(), triple.getPredicate(), triple.getObject());
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Node subject, Node predicate, Node object) {
    int s = number(subject);
    int p = number(predicate);
    int o = number(object);
    if (s == NodeNumbers.NONE || p == NodeNumbers.NONE || o == NodeNumbers.NONE) {
      return NiceIterator.emptyIterator();
    }
    SortedTriples triples = sorted.get();
    if (s != ANY && p == ANY && o != ANY) {
      return bothEnds(triples, s, o);
    }
    return new Matches(triples, found(triples, s, p, o), ANY, ANY);
  }

  private int number(Node node) {
    return node == null || !node.isConcrete() ? ANY : nodes.of(node);
  }

  private static Found found(SortedTriples triples, int s, int p, int o) {
    if (s != ANY) {
      if (p == ANY) {
        return triples.ofSubject(s);
      }
      return o == ANY ? triples.with(triples.ofSubject(s), p) : triples.only(s, p, o);
    }
    if (o != ANY) {
      return p == ANY ? triples.ofObject(o) : triples.with(triples.ofObject(o), p);
    }
    return p == ANY ? triples.all() : triples.ofPredicate(p);
  }

  /** Goes through the fewer, and leaves out those with another end. */
  private ExtendedIterator<Triple> bothEnds(SortedTriples triples, int s, int o) {
    Found ofSubject = triples.ofSubject(s);
    Found ofObject = triples.ofObject(o);
    return ofSubject.size() <= ofObject.size()
        ? new Matches(triples, ofSubject, ANY, o)
        : new Matches(triples, ofObject, s, ANY);
  }

  /** Makes triples of places, one at a time. */
  private final class Matches extends NiceIterator<Triple> {
    private final SortedTriples triples;
    private final Found found;
    private final int subject;
    private final int object;
    private int at;

    Matches(SortedTriples triples, Found found, int subject, int object) {
      this.triples = triples;
      this.found = found;
      this.subject = subject;
      this.object = object;
      this.at = found.from();
    }

    @Override
    public boolean hasNext() {
      while (at < found.to() && !fits(found.place(at))) {
        at++;
      }
      return at < found.to();
    }

    private boolean fits(int place) {
      return (subject == ANY || triples.subject(place) == subject)
          && (object == ANY || triples.object(place) == object);
    }

    @Override
    public Triple next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int place = found.place(at++);
      return Triple.create(
          nodes.node(triples.subject(place)),
          nodes.node(triples.predicate(place)),
          nodes.node(triples.object(place)));
    }
  }
}

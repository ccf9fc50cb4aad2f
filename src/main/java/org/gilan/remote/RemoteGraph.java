// SPDX-License-Identifier: Apache-2.0
package org.gilan.remote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * One graph of a store, read as it is needed: all triples of a subject at a time, and those of the
 * subjects that come next with them. What was read is kept within bounds. Thread-safe.
 *
 * <p>A blank node has no name by which a store could be asked again. So the first that is met has
 * all triples with blank nodes read, in one answer, and they are taken from there.
 */
final class RemoteGraph extends GraphBase {
  /** A share of the heap for what is kept of all graphs; most of it is for the default graph. */
  private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 8;

  private static final int BASE_WEIGHT = 200;
  private static final int TRIPLE_WEIGHT = 300;

  /** What is read ahead may bring so many triples; if it brings more, it is left. */
  private static final int MOST_AHEAD = 20_000;

  private final Contents contents;
  private final Node name;
  private final int size;
  private final PrefixMapping prefixes;
  private final Supplier<Duration> time;
  private final Runnable waiting;
  private final Path path;
  private final Cache<Key, List<Triple>> kept;
  private final AtomicReference<List<Triple>> blanks;

  /** Names a subject, or an object with a property or with any. */
  record Key(Node subject, Node predicate, Node object) {
    int weight() {
      return BASE_WEIGHT + 2 * toString().length();
    }
  }

  RemoteGraph(Contents contents, Node name, int size, PrefixMapping prefixes) {
    this.contents = contents;
    this.name = name;
    this.size = size;
    this.prefixes = prefixes;
    this.time = contents::longest;
    this.waiting = () -> {};
    this.path = new Path();
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, List<Triple> read) -> key.weight() + TRIPLE_WEIGHT * read.size())
            .executor(Runnable::run)
            .build();
    this.blanks = new AtomicReference<>();
  }

  private RemoteGraph(RemoteGraph same, Supplier<Duration> time, Runnable waiting) {
    this.contents = same.contents;
    this.name = same.name;
    this.size = same.size;
    this.prefixes = same.prefixes;
    this.time = time;
    this.waiting = waiting;
    this.path = same.path;
    this.kept = same.kept;
    this.blanks = same.blanks;
  }

  /** {@return the same, with all that was read, for one who has so much time} */
  RemoteGraph within(Supplier<Duration> time, Runnable waiting) {
    return new RemoteGraph(this, time, waiting);
  }

  private Rows rows(String query) {
    return contents.read(query, time, waiting);
  }

  @Override
  protected PrefixMapping createPrefixMapping() {
    return prefixes;
  }

  @Override
  protected int graphBaseSize() {
    return size;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    Node subject = pattern.getSubject();
    Node object = pattern.getObject();
    if (!subject.isConcrete() && !object.isConcrete()) {
      return all(pattern.getPredicate());
    }
    List<Triple> found;
    if (subject.isBlank() || !subject.isConcrete() && object.isBlank()) {
      found = blanks();
    } else if (subject.isConcrete()) {
      found = subject.isURI() ? of(new Key(subject, null, null)) : List.of();
    } else {
      Node predicate = pattern.getPredicate();
      found = of(new Key(null, predicate.isConcrete() ? predicate : null, object));
    }
    return WrappedIterator.create(found.iterator()).filterKeep(triple -> matches(pattern, triple));
  }

  private static boolean matches(Triple pattern, Triple triple) {
    return matches(pattern.getSubject(), triple.getSubject())
        && matches(pattern.getPredicate(), triple.getPredicate())
        && matches(pattern.getObject(), triple.getObject());
  }

  private static boolean matches(Node pattern, Node node) {
    return !pattern.isConcrete() || pattern.equals(node);
  }

  private List<Triple> of(Key key) {
    List<Triple> known = kept.getIfPresent(key);
    if (known != null) {
      return known;
    }
    List<Key> ahead =
        path.after(key.subject() != null ? key.subject() : key.object(), key.predicate()).stream()
            .map(node -> with(key, node))
            .filter(next -> kept.getIfPresent(next) == null)
            .toList();
    if (!ahead.isEmpty()) {
      List<Key> keys = new ArrayList<>(List.of(key));
      keys.addAll(ahead);
      Map<Key, List<Triple>> read = read(keys, MOST_AHEAD);
      if (!read.isEmpty()) {
        kept.putAll(read);
        return read.get(key);
      }
    }
    List<Triple> read = read(List.of(key), Integer.MAX_VALUE).get(key);
    kept.put(key, read);
    return read;
  }

  private static Key with(Key key, Node node) {
    return key.subject() != null ? new Key(node, null, null) : new Key(null, key.predicate(), node);
  }

  /** {@return the triples of each of the keys, which are of one kind; none if they are too many} */
  private Map<Key, List<Triple>> read(List<Key> keys, int most) {
    Key first = keys.get(0);
    String variable = first.subject() != null ? "?s" : "?o";
    String values =
        keys.stream()
            .map(key -> NodeFmtLib.strNT(key.subject() != null ? key.subject() : key.object()))
            .collect(Collectors.joining(" "));
    String pattern =
        keys.size() == 1
            ? pattern(first.predicate()).replace(variable, values)
            : "VALUES %s { %s } %s".formatted(variable, values, pattern(first.predicate()));
    String limit = most == Integer.MAX_VALUE ? "" : " LIMIT " + most;
    Map<Key, List<Triple>> found = new HashMap<>();
    keys.forEach(key -> found.put(key, new ArrayList<>()));
    int count = 0;
    boolean hasBlank = false;
    try (Rows rows = rows(select(pattern) + limit)) {
      while (rows.hasNext()) {
        Triple triple = triple(rows.next(), first);
        count++;
        hasBlank |= hasBlank(triple);
        List<Triple> own = found.get(key(first, triple));
        if (own != null && !hasBlank(triple)) {
          own.add(triple);
        }
      }
    }
    if (count >= most) {
      return Map.of();
    }
    if (hasBlank) {
      blanks()
          .forEach(
              triple -> {
                List<Triple> own = found.get(key(first, triple));
                if (own != null) {
                  own.add(triple);
                }
              });
    }
    found.values().forEach(triples -> triples.forEach(path::pass));
    return found;
  }

  private static Key key(Key kind, Triple triple) {
    return kind.subject() != null
        ? new Key(triple.getSubject(), null, null)
        : new Key(
            null, kind.predicate() == null ? null : triple.getPredicate(), triple.getObject());
  }

  private static boolean hasBlank(Triple triple) {
    return triple.getSubject().isBlank() || triple.getObject().isBlank();
  }

  private static String pattern(Node predicate) {
    return "?s " + (predicate == null ? "?p" : NodeFmtLib.strNT(predicate)) + " ?o";
  }

  private String select(String pattern) {
    String where =
        name == null || name.equals(RemoteStore.DEFAULT)
            ? pattern
            : "GRAPH <%s> { %s }".formatted(name.getURI(), pattern);
    return "SELECT * %s { %s }".formatted(contents.from(), where);
  }

  private static Triple triple(Binding row, Key known) {
    Node subject = term(row, "s", known.subject());
    Node predicate = term(row, "p", known.predicate());
    Node object = term(row, "o", known.object());
    boolean isComplete = subject != null && predicate != null && object != null;
    if (!isComplete || subject.isLiteral() || !predicate.isURI()) {
      throw StoreException.strange();
    }
    return Triple.create(subject, predicate, object);
  }

  private static Node term(Binding row, String variable, Node known) {
    Node term = row.get(variable);
    return term == null ? known : term;
  }

  /**
   * {@return all triples, or all of a property, as they come; property by property, since stores
   * like to have an answer whole before they begin to send it}
   */
  private ExtendedIterator<Triple> all(Node predicate) {
    if (predicate.isConcrete()) {
      return with(predicate);
    }
    List<Node> properties = new ArrayList<>();
    try (Rows rows = rows(select("?s ?p ?o").replace("*", "DISTINCT ?p"))) {
      rows.forEachRemaining(row -> properties.add(row.get("p")));
    }
    return WrappedIterator.create(Iter.flatMap(properties.iterator(), this::with));
  }

  private ExtendedIterator<Triple> with(Node predicate) {
    Rows rows = rows(select(pattern(predicate)));
    Key key = new Key(null, predicate, null);
    Iterator<Triple> plain =
        Iter.filter(Iter.map(rows, row -> triple(row, key)), t -> !hasBlank(t));
    Iterator<Triple> seen =
        Iter.map(
            plain,
            triple -> {
              path.pass(triple);
              return triple;
            });
    Iterator<Triple> blank =
        Iter.filter(
            Iter.flatMap(Iter.of(this), graph -> graph.blanks().iterator()),
            triple -> triple.predicateMatches(predicate));
    return WrappedIterator.create(Iter.onClose(Iter.concat(seen, blank), rows::close));
  }

  /**
   * {@return the triples with blank nodes, as first read, so that each node is one and the same}
   */
  private List<Triple> blanks() {
    if (blanks.get() == null) {
      List<Triple> read = new ArrayList<>();
      try (Rows rows = rows(select("?s ?p ?o FILTER(isBlank(?s) || isBlank(?o))"))) {
        rows.forEachRemaining(row -> read.add(triple(row, new Key(null, null, null))));
      }
      blanks.compareAndSet(null, List.copyOf(read));
    }
    return blanks.get();
  }
}

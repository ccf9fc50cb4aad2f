// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;

/**
 * Reads and plans queries, each text once: the same ones come again and again, and reading takes
 * longer than many an answer. Thread-safe.
 */
public final class PreparedQueries {
  /** What all of them take, at worst. */
  private static final long MOST_BYTES = 64 << 20;

  private static final int BASE_WEIGHT = 20_000;

  static {
    TimeType.register();
  }

  private final Planner planner;
  private final Consumer<Query> check;
  private final Capacity capacity;
  private final Cache<String, PreparedQuery> prepared =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((String text, PreparedQuery query) -> weight(query.bytes()))
          .executor(Runnable::run)
          .build();

  /**
   * Prepares nothing yet.
   *
   * @param planner orders the patterns
   * @param check throws for a query that is not to be run
   * @param capacity whose time it takes to read and plan
   */
  public PreparedQueries(Planner planner, Consumer<Query> check, Capacity capacity) {
    this.planner = planner;
    this.check = check;
    this.capacity = capacity;
  }

  /**
   * {@return the query, read now or before}
   *
   * @param text SPARQL; addresses in it are relative to {@code https://w3id.org/gilan/}
   * @throws QueryException when it cannot be read, or whatever the check throws
   */
  public PreparedQuery get(String text) {
    return get(text, capacity.limits().first());
  }

  /**
   * {@return the query, read now or before}
   *
   * @param text SPARQL; addresses in it are relative to {@code https://w3id.org/gilan/}
   * @param timeout what its client gives it, if that is less than there is
   * @throws QueryException when it cannot be read, or whatever the check throws
   */
  public PreparedQuery get(String text, Duration timeout) {
    PreparedQuery known = prepared.getIfPresent(text);
    if (known != null) {
      return known;
    }
    PreparedQuery fresh = fresh(text, timeout);
    // What changes is not kept: its functions may have a state that two threads must not share.
    if (!fresh.isChanging()) {
      prepared.put(text, fresh);
    }
    return fresh;
  }

  private PreparedQuery fresh(String text, Duration timeout) {
    long bytes = Nesting.check(text);
    try (Work work = capacity.plan(timeout)) {
      work.hold(Size.beyondSmall(bytes));
      return prepare(text, bytes, work);
    } catch (QueryCancelledException e) {
      throw new BusyException("It takes too long to plan the query");
    } catch (StackOverflowError e) { // chains nest without brackets: !!!!, 1+1+1, a/b/c
      throw tooDeep();
    } catch (QueryException e) {
      throw e.getMessage() == null ? tooDeep() : e; // the reader's words for its own overflow
    }
  }

  private static RefusedException tooDeep() {
    return new RefusedException("The query is nested too deep, or a chain in it is too long.");
  }

  private static int weight(long bytes) {
    return (int) Math.min(Integer.MAX_VALUE, BASE_WEIGHT + bytes);
  }

  private PreparedQuery prepare(String text, long bytes, Work work) {
    Query query = QueryReader.read(text);
    query.ensureResultVars();
    work.step();
    check.accept(query);
    if (query.isDescribeType() && query.getQueryPattern() == null) {
      return new PreparedQuery(query, null, false, false, bytes);
    }
    Op pattern = Algebra.compile(query);
    work.step();
    boolean isPlain = FunctionCheck.check(pattern);
    long paths = PathCheck.check(pattern);
    work.hold(paths);
    Op plan = planner.plan(pattern, work);
    return new PreparedQuery(query, plan, Changing.is(pattern), isPlain, bytes + paths);
  }
}

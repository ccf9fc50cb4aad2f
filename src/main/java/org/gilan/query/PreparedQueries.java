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
  /** Characters of all texts together; a prepared query takes some ten times as many bytes. */
  private static final long MOST_CHARACTERS = 1 << 20;

  private static final int BASE_WEIGHT = 200;

  static {
    TimeType.register();
  }

  private final Planner planner;
  private final Consumer<Query> check;
  private final Capacity capacity;
  private final Cache<String, PreparedQuery> prepared =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((String text, PreparedQuery query) -> BASE_WEIGHT + text.length())
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
    Nesting.check(text);
    try (Work work = capacity.plan(timeout)) {
      return prepare(text, work);
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

  private PreparedQuery prepare(String text, Work work) {
    Query query = QueryReader.read(text);
    query.ensureResultVars();
    work.step();
    check.accept(query);
    if (query.isDescribeType() && query.getQueryPattern() == null) {
      return new PreparedQuery(query, null, false, false);
    }
    Op pattern = Algebra.compile(query);
    work.step();
    boolean isPlain = FunctionCheck.check(pattern);
    PathCheck.check(pattern);
    return new PreparedQuery(query, planner.plan(pattern, work), Changing.is(pattern), isPlain);
  }
}

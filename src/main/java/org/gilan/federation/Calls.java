// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/** What one query has asked of others so far, and what went wrong. Used by one thread. */
final class Calls {
  private static final Symbol KEY = Symbol.create("https://w3id.org/gilan/federation#calls");

  private final Limits limits;
  private final Predicate<String> warnings;
  private final Map<Service, ServiceException> silenced = new HashMap<>();
  private ServiceException failure;
  private int count;
  private int rows;
  private int tags;

  Calls(Limits limits, Predicate<String> warnings) {
    this.limits = limits;
    this.warnings = warnings;
  }

  /** {@return the calls of the query that runs with this context, or null} */
  static Calls of(Context context) {
    return context.get(KEY);
  }

  void attach(Context context) {
    context.set(KEY, this);
  }

  /** Counts a request that is about to be sent. */
  void call(Service service) {
    if (silenced.containsKey(service)) {
      throw silenced.get(service);
    }
    count++;
    if (count > limits.calls()) {
      throw ServiceException.tooMuch(
          "The query needs more than "
              + limits.calls()
              + " requests to other endpoints. Let local patterns narrow it down before SERVICE.");
    }
  }

  /** {@return how many rows may still come} */
  int rowsLeft() {
    return limits.rows() - rows;
  }

  void received(int more) {
    rows += more;
  }

  /**
   * Notes that an endpoint failed and that the query goes on without it.
   *
   * @throws ServiceException when nobody would hear the warning
   */
  void silence(Service service, ServiceException cause) {
    if (!silenced.containsKey(service)) {
      if (!warnings.test(cause.getMessage() + " The answer is without it.")) {
        throw cause;
      }
      silenced.put(service, cause);
    }
  }

  /** {@return whether the query goes on without this endpoint} */
  boolean isSilenced(Service service) {
    return silenced.containsKey(service);
  }

  /**
   * Ends the query. The exception alone would not: the engine takes one inside {@code FILTER
   * EXISTS} for a row that does not pass.
   */
  ServiceException fail(ServiceException cause, AtomicBoolean cancelSignal) {
    if (failure == null) {
      failure = cause;
    }
    if (cancelSignal != null) {
      cancelSignal.set(true);
    }
    return failure;
  }

  /** Throws the exception that ended the query, if one did. */
  void check() {
    if (failure != null) {
      throw failure;
    }
  }

  /** {@return a variable that no query can hold} */
  Var tag() {
    return Var.alloc("*" + tags++);
  }
}

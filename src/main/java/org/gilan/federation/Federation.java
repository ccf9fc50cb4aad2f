// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.util.SortedSet;
import java.util.function.Predicate;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Lets queries ask other endpoints by {@code SERVICE}: those that are allowed, within limits, many
 * rows a request, and what was answered once is kept for a while. Thread-safe.
 *
 * <p>A query takes part by {@link #follow}; all others in this Java process can be refused by
 * {@link #refuseElsewhere}.
 */
public final class Federation implements AutoCloseable {
  private final AllowedServices allowed;
  private final Guard guard;
  private final Limits limits;
  private final Remote remote;
  private final ServiceExecutorRegistry registry = new ServiceExecutorRegistry();

  /**
   * Makes ready to ask others. Nothing is started before the first request.
   *
   * @param allowed whom
   * @param limits how much
   * @param agent the {@code User-Agent}, which says who asks and how to reach them
   */
  public Federation(AllowedServices allowed, Limits limits, String agent) {
    this(allowed, limits, agent, null);
  }

  /** Looks names up in its own way, for tests. */
  Federation(AllowedServices allowed, Limits limits, String agent, SocketAddressResolver names) {
    this.allowed = allowed;
    this.guard = new Guard(allowed);
    this.limits = limits;
    this.remote = new Remote(limits, agent, names);
    Answers answers = new Answers(remote, limits);
    registry.addBulkLink(
        (service, input, context, chain) ->
            new ServiceJoin(service, input, context, guard, answers, limits.batch()));
  }

  /**
   * {@return a {@code User-Agent} as Wikidata's policy wants it}
   *
   * @param version of this program
   * @param contact an address of mail or web at which the operator can be reached; may be empty
   */
  public static String agent(String version, String contact) {
    return "gilan/"
        + version.replaceAll("[^!-~]", "")
        + " (https://w3id.org/gilan"
        + (contact.isBlank() ? "" : "; contact " + contact.replaceAll("[^ -~]|[()]", ""))
        + ")";
  }

  /**
   * Switches {@code SERVICE} off for this Java process, except in queries that {@link #follow} was
   * called for. Shapes that are sent for validation may hold queries too and know no other switch;
   * SHACL forbids {@code SERVICE} in them anyway.
   */
  public static void refuseElsewhere() {
    ARQ.globalServiceAllowed = false;
    ServiceExecutorRegistry none = new ServiceExecutorRegistry();
    none.addBulkLink(
        (service, input, context, chain) -> {
          throw ServiceException.refused("SERVICE is not followed here, only in plain queries.");
        });
    ServiceExecutorRegistry.set(ARQ.getContext(), none);
  }

  /** {@return the addresses of the endpoints that queries may ask} */
  public SortedSet<String> endpoints() {
    return allowed.names();
  }

  /**
   * Refuses a query as soon as it is read, if its {@code SERVICE} targets show that already.
   *
   * @param query any query
   * @throws ServiceException when it would ask somebody who is not allowed
   */
  public void check(Query query) {
    guard.check(query);
  }

  /**
   * {@return whether a query asks an endpoint of this machine or its network: what comes back is
   * for its operator and not for any page that a browser shows}
   *
   * @param query that was checked
   */
  public boolean asksPrivate(Query query) {
    return guard.asksPrivate(query);
  }

  /**
   * Makes one query follow {@code SERVICE}.
   *
   * @param context the context of that query and of no other
   * @param warnings is told at once when an endpoint fails that the query calls {@code SILENT}; is
   *     false when nobody can hear it any more, which makes the failure an error
   */
  public void follow(Context context, Predicate<String> warnings) {
    new Calls(limits, warnings).attach(context);
    ServiceExecutorRegistry.set(context, registry);
    QC.setFactory(context, BulkExecutor::new);
  }

  /**
   * Throws what went wrong with a {@code SERVICE}, even where the query engine went on without it
   * or only says that the query was cancelled. To be called after each step of a query.
   *
   * @param context as for {@link #follow}
   * @throws ServiceException when the answer would not be right
   */
  public static void check(Context context) {
    Calls calls = Calls.of(context);
    if (calls != null) {
      calls.check();
    }
  }

  /** Drops the connections. */
  @Override
  public void close() {
    remote.close();
  }
}

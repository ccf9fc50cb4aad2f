// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.OpVisitor;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/** Decides whom a query may ask. */
final class Guard {
  /** Wikidata's own services, which its engine answers itself: labels, places, text search. */
  private static final String BUILT_IN = "http://wikiba.se/ontology#";

  private static final int LONGEST_NAME = 200;

  private final AllowedServices allowed;

  private final OpVisitor nested =
      new OpVisitorBase() {
        @Override
        public void visit(OpService service) {
          Node target = service.getService();
          if (!target.isURI() || !target.getURI().startsWith(BUILT_IN)) {
            allow(target);
          }
        }
      };

  Guard(AllowedServices allowed) {
    this.allowed = allowed;
  }

  /** Refuses a query as soon as it is read, for what can be seen then. */
  void check(Query query) {
    Services.see(
        query,
        service -> {
          if (!service.getService().isVariable()) {
            allow(service.getService());
          }
          check(service);
        });
  }

  /** {@return whether a query asks an endpoint of this machine or network, or may} */
  boolean asksPrivate(Query query) {
    boolean[] asks = new boolean[1];
    if (allowed.hasPrivate()) {
      Services.see(query, service -> asks[0] |= isPrivate(service.getService()));
    }
    return asks[0];
  }

  private boolean isPrivate(Node target) {
    return !target.isURI() || allowed.find(target.getURI()).map(Service::isPrivate).orElse(true);
  }

  /** Refuses what would make an endpoint ask others for us. */
  void check(OpService service) {
    Walker.walk(service.getSubOp(), nested, new ExprVisitorBase());
  }

  /** {@return whom to ask} */
  Service allow(Node target) {
    if (target == null || !target.isURI()) {
      throw ServiceException.refused(
          "SERVICE with a variable is followed only where the variable is bound to an allowed"
              + " endpoint before, and not inside another SERVICE. "
              + names());
    }
    return allowed.find(target.getURI()).orElseThrow(() -> refusal(target.getURI()));
  }

  private ServiceException refusal(String target) {
    String name = target.length() > LONGEST_NAME ? target.substring(0, LONGEST_NAME) + "…" : target;
    return ServiceException.refused(
        "SERVICE <" + name + "> is not followed: this server does not know it. " + names());
  }

  private String names() {
    return "Allowed are "
        + allowed.names()
        + "; who runs the server adds others: ./gilan serve --allow-service ADDRESS";
  }
}

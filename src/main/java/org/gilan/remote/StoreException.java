// SPDX-License-Identifier: Apache-2.0
package org.gilan.remote;

import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;

/** The store did not do what it was asked. The message never repeats what the store said. */
public final class StoreException extends QueryExceptionHTTP {
  private static final long serialVersionUID = 1;
  private static final int BAD_GATEWAY = 502;
  private static final int UNAVAILABLE = 503;
  private static final int GATEWAY_TIMEOUT = 504;

  private final boolean isRefusal;

  private StoreException(int status, boolean isRefusal, String message) {
    super(status, message);
    this.isRefusal = isRefusal;
  }

  /** {@return the store's failure to answer at all, or as it should} */
  static StoreException failed(String how) {
    return new StoreException(BAD_GATEWAY, false, "The store of the graph fails: " + how);
  }

  /** {@return that it answers, in due form, another question than it was asked} */
  static StoreException strange() {
    return failed("its answer is none to what it was asked");
  }

  /** {@return its refusal of this very query, which says nothing of others} */
  static StoreException refused(int status) {
    return new StoreException(
        BAD_GATEWAY, true, "The store of the graph refuses the query (HTTP " + status + ")");
  }

  /** {@return that it has no time, or no whole graph, just now} */
  static StoreException busy(String how) {
    return new StoreException(UNAVAILABLE, false, "The store of the graph " + how);
  }

  /** {@return that it takes too long} */
  static StoreException late() {
    return new StoreException(GATEWAY_TIMEOUT, false, "The store of the graph takes too long");
  }

  /** {@return whether nothing came from it, for as long as one may wait} */
  boolean isSilence() {
    return getStatusCode() == GATEWAY_TIMEOUT;
  }

  /** {@return whether the store cannot run a query that is in order} */
  public boolean isRefusal() {
    return isRefusal;
  }

  /** {@return whether it may be otherwise in a while} */
  public boolean passes() {
    return getStatusCode() == UNAVAILABLE;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;

/**
 * A {@code SERVICE} that was not followed or did not answer. Fuseki sends the status and the
 * message; the message never repeats what the other side said.
 */
public final class ServiceException extends QueryExceptionHTTP {
  private static final long serialVersionUID = 1;
  private static final int FORBIDDEN = 403;
  private static final int UNPROCESSABLE = 422;
  private static final int BAD_GATEWAY = 502;
  private static final int GATEWAY_TIMEOUT = 504;

  private ServiceException(int status, String message) {
    super(status, message);
  }

  /** {@return the refusal of an address; {@code SILENT} does not silence it} */
  static ServiceException refused(String message) {
    return new ServiceException(FORBIDDEN, message);
  }

  /** {@return the end of what one query may ask of others} */
  static ServiceException tooMuch(String message) {
    return new ServiceException(UNPROCESSABLE, message);
  }

  /** {@return the failure of an endpoint} */
  static ServiceException failed(Service service, String how) {
    return new ServiceException(BAD_GATEWAY, "SERVICE <" + service.name() + "> failed: " + how);
  }

  /** {@return the failure of an endpoint that takes too long} */
  static ServiceException late(Service service, String how) {
    return new ServiceException(GATEWAY_TIMEOUT, "SERVICE <" + service.name() + "> failed: " + how);
  }

  /** {@return whether this must reach the client even if the query says {@code SILENT}} */
  boolean isRefusal() {
    return getStatusCode() == FORBIDDEN;
  }
}

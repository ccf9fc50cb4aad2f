// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the connections of clients, and looks after them. */
final class ClientConnections extends HttpConnectionFactory {
  private static final Logger LOG = LoggerFactory.getLogger(ClientConnections.class);
  private static final long PAUSE_MILLIS = 500;

  ClientConnections(HttpConfiguration http) {
    super(http);
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    return configure(
        new ClientConnection(getHttpConfiguration(), connector, endPoint), connector, endPoint);
  }

  /** Looks at every connection of a connector twice a second, until it is stopped. */
  static void lookAfter(Connector connector) {
    connector.getScheduler().schedule(() -> look(connector), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static void look(Connector connector) {
    try {
      long now = System.nanoTime();
      for (EndPoint endPoint : connector.getConnectedEndPoints()) {
        if (endPoint.getConnection() instanceof ClientConnection client) {
          client.look(now);
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("a connection could not be looked at", e);
    } finally {
      if (!connector.isStopped()) {
        lookAfter(connector);
      }
    }
  }
}

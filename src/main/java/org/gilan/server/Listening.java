// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** How Jetty listens for us: one connector, our gate, and in our words why it cannot. */
final class Listening {
  /** How long a server that is stopped goes on answering what it was asked before. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);

  /** How long its idle connections stay open then. */
  private static final Duration LAST_REQUESTS = Duration.ofMillis(200);

  private static final Duration IDLE = Duration.ofSeconds(30);

  private Listening() {}

  static Server server(int threads, Settings settings, Supplier<Routes> routes) {
    QueuedThreadPool pool = new QueuedThreadPool(threads);
    pool.setIdleTimeout((int) IDLE.toMillis());
    // By itself it gives back one thread in each such time: what a crowd needed stays for an hour.
    pool.setMaxEvictCount(threads);
    Server jetty = new Server(pool);
    jetty.addConnector(connector(jetty, settings));
    jetty.setHandler(new Gate(routes, settings));
    jetty.setErrorHandler(new ProblemPage());
    jetty.setStopTimeout(LAST_ANSWERS.toMillis());
    return jetty;
  }

  /** Starts it; returns when it takes requests. */
  static void listen(Server jetty, Settings settings) throws CannotListenException {
    try {
      jetty.start();
    } catch (Exception e) { // whatever Jetty's start throws
      throw new CannotListenException(settings.host(), settings.port(), reason(e), e);
    }
    ClientConnections.lookAfter(jetty.getConnectors()[0]);
  }

  static ServerConnector connector(Server jetty, Settings settings) {
    HttpConfiguration http = new HttpConfiguration();
    http.setRequestHeaderSize(Settings.HEAD_BYTES);
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    if (settings.isBehindProxy()) {
      http.addCustomizer(HostNames::remember);
      http.addCustomizer(new ForwardedRequestCustomizer());
      http.addCustomizer(Prefix::note);
    }
    ServerConnector connector = new ServerConnector(jetty, new ClientConnections(http));
    connector.setIdleTimeout(IDLE.toMillis());
    connector.setShutdownIdleTimeout(LAST_REQUESTS.toMillis());
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    return connector;
  }

  /** {@return the address of the first page} */
  static URI address(String host, int port) {
    String name = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
    return URI.create(
        "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port + "/");
  }

  private static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketException) {
        return reason(String.valueOf(cause.getMessage()));
      }
      if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
        return "the host is unknown";
      }
    }
    return String.valueOf(failure);
  }

  private static String reason(String message) {
    if (message.contains("in use")) {
      return "the port is in use";
    }
    return message.contains("denied")
        ? "the port is kept for the system; take one above 1023"
        : "the address is not of this machine";
  }
}

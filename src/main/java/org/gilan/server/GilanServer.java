// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.OutputStream;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.apache.jena.sys.JenaSystem;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.gilan.federation.AllowedServices;
import org.gilan.federation.Federation;
import org.gilan.federation.Limits;
import org.gilan.format.ResultFormat;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.page.Site;
import org.gilan.query.Answer;
import org.gilan.query.Functions;

/**
 * A running server. Read only: it has no operation that writes and no administration, and asks no
 * other host but the endpoints that a {@link Federation} allows.
 *
 * <p>Starting one switches {@code SERVICE}, and functions that are not offered, off for everything
 * else in this Java process.
 */
public final class GilanServer implements AutoCloseable {
  /** Long queries come in addresses, too. */
  private static final int LONGEST_HEAD = 256 << 10;

  private static final int MOST_THREADS = 96;

  private final Server jetty;
  private final Routes routes;
  private final Federation federation;
  private final URI address;

  private GilanServer(Server jetty, Routes routes, Federation federation, URI address) {
    this.jetty = jetty;
    this.routes = routes;
    this.federation = federation;
    this.address = address;
  }

  /**
   * Starts serving, as the other method does, without asking any other endpoint.
   *
   * @param site what to serve
   * @param settings where, and with which limits
   * @return the running server
   * @throws CannotListenException when the port is taken or the host is not of this machine
   */
  public static GilanServer start(Site site, Settings settings) throws CannotListenException {
    return start(site, settings, new Federation(AllowedServices.none(), Limits.usual(), "gilan"));
  }

  /**
   * Starts serving; returns when requests are answered.
   *
   * @param site what to serve
   * @param settings where, and with which limits
   * @param federation whom queries may ask; closed with the server
   * @return the running server
   * @throws CannotListenException when the port is taken or the host is not of this machine
   */
  public static GilanServer start(Site site, Settings settings, Federation federation)
      throws CannotListenException {
    Federation.refuseElsewhere();
    Functions.refuseElsewhere();
    Server jetty = new Server(new QueuedThreadPool(MOST_THREADS));
    ServerConnector connector = connector(jetty, settings);
    jetty.addConnector(connector);
    Routes routes = AllRoutes.of(site, settings, federation);
    jetty.setHandler(new Gate(routes, settings));
    jetty.setErrorHandler(new ProblemPage());
    try {
      jetty.start();
    } catch (Exception e) { // whatever Jetty's start throws
      GilanServer failed = new GilanServer(jetty, routes, federation, null);
      failed.close();
      throw new CannotListenException(settings.host(), settings.port(), reason(e), e);
    }
    return new GilanServer(
        jetty, routes, federation, address(settings.host(), connector.getLocalPort()));
  }

  /**
   * Loads what every server needs, by answering a query of an empty graph to nobody. That takes
   * about as long as reading the graph, so it is done in another thread meanwhile.
   */
  public static void prepare() {
    connector(new Server(new QueuedThreadPool(MOST_THREADS)), Settings.at("127.0.0.1", 0));
    loadJena();
    new Answer(new KnowledgeGraph(DatasetGraphZero.create(), ""))
        .write(
            "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s ORDER BY ?n",
            ResultFormat.JSON,
            OutputStream.nullOutputStream());
  }

  /**
   * Loads Jena, or waits while another thread does. Its classes need each other in circles: two
   * threads that come upon them from different ends wait for ever, so each has to begin with this;
   * {@link JenaSystem#init()} itself does not wait, and what is half loaded fails.
   */
  public static synchronized void loadJena() {
    JenaSystem.init();
  }

  /** {@return the address of the first page, with the port in use, ending in a slash} */
  public URI address() {
    return address;
  }

  /**
   * Reads what the first search, page and query need, while requests are answered already; returns
   * when that is done.
   */
  public void warm() {
    routes.warm();
  }

  /** Waits until the server is stopped, by {@link #close()} from another thread. */
  public void join() {
    try {
      jetty.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops answering. A second call does nothing. */
  @Override
  public void close() {
    try {
      jetty.stop();
    } catch (Exception e) { // what Jetty's stop throws; there is nothing left to do about it
      throw new IllegalStateException(e);
    } finally {
      federation.close();
    }
  }

  private static ServerConnector connector(Server jetty, Settings settings) {
    HttpConfiguration http = new HttpConfiguration();
    http.setRequestHeaderSize(LONGEST_HEAD);
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    if (settings.isBehindProxy()) {
      http.addCustomizer(HostNames::remember);
      http.addCustomizer(new ForwardedRequestCustomizer());
      http.addCustomizer(Prefix::note);
    }
    ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    return connector;
  }

  private static URI address(String host, int port) {
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

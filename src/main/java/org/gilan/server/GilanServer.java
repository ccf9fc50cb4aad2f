// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.OutputStream;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.apache.jena.sys.JenaSystem;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.RequestLog;
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
import org.gilan.query.Execution;
import org.gilan.query.Functions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server. Read only: it has no operation that writes and no administration, and asks no
 * other host but the endpoints that a {@link Federation} allows.
 *
 * <p>Starting one switches {@code SERVICE}, and functions that are not offered, off for everything
 * else in this Java process.
 */
public final class GilanServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GilanServer.class);

  /** How long a server that is stopped goes on answering what it was asked before. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);

  /** How long its idle connections stay open then. */
  private static final Duration LAST_REQUESTS = Duration.ofMillis(200);

  private static final Duration IDLE = Duration.ofSeconds(30);

  /** More have to wait; each may hold a head of a request that grows. */
  private static final int MOST_CONNECTIONS = 1000;

  private static final int WATCHING_THREADS = 8;

  private final Server jetty;
  private final Routes routes;
  private final Federation federation;
  private final URI address;
  private final List<AutoCloseable> watchers;

  private GilanServer(
      Server jetty,
      Routes routes,
      Federation federation,
      URI address,
      List<AutoCloseable> watchers) {
    this.jetty = jetty;
    this.routes = routes;
    this.federation = federation;
    this.address = address;
    this.watchers = watchers;
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
    return start(site, settings, federation, Watch.nothing());
  }

  /**
   * Starts serving, watched; returns when requests are answered.
   *
   * @param site what to serve
   * @param settings where, and with which limits
   * @param federation whom queries may ask; closed with the server
   * @param watch how it is watched
   * @return the running server
   * @throws CannotListenException when a port is taken or the host is not of this machine
   */
  public static GilanServer start(Site site, Settings settings, Federation federation, Watch watch)
      throws CannotListenException {
    Federation.refuseElsewhere();
    Functions.refuseElsewhere();
    Execution.watchElsewhere();
    Routes routes = AllRoutes.of(site, settings, federation);
    Server jetty = server(Settings.THREADS, settings, routes);
    ServerConnector connector = (ServerConnector) jetty.getConnectors()[0];
    jetty.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    List<AutoCloseable> watchers = new ArrayList<>();
    List<RequestLog> logs = new ArrayList<>();
    if (watch.log() != null) {
      watchers.add(watch.log());
      logs.add(watch.log());
    }
    try {
      if (watch.metricsPort() != null) {
        Metrics metrics = new Metrics(jetty, connector, routes, site.graph());
        watchers.add(metrics);
        logs.add(metrics);
        watchers.add(metricsServer(metrics, watch.metricsPort(), routes));
      }
      jetty.setRequestLog(new RequestLog.Collection(logs.toArray(RequestLog[]::new)));
      listen(jetty, settings);
    } catch (CannotListenException e) {
      new GilanServer(jetty, routes, federation, null, watchers).close();
      throw e;
    }
    return new GilanServer(
        jetty, routes, federation, address(settings.host(), connector.getLocalPort()), watchers);
  }

  private static Server server(int threads, Settings settings, Routes routes) {
    Server jetty = new Server(new QueuedThreadPool(threads));
    jetty.addConnector(connector(jetty, settings));
    jetty.setHandler(new Gate(routes, settings));
    jetty.setErrorHandler(new ProblemPage());
    jetty.setStopTimeout(LAST_ANSWERS.toMillis());
    return jetty;
  }

  private static void listen(Server jetty, Settings settings) throws CannotListenException {
    try {
      jetty.start();
    } catch (Exception e) { // whatever Jetty's start throws
      throw new CannotListenException(settings.host(), settings.port(), reason(e), e);
    }
    ClientConnections.lookAfter(jetty.getConnectors()[0]);
  }

  /** Starts a server of its own, which answers when all threads of the other are taken. */
  private static AutoCloseable metricsServer(Metrics metrics, int port, Routes watched)
      throws CannotListenException {
    Settings settings = Settings.at("127.0.0.1", port);
    Routes routes =
        new Routes()
            .read(metrics, Metrics.PATH)
            .read(new HealthRoute(watched::isReady), HealthRoute.PATHS);
    Server jetty = server(WATCHING_THREADS, settings, routes);
    listen(jetty, settings);
    return jetty::stop;
  }

  /**
   * Loads what every server needs, by answering a query of an empty graph to nobody. That takes
   * about as long as reading the graph, so it is done in another thread meanwhile.
   */
  public static void prepare() {
    connector(new Server(new QueuedThreadPool(Settings.THREADS)), Settings.at("127.0.0.1", 0));
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

  /**
   * Stops: no more requests are taken, those that came before are answered. A second call does
   * nothing.
   */
  @Override
  public void close() {
    routes.end();
    try {
      stop(jetty);
      for (AutoCloseable watcher : watchers) {
        watcher.close();
      }
    } catch (Exception e) { // what Jetty's stop throws; there is nothing left to do about it
      throw new IllegalStateException(e);
    } finally {
      federation.close();
    }
  }

  /** Stops; what is still running after the time for last answers is broken off. */
  private static void stop(Server jetty) throws Exception {
    try {
      jetty.stop();
    } catch (TimeoutException e) {
      LOG.warn("stopped before everything was answered");
    }
  }

  private static ServerConnector connector(Server jetty, Settings settings) {
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

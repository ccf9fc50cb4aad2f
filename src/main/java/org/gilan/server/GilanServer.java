// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.apache.jena.sys.JenaSystem;
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

  private static final int WATCHING_THREADS = 8;

  private final Federation federation;
  private final AllRoutes routes;
  private final Server jetty;
  private final ServerConnector connector;
  private final List<AutoCloseable> watchers = new ArrayList<>();
  private volatile Current current;
  private volatile boolean isOutdated;
  private URI address;
  private boolean isEnding;

  private GilanServer(Site site, Settings settings, Federation federation) {
    this.federation = federation;
    this.routes = new AllRoutes(settings, federation);
    this.current = routes.of(site);
    this.jetty = Listening.server(Settings.THREADS, settings, () -> current.routes());
    this.connector = (ServerConnector) jetty.getConnectors()[0];
    NetworkConnectionLimit most = new NetworkConnectionLimit(Settings.CONNECTIONS, connector);
    most.setEndPointIdleTimeout(Settings.IDLE_WHEN_FULL.toMillis());
    jetty.addBean(most);
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
    GilanServer server = new GilanServer(site, settings, federation);
    try {
      server.watched(watch);
      Listening.listen(server.jetty, settings);
      server.address = Listening.address(settings.host(), server.connector.getLocalPort());
      return server;
    } catch (CannotListenException e) {
      server.close();
      throw e;
    }
  }

  private void watched(Watch watch) throws CannotListenException {
    List<RequestLog> logs = new ArrayList<>();
    if (watch.log() != null) {
      watchers.add(watch.log());
      logs.add(watch.log());
    }
    if (watch.metricsPort() != null) {
      Metrics metrics = new Metrics(jetty, connector, this);
      watchers.add(metrics);
      logs.add(metrics);
      watchers.add(metricsServer(metrics, watch.metricsPort()));
    }
    jetty.setRequestLog(new RequestLog.Collection(logs.toArray(RequestLog[]::new)));
  }

  /** Starts a server of its own, which answers when all threads of the other are taken. */
  private AutoCloseable metricsServer(Metrics metrics, int port) throws CannotListenException {
    Settings at = Settings.at("127.0.0.1", port);
    Routes answers =
        new Routes()
            .read(metrics, Metrics.PATH)
            .read(new HealthRoute(this::current), HealthRoute.PATHS);
    Server own = Listening.server(WATCHING_THREADS, at, () -> answers);
    Listening.listen(own, at);
    return own::stop;
  }

  /**
   * Loads what every server needs, by answering a query of an empty graph to nobody. That takes
   * about as long as reading the graph, so it is done in another thread meanwhile.
   */
  public static void prepare() {
    Listening.connector(
        new Server(new QueuedThreadPool(Settings.THREADS)), Settings.at("127.0.0.1", 0));
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
    current.routes().warm();
  }

  /**
   * Goes on with another graph: reads of it what pages need, then answers every new request from
   * it. Those that run end on the graph that they began with, which then is garbage.
   *
   * @param site what to serve from now on
   */
  void take(Site site) {
    Current next = routes.of(site);
    next.routes().warm();
    synchronized (this) {
      if (isEnding) {
        next.routes().end();
      }
      current = next;
    }
  }

  /** {@return the graph that is served now} */
  Current current() {
    return current;
  }

  /** Notes whether there is another graph to be served, which cannot be. */
  void outdated(boolean isOutdated) {
    this.isOutdated = isOutdated;
  }

  boolean isOutdated() {
    return isOutdated;
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
    synchronized (this) {
      isEnding = true;
      current.routes().end();
    }
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
}

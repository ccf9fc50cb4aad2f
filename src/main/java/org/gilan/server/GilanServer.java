// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.ctl.ActionPing;
import org.apache.jena.fuseki.ctl.ActionStats;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.mod.admin.ActionServerStatus;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.sparql.core.DatasetGraph;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ServerConnector;
import org.gilan.federation.AllowedServices;
import org.gilan.federation.Federation;
import org.gilan.federation.Limits;
import org.gilan.page.Pages;
import org.gilan.page.Site;

/**
 * A running server. Read only: it has no operation that writes and no administration, and asks no
 * other host but the endpoints that a {@link Federation} allows.
 *
 * <p>Starting one switches {@code SERVICE} off for everything else in this Java process.
 */
public final class GilanServer implements AutoCloseable {
  private final FusekiServer fuseki;
  private final Federation federation;
  private final URI address;

  private GilanServer(FusekiServer fuseki, Federation federation, URI address) {
    this.fuseki = fuseki;
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
    Fuseki.outputFusekiServerHeader = false; // It would give our version as Fuseki's.
    FusekiServer fuseki = build(site, settings, federation);
    for (Connector connector : fuseki.getJettyServer().getConnectors()) {
      ((ServerConnector) connector).setHost(settings.host());
    }
    ((ServletContextHandler) fuseki.getJettyServer().getHandler())
        .setMaxFormContentSize(settings.bodyBytes());
    try {
      fuseki.start();
    } catch (FusekiException | UnresolvedAddressException e) {
      fuseki.stop();
      throw new CannotListenException(settings.host(), settings.port(), reason(e), e);
    }
    return new GilanServer(fuseki, federation, address(settings.host(), fuseki.getPort()));
  }

  /** {@return the address of the first page, with the port in use, ending in a slash} */
  public URI address() {
    return address;
  }

  /** Waits until the server is stopped, by {@link #close()} from another thread. */
  public void join() {
    fuseki.join();
  }

  /** Stops answering. A second call does nothing. */
  @Override
  public void close() {
    fuseki.stop();
    federation.close();
  }

  private static FusekiServer build(Site site, Settings settings, Federation federation) {
    DatasetGraph dataset = site.graph().dataset();
    FusekiServer.Builder builder =
        FusekiServer.create()
            .port(settings.port())
            .fusekiModules(FusekiModules.create())
            .registerOperation(
                Operation.Query,
                new QueryEndpoint(settings.firstResult(), settings.wholeResult(), federation))
            .registerOperation(Operation.GSP_R, new GraphEndpoint())
            .registerOperation(Operation.Shacl, new ShaclEndpoint(settings.wholeResult()))
            .add("/gilan", service(dataset));
    addFilters(builder, dataset, settings);
    addPages(builder, site);
    return builder.build();
  }

  /** In the order in which a request passes them; Fuseki's own comes last. */
  private static void addFilters(
      FusekiServer.Builder builder, DatasetGraph dataset, Settings settings) {
    builder
        .addFilter("/*", new Headers())
        .addFilter("/*", new Gzip())
        .addFilter("/*", new Aliases())
        .addFilter("/*", new BodyLimit(settings.bodyBytes()))
        .addFilter("/*", new DatasetDoor(dataset))
        .addFilter("/*", new WholeAnswers());
  }

  private static void addPages(FusekiServer.Builder builder, Site site) {
    for (String root : new String[] {"/$/", "/ui/$/"}) {
      builder
          .addServlet(root + "server", new ActionServerStatus())
          .addServlet(root + "ping", new ActionPing())
          .addServlet(root + "stats/*", new ActionStats());
    }
    Pages pages = new Pages(site);
    PageServlet resources = new PageServlet(pages);
    for (String path : PageServlet.PATHS) {
      builder.addServlet(path, resources);
    }
    VoidServlet description = new VoidServlet(site.graph());
    builder
        .addServlet("/void", description)
        .addServlet("/.well-known/void", description)
        .addServlet("/ui/*", new UiServlet(site))
        .addServlet("/assets/*", new AssetServlet())
        .addServlet("/*", new HomeServlet(pages));
  }

  private static DataService.Builder service(DatasetGraph dataset) {
    return DataService.newBuilder(dataset)
        .addEndpoint(Operation.Query, "sparql")
        .addEndpoint(Operation.Query, "query")
        .addEndpoint(Operation.Query)
        .addEndpoint(Operation.GSP_R, "data")
        .addEndpoint(Operation.GSP_R, "get")
        .addEndpoint(Operation.GSP_R)
        .addEndpoint(Operation.Shacl, "shacl");
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

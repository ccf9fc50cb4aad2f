// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;

/** A reverse proxy that shows a server below a folder of its own host, and nothing else. */
final class FolderProxy {
  static final String FOLDER = "/archive/kb";

  private final Server jetty;

  private FolderProxy(Server jetty) {
    this.jetty = jetty;
  }

  /**
   * Starts a proxy.
   *
   * @param server the address of the server, without a path
   * @param isStripped whether the server gets paths without the folder
   */
  static FolderProxy before(URI server, boolean isStripped) throws Exception {
    Server jetty = new Server(new InetSocketAddress("127.0.0.1", 0));
    jetty.setHandler(
        new ContextHandler(
            new Reverse(server.resolve("/").toString(), isStripped ? FOLDER : ""), FOLDER));
    jetty.start();
    return new FolderProxy(jetty);
  }

  /** {@return the address by which readers reach a path of the server} */
  URI uri(String path) {
    return URI.create(
        jetty.getURI().resolve("/").toString().replaceFirst("/$", "") + FOLDER + path);
  }

  void stop() throws Exception {
    jetty.stop();
  }

  private static final class Reverse extends ProxyHandler.Reverse {
    Reverse(String server, String stripped) {
      super(
          request ->
              HttpURI.from(
                  server + request.getHttpURI().getPathQuery().substring(stripped.length() + 1)));
    }

    @Override
    protected void addProxyHeaders(Request asked, org.eclipse.jetty.client.Request passedOn) {
      super.addProxyHeaders(asked, passedOn);
      passedOn.headers(headers -> headers.put("X-Forwarded-Prefix", FOLDER));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Other addresses of the dataset. The Fuseki UI looks for it below its own folder and asks for
 * {@code /ui/gilan/sparql}; {@code /sparql} is where {@code https://w3id.org/gilan/sparql} leads,
 * the endpoint as the catalogue in the graph names it.
 */
final class Aliases extends HttpFilter {
  private static final long serialVersionUID = 1;

  private static final String UI = "/ui";
  private static final String DATASET = "/gilan";
  private static final String ENDPOINT = "/sparql";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    if (path.equals(UI + DATASET) || path.startsWith(UI + DATASET + "/")) {
      chain.doFilter(new At(request, path.substring(UI.length())), response);
    } else if (path.equals(ENDPOINT)) {
      chain.doFilter(new At(request, DATASET + ENDPOINT), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** A request as if it had been sent to another address. */
  private static final class At extends HttpServletRequestWrapper {
    private final String path;

    At(HttpServletRequest request, String path) {
      super(request);
      this.path = path;
    }

    @Override
    public String getRequestURI() {
      return path;
    }
  }
}

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
 * Lets the Fuseki UI find the dataset below its own folder: it asks for {@code /ui/gilan/sparql}
 * where {@code /gilan/sparql} is meant.
 */
final class UiAlias extends HttpFilter {
  private static final long serialVersionUID = 1;

  private static final String ALIAS = "/ui/gilan";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    boolean aliased = path.equals(ALIAS) || path.startsWith(ALIAS + "/");
    chain.doFilter(aliased ? new Aliased(request) : request, response);
  }

  private static final class Aliased extends HttpServletRequestWrapper {
    Aliased(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getRequestURI() {
      return super.getRequestURI().substring("/ui".length());
    }
  }
}

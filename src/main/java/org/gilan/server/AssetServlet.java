// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The style sheet, script and icon of our own pages. */
final class AssetServlet extends ReadServlet {
  private static final long serialVersionUID = 1;

  @Override
  void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
    BundledFile.send(request, response, "/web" + path(request), "no-cache");
  }
}

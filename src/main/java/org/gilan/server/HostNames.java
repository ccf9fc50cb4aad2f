// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/**
 * The names under which this server answers. A page of a stranger can make its own name lead to
 * this machine (DNS rebinding), and its script would then read everything here as its own site; but
 * its requests bear the stranger's name.
 */
final class HostNames {
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
  private static final List<String> EVERYWHERE = List.of("0.0.0.0", "[::]");
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

  private static final String ASKED = "org.gilan.server.asked";

  private final Set<String> names = new HashSet<>(LOOPBACK);
  private final boolean isEverywhere;
  private final boolean isBehindProxy;

  HostNames(Settings settings) {
    String host = normal(settings.host());
    isBehindProxy = settings.isBehindProxy();
    isEverywhere = EVERYWHERE.contains(host);
    names.add(host);
    settings.names().forEach(name -> names.add(normal(name)));
  }

  private static String normal(String host) {
    String name = host.strip().toLowerCase(Locale.ROOT);
    if (name.contains(":") && !name.startsWith("[")) {
      return "[" + name + "]";
    }
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /**
   * {@return whether this server answers under the name in a request}
   *
   * <p>Without any name, as HTTP/1.0 may ask, there is nothing that a page could have rebound.
   * Where the server listens on every address, it goes by each address of the machine, which no
   * page can take for its name.
   */
  boolean allow(Request request) {
    // What a proxy says it was asked for is no proof: a page can say that, but not another Host.
    return allow(
        isBehindProxy ? (String) request.getAttribute(ASKED) : request.getHttpURI().getHost());
  }

  /** Notes under which name a request came in, before a proxy's word takes its place. */
  static Request remember(Request request, HttpFields.Mutable ignored) {
    request.setAttribute(ASKED, request.getHttpURI().getHost());
    return request;
  }

  private boolean allow(String host) {
    if (host == null || host.isEmpty()) {
      return true;
    }
    String name = normal(host);
    return names.contains(name) || isEverywhere && ADDRESS.matcher(name).matches();
  }

  /** Refuses a request under another name, RFC 9110 section 15.5.20. */
  void check(Request request) {
    if (!allow(request)) {
      throw new Problem(
          421,
          "This server does not go by that name",
          "Ask it as localhost, or let who runs it allow the name: ./gilan serve --allow-host NAME");
    }
  }
}

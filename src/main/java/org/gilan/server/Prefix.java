// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/** The folder of its host below which a proxy shows this server, as it says in a header. */
final class Prefix {
  private static final String HEADER = "X-Forwarded-Prefix";
  private static final String ATTRIBUTE = Prefix.class.getName();
  private static final Pattern FOLDER = Pattern.compile("(?:/[\\w.~-]++)++");

  /** Nobody could tell such a prefix that was kept from an address after one was taken off. */
  private static final Set<String> OURS =
      Set.of("/assets", "/claim", "/document", "/gilan", "/graph", "/id", "/query", "/ui");

  private Prefix() {}

  /** Notes the prefix of a request that comes from a trusted proxy, and takes it off if it came. */
  static Request note(Request request, HttpFields.Mutable responseHeaders) {
    String prefix = request.getHeaders().get(HEADER);
    if (prefix == null) {
      return request;
    }
    String folder = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    if (folder.length() > Settings.PREFIX || !FOLDER.matcher(folder).matches()) {
      return request;
    }
    request.setAttribute(ATTRIBUTE, folder);
    HttpURI uri = request.getHttpURI();
    String path = uri.getPathQuery();
    return path != null && path.startsWith(folder + "/") && !OURS.contains(folder)
        ? Request.serveAs(request, HttpURI.build(uri, path.substring(folder.length())))
        : request;
  }

  /** {@return what stands before the paths of this server; mostly nothing} */
  static String of(Request request) {
    return request.getAttribute(ATTRIBUTE) instanceof String prefix ? prefix : "";
  }
}

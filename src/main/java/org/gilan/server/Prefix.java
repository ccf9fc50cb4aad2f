// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/** The folder of its host below which a proxy shows this server, as it says in a header. */
final class Prefix {
  private static final String HEADER = "X-Forwarded-Prefix";
  private static final String ATTRIBUTE = Prefix.class.getName();
  private static final Pattern FOLDER = Pattern.compile("(/[\\w.~-]+)+");

  private Prefix() {}

  /** Notes the prefix of a request that comes from a trusted proxy. */
  static Request note(Request request, HttpFields.Mutable responseHeaders) {
    String prefix = request.getHeaders().get(HEADER);
    if (prefix != null) {
      String folder = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
      if (FOLDER.matcher(folder).matches()) {
        request.setAttribute(ATTRIBUTE, folder);
      }
    }
    return request;
  }

  /** {@return what stands before the paths of this server; mostly nothing} */
  static String of(Request request) {
    return request.getAttribute(ATTRIBUTE) instanceof String prefix ? prefix : "";
  }
}

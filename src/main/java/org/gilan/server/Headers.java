// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The headers that every answer has, and the answer to CORS preflights.
 *
 * <p>Any site may read, so that notebooks in a browser can: the graph is public and no request
 * carries credentials. {@link PageRoute} takes the permission back for HTML, which may quote from
 * the reader's own files.
 */
final class Headers {
  private static final HttpField PAGES =
      field(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
              + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");

  /** The UI evaluates no strings, but sets styles and draws its icons from data URLs. */
  private static final HttpField UI =
      field(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
              + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self';"
              + " form-action 'none'; base-uri 'none'; frame-ancestors 'none'");

  private static final HttpField[] COMMON = {
    field("X-Content-Type-Options", "nosniff"),
    field("Referrer-Policy", "no-referrer"),
    field("Access-Control-Allow-Origin", "*"),
    field(
        "Access-Control-Expose-Headers",
        "Allow, Content-Location, ETag, Link, Location, X-Gilan-Warning, X-Request-Id"),
    field("Vary", "Accept-Encoding"),
  };

  /** What clients send; a star alone does not stand for {@code Authorization}. */
  private static final String ALLOWED =
      "Accept, Accept-Language, Authorization, Cache-Control, Content-Type, If-None-Match,"
          + " User-Agent, X-Requested-With, *";

  private static final Pattern NAMES = Pattern.compile("[\\w\\s,-]{1,1000}");

  private Headers() {}

  private static HttpField field(String name, String value) {
    return new PreEncodedHttpField(name, value);
  }

  /** Sets what every answer has. */
  static void common(Request request, Response response) {
    HttpFields.Mutable headers = response.getHeaders();
    for (HttpField field : COMMON) {
      headers.put(field);
    }
    String path = request.getHttpURI().getPath();
    headers.put(path != null && path.startsWith("/ui/") ? UI : PAGES);
    if (HttpMethod.CONNECT.is(request.getMethod())) {
      // What follows is no HTTP to who asked for a tunnel, so Jetty would wait for nothing.
      headers.put(HttpFields.CONNECTION_CLOSE);
    }
  }

  /** {@return whether a browser asks if another site may ask} */
  static boolean isPreflight(Request request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeaders().contains(HttpHeader.ORIGIN)
        && request.getHeaders().contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD);
  }

  /** Allows what it asks for. */
  static void answerPreflight(Request request, Response response, Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    String asked = request.getHeaders().get(HttpHeader.ACCESS_CONTROL_REQUEST_HEADERS);
    headers.put("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
    headers.put(
        "Access-Control-Allow-Headers",
        asked != null && NAMES.matcher(asked).matches() ? asked + ", " + ALLOWED : ALLOWED);
    headers.put("Access-Control-Max-Age", "86400");
    response.setStatus(204);
    callback.succeeded();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shared.JenaException;
import org.gilan.page.Media;
import org.gilan.page.Negotiation;
import org.gilan.page.Pages;

/** Writes whole answers. */
final class Reply {
  private Reply() {}

  /** {@return what the client accepts} */
  static Negotiation accepted(HttpServletRequest request) {
    return Negotiation.of(String.join(",", Collections.list(request.getHeaders("Accept"))));
  }

  /** {@return whether this is a browser: it asks for HTML by name} */
  static boolean isBrowser(HttpServletRequest request) {
    Negotiation accepted = accepted(request);
    double html = accepted.quality(Media.HTML.type());
    return html > 0 && html > accepted.quality("application/x-not-by-name");
  }

  /**
   * Sends a body with its tag, or 304 to who has it already. HEAD gets the same headers; the
   * container leaves the body out.
   */
  static void send(
      HttpServletRequest request, HttpServletResponse response, String contentType, byte[] body)
      throws IOException {
    String tag = EntityTag.of(body);
    if (EntityTag.isKnown(request, response, tag)) {
      return;
    }
    EntityTag.set(response, tag);
    send(response, HttpServletResponse.SC_OK, contentType, body);
  }

  /** Sends text as UTF-8 with its tag, or 304. */
  static void send(
      HttpServletRequest request, HttpServletResponse response, String contentType, String body)
      throws IOException {
    send(request, response, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(
      HttpServletResponse response, int status, String contentType, byte[] body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(contentType);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static void send(
      HttpServletResponse response, int status, String contentType, String body)
      throws IOException {
    send(response, status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Says what went wrong and what to do: as a page to browsers, in two lines of text to others.
   *
   * @param status an HTTP status of 400 and above
   * @param title the problem in a few words
   * @param detail what to do about it
   */
  static void problem(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String title,
      String detail)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.addHeader("Vary", "Accept");
    if (isBrowser(request)) {
      send(response, status, Media.HTML.contentType(), Pages.problem(title, detail));
    } else {
      send(response, status, "text/plain;charset=utf-8", title + "\n" + detail + "\n");
    }
  }

  /** Sends a graph; one that the form cannot hold is 406. */
  static void graph(
      HttpServletRequest request, HttpServletResponse response, Media media, Graph graph)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      RDFWriter.source(graph).format(media.format().orElseThrow()).output(body);
    } catch (JenaException e) {
      send(
          response,
          HttpServletResponse.SC_NOT_ACCEPTABLE,
          "text/plain;charset=utf-8",
          media.type() + " cannot hold this: " + e.getMessage() + "\n");
      return;
    }
    send(request, response, media.contentType(), body.toByteArray());
  }

  /** {@return this server as the client names it, for instance {@code http://localhost:3030}} */
  static String host(HttpServletRequest request) {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.indexOf('/', url.indexOf("//") + 2));
  }

  /** Points to another address for the same question (303). */
  static void seeOther(HttpServletResponse response, String location) {
    response.addHeader("Vary", "Accept");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", location);
  }
}

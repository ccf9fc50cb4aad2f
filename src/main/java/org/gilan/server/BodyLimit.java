// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.fuseki.servlets.ServletOps;

/**
 * Refuses requests that send more than they may, whether they announce the length or not, and those
 * whose parameters cannot be read. What an endpoint leaves unread of a body is read here, else the
 * container would close the connection under the client's next request.
 */
final class BodyLimit extends HttpFilter {
  private static final long serialVersionUID = 1;

  private static final int DRAINED = 1 << 20;

  private final int limit;

  BodyLimit(int limit) {
    this.limit = limit;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    answer(request, response, chain);
    drain(request);
  }

  /** Reads what the client still sends: a connection with unread bytes cannot be used again. */
  private static void drain(HttpServletRequest request) throws IOException {
    byte[] buffer = new byte[8192];
    int left = DRAINED;
    int read = 0;
    while (read >= 0 && left > 0) {
      read = request.getInputStream().read(buffer);
      left -= read;
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      Reply.problem(
          request,
          response,
          HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
          "Compressed requests are not read",
          "Send the body without Content-Encoding.");
    } else if (request.getContentLengthLong() > limit) {
      refuseLength(request, response);
    } else {
      try {
        request.getParameterMap();
      } catch (RuntimeException e) {
        refuse(request, response, e);
        return;
      }
      chain.doFilter(request.getContentLengthLong() < 0 ? new Limited(request) : request, response);
    }
  }

  /** A form whose length is not announced fails as it is read; the container stops at the limit. */
  private void refuse(HttpServletRequest request, HttpServletResponse response, Throwable failure)
      throws IOException {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalStateException) {
        refuseLength(request, response);
        return;
      }
    }
    Reply.problem(
        request,
        response,
        HttpServletResponse.SC_BAD_REQUEST,
        "The parameters cannot be read",
        "In an address or a form, what is not ASCII is written as %XX, as UTF-8; so is % itself.");
  }

  private void refuseLength(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Connection", "close");
    Reply.problem(
        request,
        response,
        HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
        "The request is too large",
        tooLarge());
  }

  private String tooLarge() {
    return "This server reads at most " + limit + " bytes of a query or of shapes.";
  }

  private final class Limited extends HttpServletRequestWrapper {
    Limited(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counting(super.getInputStream());
    }
  }

  private final class Counting extends ServletInputStream {
    private final ServletInputStream in;
    private long count;

    Counting(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      return count(read < 0 ? 0 : 1) ? read : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      return count(Math.max(0, read)) ? read : -1;
    }

    private boolean count(int read) {
      count += read;
      if (count > limit) {
        ServletOps.error(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, tooLarge());
      }
      return true;
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}

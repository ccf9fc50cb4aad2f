// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.EofException;

/**
 * Mends two things in what Fuseki sends from the dataset.
 *
 * <p>An answer that fails while it is written, for instance because its time is up, would come with
 * a proper end of the HTTP message; in CSV or TSV nobody notices. Here it becomes an error as long
 * as nothing is sent, which is while it fits the container's buffer; afterwards {@link
 * StreamedReply} has the connection broken off, so that every client sees a failed transfer.
 *
 * <p>An error message is announced with as many bytes as it has characters and written as Latin-1,
 * which fails for most scripts. Here it is written as UTF-8 and counted by the container.
 */
final class WholeAnswers extends HttpFilter {
  private static final long serialVersionUID = 1;

  private static final String ANSWER = WholeAnswers.class.getName();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!request.getRequestURI().startsWith("/gilan")) {
      chain.doFilter(request, response);
      return;
    }
    Answer answer = new Answer(response);
    request.setAttribute(ANSWER, answer);
    chain.doFilter(request, answer);
    if (answer.isCut) {
      throw new EofException("the answer could not be finished");
    }
  }

  /** Makes the answer to this request end without a proper end; what follows is not sent. */
  static void cut(HttpServletRequest request) {
    ((Answer) request.getAttribute(ANSWER)).isCut = true;
  }

  private static final class Answer extends HttpServletResponseWrapper {
    private boolean isCut;
    private ServletOutputStream stream;

    Answer(HttpServletResponse response) {
      super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      if (stream == null) {
        stream = new Stream(super.getOutputStream());
      }
      return stream;
    }

    @Override
    public void setContentLength(int length) {}

    @Override
    public void setContentLengthLong(long length) {}

    private final class Stream extends ServletOutputStream {
      private final ServletOutputStream out;

      Stream(ServletOutputStream out) {
        this.out = out;
      }

      @Override
      public void write(int b) throws IOException {
        if (!isCut) {
          out.write(b);
        }
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!isCut) {
          out.write(bytes, offset, length);
        }
      }

      @Override
      public void print(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
      }

      /** Does nothing: Jena's writers flush even when they fail, and a flush sends the status. */
      @Override
      public void flush() {}

      @Override
      public void close() throws IOException {
        if (!isCut) {
          out.close();
        }
      }

      @Override
      public boolean isReady() {
        return out.isReady();
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        out.setWriteListener(listener);
      }
    }
  }
}

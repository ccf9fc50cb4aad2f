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
import java.util.Collections;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses answers as they are written, for clients that ask for it.
 *
 * <p>An answer that {@link WholeAnswers} breaks off leaves by an exception: its last block is never
 * written, and the connection ends as it would uncompressed.
 */
final class Gzip extends HttpFilter {
  private static final long serialVersionUID = 1;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.addHeader("Vary", "Accept-Encoding");
    if (!isAccepted(request)) {
      chain.doFilter(request, response);
      return;
    }
    Compressed compressed = new Compressed(response);
    try {
      chain.doFilter(request, compressed);
    } catch (IOException | ServletException | RuntimeException e) {
      compressed.drop();
      throw e;
    }
    compressed.finish();
  }

  private static boolean isAccepted(HttpServletRequest request) {
    String all = String.join(",", Collections.list(request.getHeaders("Accept-Encoding")));
    for (String one : all.toLowerCase(Locale.ROOT).split(",")) {
      String[] parts = one.replace(" ", "").split(";");
      if (parts[0].equals("gzip") || parts[0].equals("x-gzip")) {
        return parts.length < 2 || !parts[1].matches("q=0(\\.0*)?");
      }
    }
    return false;
  }

  private static final class Compressed extends HttpServletResponseWrapper {
    private Stream stream;

    Compressed(HttpServletResponse response) {
      super(response);
    }

    /** Pictures are compressed already, but for those in XML. */
    private boolean isWorthIt() {
      String type = getContentType();
      return type == null || !type.startsWith("image/") || type.startsWith("image/svg");
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      if (stream == null) {
        stream = new Stream(super.getOutputStream());
      }
      return stream;
    }

    /** Leaves the length out: it would be that of the uncompressed answer. */
    @Override
    public void setContentLength(int length) {
      setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
      if (!isWorthIt()) {
        super.setContentLengthLong(length);
      }
    }

    @Override
    public void resetBuffer() {
      super.resetBuffer();
      drop();
    }

    @Override
    public void reset() {
      super.reset();
      drop();
    }

    /** Forgets what is not sent yet; the next answer begins anew. */
    void drop() {
      if (stream != null && !isCommitted()) {
        stream.gzip = null;
        setHeader("Content-Encoding", null);
      }
    }

    void finish() throws IOException {
      if (stream != null && stream.gzip != null) {
        stream.gzip.finish();
      }
    }

    private final class Stream extends ServletOutputStream {
      private final ServletOutputStream out;
      private GZIPOutputStream gzip;

      Stream(ServletOutputStream out) {
        this.out = out;
      }

      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        if (gzip == null && isWorthIt()) {
          setHeader("Content-Encoding", "gzip");
          gzip = new Fast(out);
        }
        (gzip == null ? out : gzip).write(bytes, offset, length);
      }

      @Override
      public void flush() throws IOException {
        (gzip == null ? out : gzip).flush();
      }

      @Override
      public void close() throws IOException {
        finish();
        out.close();
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

  /** Takes half the time of the usual level, and a fifth more bytes. */
  private static final class Fast extends GZIPOutputStream {
    private static final int BUFFER = 8192;
    private static final int LEVEL = 3;

    Fast(ServletOutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(LEVEL);
    }
  }
}

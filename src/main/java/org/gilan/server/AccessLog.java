// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line a request in the combined format of Apache and nginx. The second field, which that
 * format has for a name nobody gives any more, holds the id of a request that was refused or
 * failed. What was asked stays out unless it is wanted: neither the query of an address nor the
 * page that led here, whose address may repeat it.
 */
public final class AccessLog implements RequestLog, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final BufferedWriter file;
  private final boolean withQueries;
  private boolean isFailing;

  private AccessLog(BufferedWriter file, boolean withQueries) {
    this.file = file;
    this.withQueries = withQueries;
  }

  /**
   * Opens a log; lines are added to those that a file has.
   *
   * @param file where; made if need be
   * @param withQueries whether queries in addresses are written down
   * @return the log, to be closed
   * @throws IOException when the file cannot be written
   */
  public static AccessLog open(Path file, boolean withQueries) throws IOException {
    return new AccessLog(
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
        withQueries);
  }

  @Override
  public void log(Request request, Response response) {
    write(line(request, response));
  }

  private String line(Request request, Response response) {
    HttpURI uri = request.getHttpURI();
    String asked = uri == null ? null : withQueries ? uri.getPathQuery() : uri.getPath();
    HttpField id = response.getHeaders().getField(ProblemPage.ID);
    return "%s %s - [%s] \"%s %s %s\" %d %d \"%s\" \"%s\"\n"
        .formatted(
            Request.getRemoteAddr(request),
            id == null ? "-" : id.getValue(),
            TIME.format(Instant.ofEpochMilli(Request.getTimeStamp(request))),
            quoted(request.getMethod()),
            quoted(asked),
            request.getConnectionMetaData().getHttpVersion(),
            response.getStatus(),
            Response.getContentBytesWritten(response),
            withQueries ? quoted(request.getHeaders().get("Referer")) : "-",
            quoted(request.getHeaders().get("User-Agent")));
  }

  /** {@return the text so that no client can end a field, or a line, and begin one of its own} */
  private static String quoted(String text) {
    if (text == null || text.isEmpty()) {
      return "-";
    }
    StringBuilder safe = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        safe.append('\\').append(c);
      } else if (Character.isISOControl(c)) {
        safe.append(String.format("\\x%02x", (int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  /** Writes a line; requests are answered all the same when the disk is full. */
  private synchronized void write(String line) {
    try {
      file.write(line);
      file.flush();
      isFailing = false;
    } catch (IOException e) {
      if (!isFailing) {
        LOG.warn("the access log cannot be written: {}", e.getMessage());
      }
      isFailing = true;
    }
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      LOG.warn("the access log cannot be closed: {}", e.getMessage());
    }
  }
}

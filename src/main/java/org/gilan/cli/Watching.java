// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.gilan.server.AccessLog;
import org.gilan.server.Watch;
import picocli.CommandLine.Option;

/** How a server is watched. */
final class Watching {
  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description = "Serve metrics for Prometheus at http://127.0.0.1:PORT/metrics.")
  private Integer metricsPort;

  @Option(
      names = "--access-log",
      paramLabel = "FILE",
      description =
          "Add a line for each request to FILE, in the combined format, without queries. The second"
              + " field is the X-Request-Id of an answer that refuses or fails.")
  private Path accessLog;

  @Option(
      names = "--log-queries",
      description = "Write queries in addresses, and whence they came, into the access log.")
  private boolean withQueries;

  /** {@return how the server is watched; the log is open} */
  Watch open() throws Failure {
    if (metricsPort != null && (metricsPort < 0 || metricsPort > 65_535)) {
      throw new Failure(Failure.CANNOT_RUN, "no port " + metricsPort + "; ports are 1 to 65535");
    }
    if (accessLog == null) {
      return new Watch(metricsPort, null);
    }
    try {
      return new Watch(metricsPort, AccessLog.open(accessLog, withQueries));
    } catch (IOException e) {
      throw new Failure(Failure.CANNOT_RUN, "--access-log: cannot write to " + accessLog);
    }
  }
}

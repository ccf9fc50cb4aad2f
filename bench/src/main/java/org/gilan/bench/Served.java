// SPDX-License-Identifier: Apache-2.0
package org.gilan.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server of ours while it runs.
 *
 * @param client asks it
 * @param seconds from its start to its first right answer
 * @param megabytes resident then
 */
record Served(Process process, Client client, double seconds, long megabytes)
    implements AutoCloseable {
  /** Longer than any limit of the server. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final int LOOK_MILLIS = 20;

  /**
   * {@return a server that has answered}
   *
   * @param known a query that has one row when the graph is there
   * @param log what it says
   */
  static Served start(String name, int port, String known, Path log, List<String> command)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("GILAN_DOCUMENTS");
    Process process =
        builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    Client client =
        Client.of(
            name,
            "http://127.0.0.1:" + port + "/gilan/sparql",
            Long.toString(process.pid()),
            PATIENCE);
    while (client.ask(known).rows() != 1) {
      if (!process.isAlive()) {
        throw new IOException(name + " did not start, see " + log);
      }
      Thread.sleep(LOOK_MILLIS);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Served(process, client, seconds, client.residentMegabytes());
  }

  /** Ends it as an operator would. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(client.name() + " does not stop");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

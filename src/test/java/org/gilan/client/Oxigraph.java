// SPDX-License-Identifier: Apache-2.0
package org.gilan.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A SPARQL endpoint of another make: Oxigraph on a free port of this machine. */
public final class Oxigraph implements AutoCloseable {
  private static final long SECONDS = 10;

  private final Process process;
  private final String sparql;

  private Oxigraph(Process process, String sparql) {
    this.process = process;
    this.sparql = sparql;
  }

  /**
   * {@return the endpoint, when it answers}
   *
   * @param files the Turtle to serve, in the folder of the clients or absolute; none for an empty
   *     one
   */
  public static Oxigraph serving(String... files) {
    Path folder = NodeClients.folder();
    Process process =
        Program.node()
            .start(
                folder,
                Stream.concat(Stream.of("oxigraph_endpoint.mjs"), Stream.of(files))
                    .toArray(String[]::new));
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    try {
      String address = out.readLine();
      if (address == null) {
        throw new AssertionError("Oxigraph did not start; see the output of node above");
      }
      return new Oxigraph(process, address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the address that is asked with SPARQL} */
  public String sparql() {
    return sparql;
  }

  /** {@return the address where it is filled, by the graph store protocol} */
  public String store() {
    return sparql.replaceFirst("/sparql$", "/store");
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

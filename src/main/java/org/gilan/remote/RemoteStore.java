// SPDX-License-Identifier: Apache-2.0
package org.gilan.remote;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.vocab.Gilan;

/**
 * A store of another make that holds the graph, as {@code build --to} filled it. {@link #RELEASE}
 * says which graph it is, and is missing while it is filled: then nothing is answered from it.
 */
public final class RemoteStore implements AutoCloseable {
  /** Takes the place of the default graph in stores that have none of their own. */
  public static final Node DEFAULT = Gilan.graph("default");

  /** Says by which graph the store was filled. */
  public static final Node RELEASE = Gilan.graph("release");

  private static final Var NAME = Var.alloc("name");
  private static final Duration SOON = Duration.ofSeconds(10);

  /** How long it may take for each of the counts that are asked before a graph is served. */
  static final Duration COUNTING = Duration.ofMinutes(2);

  private final URI address;
  private final Endpoint endpoint;
  private final Duration longest;
  private volatile String release = "";

  /** Whether it was silent when it was last looked at; nobody waits for it then. */
  private volatile boolean isSilent;

  /**
   * Asks nothing yet.
   *
   * @param address of its SPARQL endpoint
   * @param credentials which it may ask for
   * @param longest how long it may take for what no query asks: pages, names
   */
  public RemoteStore(URI address, Credentials credentials, Duration longest) {
    this.address = address;
    this.longest = longest;
    this.endpoint = new Endpoint(address, credentials);
  }

  /**
   * {@return the checksum of the graph that it holds now, or held when it answered last; empty
   * while it is filled, and for one that never was}
   *
   * <p>Whoever waits for a store that does not answer this, either, waits no longer, and until it
   * does nobody begins to.
   */
  public String name() {
    try {
      release();
    } catch (StoreException e) {
      // It will be asked again, and its graph is the same meanwhile for all that is known.
    }
    return release;
  }

  private Optional<String> release() {
    String query =
        "SELECT ?name { GRAPH <%s> { ?set <http://purl.org/dc/terms/identifier> ?name } }"
            .formatted(RELEASE.getURI());
    try (Rows rows = endpoint.ask(query, SOON, () -> {})) {
      release = rows.hasNext() ? Rows.literal(rows.next(), NAME) : "";
      isSilent = false;
    } catch (StoreException e) {
      isSilent = e.isSilence();
      throw e;
    }
    return Optional.of(release).filter(name -> !name.isEmpty());
  }

  /**
   * {@return the graph that it holds now, none of which has been read}
   *
   * @param prefixes of the graph, which stores do not keep
   * @throws IOException says why it cannot be served
   */
  public KnowledgeGraph graph(Map<String, String> prefixes) throws IOException {
    try {
      String name =
          release()
              .orElseThrow(
                  () ->
                      new IOException(
                          address
                              + " holds no whole graph: graph/release is missing;"
                              + " fill it by ./gilan build --to"));
      return new Contents(this, name).graph(prefixes);
    } catch (StoreException e) {
      throw new IOException(address + ": " + e.getMessage(), e);
    }
  }

  /** {@return how long it may take for what no query asks} */
  Duration longest() {
    return longest;
  }

  /** {@return rows, if the store still holds the graph that is meant} */
  Rows ask(String name, String query, Duration time, Runnable waiting) {
    if (!release.equals(name)) {
      throw StoreException.busy("is being filled with another graph");
    }
    expect();
    return endpoint.ask(
        query,
        time,
        () -> {
          expect();
          waiting.run();
        });
  }

  private void expect() {
    if (isSilent) {
      throw StoreException.busy("does not answer at the moment");
    }
  }

  @Override
  public void close() {
    endpoint.close();
  }
}

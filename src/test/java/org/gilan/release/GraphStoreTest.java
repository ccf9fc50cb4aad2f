// SPDX-License-Identifier: Apache-2.0
package org.gilan.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.gilan.remote.Credentials;
import org.junit.jupiter.api.Test;

/** A store that asks for a password as Virtuoso does: without reading what is sent. */
class GraphStoreTest {
  private static final Node GRAPH = NodeFactory.createURI("http://example.org/graph");
  private static final String TRIPLES =
      "<http://example.org/s> <http://example.org/p> <http://example.org/o> .\n".repeat(60_000);

  @Test
  void tellsThePasswordBeforeTriplesAreSent() throws Exception {
    try (Asking asking = new Asking(Integer.MAX_VALUE);
        GraphStore store = new GraphStore(asking.address(), new Credentials("me", "mine", null))) {
      assertThat(store.delete(GRAPH).isGood()).isTrue();
      assertThat(store.send("PUT", GRAPH, TRIPLES).status()).isEqualTo(201);
      assertThat(asking.read).isEqualTo(TRIPLES.length());
      assertThat(asking.unread).isZero();
    }
  }

  @Test
  void learnsANewNonceWhereTheOldOneIsForgotten() throws Exception {
    try (Asking asking = new Asking(2);
        GraphStore store = new GraphStore(asking.address(), new Credentials("me", "mine", null))) {
      store.delete(GRAPH);
      for (int i = 0; i < 8; i++) {
        assertThat(store.send("POST", GRAPH, TRIPLES).status()).isEqualTo(201);
      }
      assertThat(asking.read).isEqualTo(8L * TRIPLES.length());
      assertThat(asking.unread).isPositive();
    }
  }

  @Test
  void saysThatAPasswordIsMissingOrThatNothingHelps() throws Exception {
    try (Asking asking = new Asking(1);
        GraphStore store = new GraphStore(asking.address(), new Credentials(null, null, null))) {
      assertThatThrownBy(() -> store.delete(GRAPH)).hasMessageContaining("GILAN_STORE_PASSWORD");
    }
    try (Asking asking = new Asking(0);
        GraphStore store = new GraphStore(asking.address(), new Credentials("me", "mine", null))) {
      assertThatThrownBy(() -> store.send("PUT", GRAPH, TRIPLES))
          .isInstanceOf(UploadException.class);
    }
  }

  /** Takes each nonce so often, and resets the connection of whoever has another. */
  private static final class Asking implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)");

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int uses;
    private int nonce;
    private int used;
    private volatile long read;
    private volatile long unread;

    Asking(int uses) throws IOException {
      this.uses = uses;
      Thread thread = new Thread(this::accept, "store that asks");
      thread.setDaemon(true);
      thread.start();
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/store");
    }

    private void accept() {
      while (!socket.isClosed()) {
        try (Socket connection = socket.accept()) {
          serve(connection);
        } catch (IOException e) {
          // The other side had enough, or the test is over.
        }
      }
    }

    private void serve(Socket connection) throws IOException {
      InputStream in = connection.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int b = in.read();
        if (b < 0) {
          return;
        }
        head.append((char) b);
      }
      Matcher length = LENGTH.matcher(head);
      int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
      if (head.indexOf("nonce=\"n" + nonce + '"') < 0 || ++used > uses) {
        nonce++;
        used = 0;
        unread += body;
        if (body == 0) { // else the reset comes before what is said is read
          answer(
              connection,
              "401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"SPARQL\", nonce=\"n%d\","
                      .formatted(nonce)
                  + " stale=\"false\", qop=\"auth\", algorithm=\"MD5\"");
        }
        connection.setSoLinger(true, 0);
        return;
      }
      read += in.readNBytes(body).length;
      answer(connection, body == 0 ? "404 Not Found" : "201 Created");
    }

    private static void answer(Socket connection, String head) throws IOException {
      String whole = "HTTP/1.1 " + head + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
      connection.getOutputStream().write(whole.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

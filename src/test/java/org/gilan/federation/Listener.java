// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A socket on loopback that counts who connects and answers as it is told. */
public final class Listener implements AutoCloseable {
  /** Answers a request that was read whole, byte by byte if need be. */
  @FunctionalInterface
  public interface Manner {
    /**
     * Answers; the connection is closed afterwards.
     *
     * @param request the request's first lines, an empty one, and its body
     * @param out what is written here is sent at once
     * @throws IOException when the other side has gone
     * @throws InterruptedException when nobody waits any more
     */
    void answer(String request, OutputStream out) throws IOException, InterruptedException;
  }

  private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)");

  private final ServerSocket socket;
  private final Manner manner;
  private final AtomicInteger connections = new AtomicInteger();
  private volatile String lastHead = "";

  /**
   * Listens on a free port.
   *
   * @param manner how requests are answered
   */
  public Listener(Manner manner) {
    this(0, manner);
  }

  /**
   * Listens where another did before.
   *
   * @param port 0 for a free one
   * @param manner how requests are answered
   */
  public Listener(int port, Manner manner) {
    this.manner = manner;
    try {
      socket = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "listener");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.incrementAndGet();
        daemon(() -> serve(connection));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      StringBuilder head = new StringBuilder();
      InputStream in = connection.getInputStream();
      while (head.indexOf("\r\n\r\n") < 0) {
        int b = in.read();
        if (b < 0) {
          return;
        }
        head.append((char) b);
      }
      lastHead = head.toString();
      Matcher length = LENGTH.matcher(head);
      // What is left unread makes the system reset the connection and drop the answer.
      byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
      manner.answer(
          lastHead + new String(body, StandardCharsets.UTF_8), connection.getOutputStream());
    } catch (IOException | InterruptedException e) {
      // The other side had enough.
    }
  }

  /**
   * {@return an answer in one piece}
   *
   * @param head status and headers
   * @param body the rest
   */
  public static Manner says(String head, String body) {
    return (request, out) -> {
      out.write(
          ("HTTP/1.1 " + head + "\r\nConnection: close\r\n\r\n" + body)
              .getBytes(StandardCharsets.UTF_8));
      out.flush();
    };
  }

  /** {@return how often somebody connected} */
  public int connections() {
    return connections.get();
  }

  String lastHead() {
    return lastHead;
  }

  /** {@return the port} */
  public int port() {
    return socket.getLocalPort();
  }

  /** {@return an address of an endpoint here} */
  public String address() {
    return "http://127.0.0.1:" + port() + "/sparql";
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

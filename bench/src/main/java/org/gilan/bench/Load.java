// SPDX-License-Identifier: Apache-2.0
package org.gilan.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks one thing again and again over so many connections, by plain sockets: a client costs little. */
final class Load {
  private static final int MOST = 200_000;

  /** What came of it; times in milliseconds. */
  record Result(double perSecond, double p50, double p99) {}

  private Load() {}

  static Result run(Client client, String query, int connections, int seconds) throws Exception {
    byte[] request =
        ("GET "
                + client.request(query).uri().getRawPath()
                + "?"
                + client.request(query).uri().getRawQuery()
                + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/sparql-results+json\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    ExecutorService threads = Executors.newFixedThreadPool(connections, Load::daemon);
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Callable<long[]>> tasks = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      tasks.add(() -> ask(client, request, end));
    }
    long[] all =
        threads.invokeAll(tasks).stream().flatMapToLong(f -> Arrays.stream(get(f))).toArray();
    threads.shutdownNow();
    Arrays.sort(all);
    return all.length == 0
        ? new Result(0, Double.NaN, Double.NaN)
        : new Result(
            all.length / (double) seconds,
            all[all.length / 2] / 1e6,
            all[(int) (all.length * 0.99)] / 1e6);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    return thread;
  }

  private static long[] get(Future<long[]> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static long[] ask(Client client, byte[] request, long end) throws IOException {
    long[] times = new long[MOST];
    int count = 0;
    try (Socket socket = new Socket("127.0.0.1", client.endpoint().getPort())) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      DataInputStream in =
          new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream(), 1 << 16));
      byte[] buffer = new byte[1 << 16];
      while (System.nanoTime() < end && count < MOST) {
        long start = System.nanoTime();
        out.write(request);
        read(in, buffer);
        times[count++] = System.nanoTime() - start;
      }
    }
    return Arrays.copyOf(times, count);
  }

  /** Reads one answer, by its length or its chunks. */
  private static void read(DataInputStream in, byte[] buffer) throws IOException {
    String status = line(in);
    if (!status.contains(" 200")) {
      throw new IOException(status);
    }
    long length = -1;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Long.parseLong(line.substring(15).strip());
      }
    }
    if (length >= 0) {
      skip(in, buffer, length);
      return;
    }
    int chunk;
    do {
      chunk = Integer.parseInt(line(in).split(";")[0].strip(), 16);
      skip(in, buffer, chunk);
      line(in);
    } while (chunk > 0);
  }

  private static void skip(InputStream in, byte[] buffer, long length) throws IOException {
    long left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("cut short");
      }
      left -= read;
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}

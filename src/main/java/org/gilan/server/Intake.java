// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * Takes in the body of a request, whole. No thread waits for a slow client: what follows is called
 * in whichever thread the last piece arrives.
 */
final class Intake implements Runnable {
  private final Request request;
  private final int most;
  private final Consumer<byte[]> whole;
  private final Consumer<Throwable> failed;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /**
   * Prepares to read; {@link #run} begins.
   *
   * @param most the most bytes that are read
   * @param whole gets the body
   * @param failed gets what went wrong: a {@link Problem} for a body that is too large
   */
  Intake(Request request, int most, Consumer<byte[]> whole, Consumer<Throwable> failed) {
    this.request = request;
    this.most = most;
    this.whole = whole;
    this.failed = failed;
  }

  /** {@return whether a request says that something follows its head} */
  static boolean isAnnounced(Request request) {
    return request.getHeaders().contains(HttpHeader.CONTENT_LENGTH)
        || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  @Override
  public void run() {
    if (request.getLength() > most) {
      failed.accept(tooLarge());
      return;
    }
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        failed.accept(chunk.getFailure());
        return;
      }
      take(chunk);
      if (body.size() > most) {
        failed.accept(tooLarge());
        return;
      }
      if (chunk.isLast()) {
        whole.accept(body.toByteArray());
        return;
      }
    }
  }

  private void take(Content.Chunk chunk) {
    byte[] bytes = new byte[chunk.remaining()];
    chunk.getByteBuffer().get(bytes);
    chunk.release();
    body.writeBytes(bytes);
  }

  private Problem tooLarge() {
    return new Problem(
        413,
        "The request is too large",
        "This server reads at most " + most + " bytes of a query or of shapes.");
  }
}

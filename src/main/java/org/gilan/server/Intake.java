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
  /** What a client may have sent before it can see an answer. */
  private static final int ON_ITS_WAY = 64 << 10;

  private final Request request;
  private final int most;
  private final Consumer<byte[]> whole;
  private final Consumer<Throwable> failed;
  private final Room room;
  private ByteArrayOutputStream body = new ByteArrayOutputStream(); // null once there is no room
  private int reserved = Room.OWN;
  private long seen;

  /**
   * Prepares to read; {@link #run} begins.
   *
   * @param most the most bytes that are read
   * @param whole gets the body
   * @param failed gets what went wrong: a {@link Problem} for a body that is too large
   * @param room for all bodies that are on their way, or worked on
   */
  Intake(Request request, int most, Consumer<byte[]> whole, Consumer<Throwable> failed, Room room) {
    this.request = request;
    this.most = most;
    this.whole = whole;
    this.failed = failed;
    this.room = room;
  }

  /** {@return whether a request says that something follows its head} */
  static boolean isAnnounced(Request request) {
    return request.getHeaders().contains(HttpHeader.CONTENT_LENGTH)
        || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  @Override
  public void run() {
    if (isRefusedAtOnce()) {
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
        drop();
        failed.accept(chunk.getFailure());
        return;
      }
      take(chunk);
      if (chunk.isLast() || isBeyondPatience(seen)) {
        end();
        return;
      }
    }
  }

  /**
   * {@return whether nothing is read: the client waits to be told, or has far too much} Who is
   * still sending when the answer comes and the connection closes may never see it, so that what is
   * somewhat too large is read and dropped.
   */
  private boolean isRefusedAtOnce() {
    long length = request.getLength();
    return length > most
        && (isBeyondPatience(length) || request.getHeaders().contains(HttpHeader.EXPECT));
  }

  private boolean isBeyondPatience(long length) {
    return length > (long) most + ON_ITS_WAY;
  }

  private void take(Content.Chunk chunk) {
    seen += chunk.remaining();
    if (seen > most || (body != null && !reserve((int) seen))) {
      drop();
    } else if (body != null) {
      byte[] bytes = new byte[chunk.remaining()];
      chunk.getByteBuffer().get(bytes);
      body.writeBytes(bytes);
    }
    chunk.release();
  }

  /** {@return whether there is room for a body of so many bytes} */
  private boolean reserve(int bytes) {
    int more = Math.max(0, bytes - reserved);
    if (!room.take(more)) {
      return false;
    }
    reserved += more;
    return true;
  }

  private void drop() {
    body = null;
    room.give(reserved - Room.OWN);
    reserved = Room.OWN;
  }

  private void end() {
    if (seen > most) {
      failed.accept(tooLarge());
    } else if (body == null) {
      failed.accept(Problem.busy("Too many long requests are on their way at the moment"));
    } else {
      byte[] bytes = body.toByteArray();
      body = null;
      try {
        whole.accept(bytes);
      } finally {
        drop();
      }
    }
  }

  private Problem tooLarge() {
    return new Problem(
        413,
        "The request is too large",
        "This server reads at most " + most + " bytes of a query or of shapes.");
  }
}

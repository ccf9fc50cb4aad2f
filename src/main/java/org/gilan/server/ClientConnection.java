// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.BufferUtil;

/**
 * One client's connection, looked at now and then: a client that sends or reads too slowly is
 * dropped, and one that leaves ends what is done for it. Jetty's idle timeout is content with a
 * byte in half a minute, and while an answer is worked on nobody sees that its client has gone.
 */
final class ClientConnection extends HttpConnection {
  /** How long a request may take to arrive, and a piece of an answer to be taken, at any rate. */
  static final long GRACE = TimeUnit.SECONDS.toNanos(20);

  /** What a client has to send, or to take, in each second beyond that. */
  private static final long RATE = 4 << 10;

  private long receivingSince = System.nanoTime();
  private long receivedBefore;
  private long sendingSince = System.nanoTime();
  private long sentBefore;
  private long sending;
  private AtomicBoolean cancel;
  private volatile boolean isGone;
  private volatile boolean isRefusedHead;

  ClientConnection(HttpConfiguration http, Connector connector, EndPoint endPoint) {
    super(http, connector, endPoint);
  }

  /** Jetty forgets the method of a request whose address it cannot read. */
  @Override
  protected HttpStreamOverHTTP1 newHttpStream(String method, String uri, HttpVersion version) {
    try {
      return super.newHttpStream(method, uri, version);
    } catch (RuntimeException e) {
      isRefusedHead = HttpMethod.HEAD.is(method);
      throw e;
    }
  }

  /** {@return whether it asked by HEAD for an address that cannot be read} */
  boolean isRefusedHead() {
    return isRefusedHead;
  }

  /** Has a signal set when the client leaves. */
  synchronized void watch(AtomicBoolean signal) {
    cancel = signal;
  }

  /** Watches no longer: once the answer is sent the next request is read. */
  synchronized void unwatch() {
    cancel = null;
  }

  /** {@return whether the client left while it was watched} */
  boolean isGone() {
    return isGone;
  }

  /** Closes the connection if it is too slow, and notices that the client has gone. */
  void look(long now) {
    if (isTooSlowIn(now) | isTooSlowOut(now)) {
      getEndPoint().close(new IOException("the client is too slow"));
    }
    lookForClient();
  }

  private boolean isTooSlowIn(long now) {
    if (getParser().isIdle()) {
      receivingSince = now;
      receivedBefore = getBytesIn();
      return false;
    }
    return isTooSlow(now - receivingSince, getBytesIn() - receivedBefore);
  }

  private boolean isTooSlowOut(long now) {
    boolean isPending =
        getEndPoint() instanceof AbstractEndPoint end && end.getWriteFlusher().isPending();
    if (!isPending || getBytesOut() != sentBefore) {
      sendingSince = now;
      sending = getBytesOut() - sentBefore;
      sentBefore = getBytesOut();
      return false;
    }
    return now - sendingSince > GRACE + TimeUnit.SECONDS.toNanos(sending / RATE);
  }

  private static boolean isTooSlow(long time, long bytes) {
    return time > GRACE && bytes < RATE * TimeUnit.NANOSECONDS.toSeconds(time);
  }

  /**
   * Reads on, since the end of what a client sends is behind its next requests. They are put back;
   * who sends more of them than are kept is taken as gone: it has to ask again (RFC 9112 section
   * 9.3.2).
   */
  private synchronized void lookForClient() {
    if (cancel == null) {
      return;
    }
    ByteBuffer next = BufferUtil.allocate(getInputBufferSize());
    ByteBuffer before = onUpgradeFrom();
    if (before != null) {
      BufferUtil.append(next, before);
    }
    try {
      boolean isOver = BufferUtil.isFull(next) || getEndPoint().fill(next) < 0;
      if (next.hasRemaining()) {
        onUpgradeTo(next);
      }
      if (isOver) {
        end();
      }
    } catch (IOException e) {
      end();
    }
  }

  private void end() {
    isGone = true;
    cancel.set(true);
    cancel = null;
  }
}

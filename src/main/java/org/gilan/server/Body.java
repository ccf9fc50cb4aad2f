// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.gilan.format.CannotHoldException;
import org.gilan.query.Work;

/**
 * A body as it is written: held back while it is short, so that a failure becomes an error and not
 * half an answer, and sent in pieces from then on.
 */
final class Body extends OutputStream {
  private static final int PIECE = 32 << 10;

  private final Reply reply;
  private final String contentType;
  private final Work work;
  private final Held held = new Held();
  private OutputStream out;
  private long sent;

  /** A buffer that can be written out without a copy. */
  private static final class Held extends ByteArrayOutputStream {
    Held() {
      super(2048);
    }

    void sendTo(OutputStream out) throws IOException {
      out.write(buf, 0, count);
      count = 0;
    }
  }

  Body(Reply reply, String contentType, Work work) {
    this.reply = reply;
    this.contentType = contentType;
    this.work = work;
  }

  /** Writes a body; it may fail with any unchecked exception. */
  interface Writer {
    void write(OutputStream out) throws IOException;
  }

  @Override
  public void write(int b) throws IOException {
    held.write(b);
    pass();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    held.write(bytes, offset, length);
    pass();
  }

  private void pass() throws IOException {
    reply.limit(sent + held.size());
    if (held.size() >= (out == null ? Settings.HELD_BYTES : PIECE)) {
      if (out == null) {
        work.stream();
        out = reply.begin(contentType);
      }
      sent += held.size();
      work.rest(); // the client may be slow
      held.sendTo(out);
      work.step(); // not all that writes reads what is watched
    }
  }

  /** Does nothing: Jena's writers flush even when they fail. */
  @Override
  public void flush() {}

  /** {@return whether some of it is sent, so that it can only be broken off} */
  boolean isBegun() {
    return out != null;
  }

  /** Has the body written; 406 when its format has no way to, as long as nothing is sent. */
  void write(Writer writer) throws IOException {
    try {
      writer.write(this);
    } catch (CannotHoldException e) {
      throw isBegun() ? e : new Problem(406, e.getMessage(), "Ask for another format.");
    }
  }

  /** {@return the body to be kept, if nothing of it is sent} */
  KeptAnswers.Kept kept(String tag, String warning) {
    return new KeptAnswers.Kept(tag, warning, contentType, held.toByteArray(), null);
  }

  /** Sends it, or its end. */
  void send() throws IOException {
    if (isBegun()) {
      held.sendTo(out);
      reply.end(out);
    } else {
      reply.whole(200, contentType, held.toByteArray());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.gilan.page.Relative;

/**
 * The answer to one request: whole with its length, or in pieces once it grows too long for that.
 * HEAD gets the same headers; Jetty leaves the body out.
 */
final class Reply {
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  /** What logs have since nginx for a client that left before its answer. */
  static final int LEFT = 499;

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final String caching;
  private final long most;
  private final Room unread;

  /** An answer that is made elsewhere already, or short. */
  Reply(Request request, Response response, Callback callback) {
    this(request, response, callback, "no-store", Long.MAX_VALUE, new Room(Long.MAX_VALUE));
  }

  /**
   * Begins an answer.
   *
   * @param caching what it says to caches
   * @param most the most bytes that it may have
   * @param unread room for all answers that wait for their clients
   */
  Reply(
      Request request,
      Response response,
      Callback callback,
      String caching,
      long most,
      Room unread) {
    this.most = most;
    this.unread = unread;
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.caching = caching;
  }

  /** Sets a header, or takes it back with null. */
  void header(String name, String value) {
    if (value == null) {
      response.getHeaders().remove(name);
    } else {
      response.getHeaders().put(name, value);
    }
  }

  String header(String name) {
    return response.getHeaders().get(name);
  }

  /** Says that another {@code Accept} may get another answer. */
  void varyByAccept() {
    response.getHeaders().put(HttpHeader.VARY, "Accept, Accept-Encoding");
  }

  /** Keeps the answer from being kept: the next one may be another. */
  void noStore() {
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
  }

  /** Has a signal set if the client leaves before all is sent. */
  void watch(AtomicBoolean signal) {
    client().watch(signal);
  }

  /** {@return whether the client left while it was watched} */
  boolean isAbandoned() {
    return client().isGone();
  }

  private ClientConnection client() {
    return (ClientConnection) request.getConnectionMetaData().getConnection();
  }

  boolean isCommitted() {
    return response.isCommitted();
  }

  /**
   * Tags the answer; clients may keep it, but must ask each time unless the settings say otherwise.
   *
   * @return whether the client has it already, and has now been told so (304)
   */
  boolean isKnown(String tag) {
    return isKnown(tag, EntityTag::isKnown);
  }

  /**
   * Tags an answer that is yet to be made, as the other method does. That its client has any, as
   * {@code *} says, is not known before: there may be none.
   */
  boolean isNamed(String tag) {
    return isKnown(tag, EntityTag::isNamed);
  }

  private boolean isKnown(String tag, BiPredicate<String, List<String>> comparison) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.ETAG, tag);
    if (!headers.contains(HttpHeader.CACHE_CONTROL)) {
      headers.put(HttpHeader.CACHE_CONTROL, caching);
    }
    if (comparison.test(tag, request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH))) {
      empty(NOT_MODIFIED);
      return true;
    }
    return false;
  }

  /** Sends a body that is its own tag, or 304 to who has it already. */
  void tagged(String contentType, byte[] body) {
    if (!isKnown(EntityTag.of(body))) {
      whole(OK, contentType, body);
    }
  }

  void tagged(String contentType, String body) {
    tagged(contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends no body; nor, with 304, the length of the body that is not sent. */
  void empty(int status) {
    client().unwatch();
    response.setStatus(status);
    if (status == NOT_MODIFIED) {
      response.write(false, null, callback);
    } else {
      callback.succeeded();
    }
  }

  /** Points to another address of this server, from where it was asked for: behind any prefix. */
  void redirect(int status, String address) {
    point(HttpHeader.LOCATION, address);
    empty(status);
  }

  /** Says where the very answer lives. */
  void located(String address) {
    point(HttpHeader.CONTENT_LOCATION, address);
  }

  private void point(HttpHeader header, String address) {
    response.getHeaders().put(header, Relative.way(request.getHttpURI().getPath(), address));
  }

  /** Refuses an answer of so many bytes, if they are too many. */
  void limit(long bytes) {
    if (bytes > most) {
      throw new Problem(
          422,
          "The answer has more than " + most + " bytes",
          "Ask for it in parts, with LIMIT and OFFSET.");
    }
  }

  /** Sends a whole body, compressed if the client wants that. */
  void whole(int status, String contentType, byte[] body) {
    limit(status == OK ? body.length : 0);
    boolean zip = Compression.isWanted(request) && Compression.isWorthIt(contentType);
    send(status, contentType, zip ? Compression.of(body) : body, zip);
  }

  /** Sends a body that was compressed before, or was not; errors are short, and always sent. */
  void send(int status, String contentType, byte[] body, boolean isCompressed) {
    boolean isCounted = status == OK;
    if (isCounted && !unread.take(body)) {
      throw Problem.busy("Too many answers wait for their clients at the moment");
    }
    HttpFields.Mutable headers = response.getHeaders();
    response.setStatus(status);
    headers.put(HttpHeader.CONTENT_TYPE, contentType);
    if (isCompressed) {
      headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
    }
    client().unwatch();
    if (client().isRefusedHead()) {
      response.write(true, null, callback);
      return;
    }
    headers.put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(
        true,
        ByteBuffer.wrap(body),
        isCounted ? Callback.from(() -> unread.give(body), callback) : callback);
  }

  boolean wantsCompressed() {
    return Compression.isWanted(request);
  }

  /**
   * Begins an answer whose length is not known. HTTP/1.1 gets chunks, whatever it says of its
   * connection, so that a break is seen. It bears no tag: one that is broken off would be confirmed
   * by it.
   */
  OutputStream begin(String contentType) throws IOException {
    response.setStatus(OK);
    response.getHeaders().remove(HttpHeader.ETAG);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    if (!isOld()) {
      response.getHeaders().put(HttpHeader.TRANSFER_ENCODING, HttpHeaderValue.CHUNKED.asString());
    }
    OutputStream out = Content.Sink.asOutputStream(response);
    if (!Compression.isWanted(request)) {
      return out;
    }
    response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
    return Compression.of(out);
  }

  /** Ends an answer that was begun. */
  void end(OutputStream out) throws IOException {
    client().unwatch();
    out.close();
    callback.succeeded();
  }

  /**
   * Breaks off what was begun. Nothing tells the end of an answer from its middle in HTTP/1.0 but
   * how the connection ends: it is reset.
   */
  void breakOff() {
    client().unwatch();
    if (isOld()
        && request.getConnectionMetaData().getConnection().getEndPoint().getTransport()
            instanceof SocketChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        // Then it is closed without a reset.
      }
    }
    callback.failed(new EofException("the answer could not be finished"));
  }

  private boolean isOld() {
    return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0;
  }
}

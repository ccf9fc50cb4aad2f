// SPDX-License-Identifier: Apache-2.0
package org.gilan.remote;

import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.WebContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Asks a store by the SPARQL 1.1 protocol, and only that one: no redirects, no cookies, no other
 * host than its address names.
 */
final class Endpoint implements AutoCloseable {
  /** How soon a query that nobody waits for any more is ended. */
  private static final long LOOK_MILLIS = 20;

  private static final int THREADS = 16;
  private static final int CONNECTIONS = 32;
  private static final int LARGEST_HEAD = 32 << 10;
  private static final long CONNECT_MILLIS = 5_000;
  private static final long IDLE_MILLIS = 600_000;

  private final URI address;
  private final Credentials credentials;
  private final HttpClient client = new HttpClient();

  Endpoint(URI address, Credentials credentials) {
    this.address = address;
    this.credentials = credentials;
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("store");
    threads.setDaemon(true);
    client.setExecutor(threads);
    client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "gilan"));
    client.setConnectTimeout(CONNECT_MILLIS);
    client.setIdleTimeout(IDLE_MILLIS);
    client.setMaxConnectionsPerDestination(CONNECTIONS);
    client.setMaxResponseHeadersSize(LARGEST_HEAD);
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    credentials.attach(client, address);
    try {
      client.start();
      // Jetty's reads what breaks off for ever, whatever the time limit.
      client.getContentDecoderFactories().clear();
    } catch (Exception e) { // whatever Jetty's start throws
      throw new IllegalStateException(e);
    }
  }

  /**
   * {@return the rows of a SELECT, as they come; to be closed}
   *
   * @param query SELECT
   * @param time for the whole answer
   * @param waiting is run often while nothing comes; what it throws ends the query
   * @throws StoreException when there is no such answer
   */
  Rows ask(String query, Duration time, Runnable waiting) {
    long until = System.nanoTime() + time.toNanos();
    try {
      return once(query, until, waiting);
    } catch (BrokenException e) { // a connection that was kept, and that the store had given up
      try {
        return once(query, until, waiting);
      } catch (BrokenException again) {
        throw StoreException.failed("it breaks off the connection");
      }
    }
  }

  /** A connection that ended before the answer began. */
  private static final class BrokenException extends Exception {
    private static final long serialVersionUID = 1;
  }

  private Rows once(String query, long until, Runnable waiting) throws BrokenException {
    long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime()));
    Request request =
        client
            .POST(address)
            .timeout(millis, TimeUnit.MILLISECONDS)
            .headers(
                h ->
                    h.put(HttpHeader.ACCEPT, WebContent.contentTypeResultsJSON)
                        .put(HttpHeader.ACCEPT_ENCODING, "gzip"))
            .body(
                new StringRequestContent(
                    WebContent.contentTypeHTMLForm,
                    "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
    credentials.attach(request);
    InputStreamResponseListener listener = new InputStreamResponseListener();
    request.send(listener);
    boolean isGood = false;
    try {
      Response response = head(listener, until, waiting);
      check(response);
      InputStream body = listener.getInputStream();
      Rows rows = Rows.read(body, response.getHeaders(), () -> abort(request));
      isGood = true;
      return rows;
    } finally {
      if (!isGood) {
        abort(request);
      }
    }
  }

  private static void abort(Request request) {
    request.abort(new QueryCancelledException());
  }

  private static Response head(InputStreamResponseListener listener, long until, Runnable waiting)
      throws BrokenException {
    while (true) {
      try {
        return listener.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        waiting.run();
        if (System.nanoTime() > until) {
          throw StoreException.late();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new QueryCancelledException();
      } catch (ExecutionException e) {
        throw explained(e);
      }
    }
  }

  private static StoreException explained(Throwable failure) throws BrokenException {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException) {
        return StoreException.late();
      }
      if (cause instanceof HttpResponseException refused) { // who asks who we are, but not how
        return status(refused.getResponse().getStatus());
      }
      if (cause instanceof ConnectException
          || cause instanceof SocketTimeoutException
          || cause instanceof UnknownHostException
          || cause instanceof UnresolvedAddressException) {
        return StoreException.failed("it cannot be reached");
      }
    }
    throw new BrokenException();
  }

  private static void check(Response response) {
    if (response.getStatus() != 200) {
      throw status(response.getStatus());
    }
    Rows.checkType(response.getHeaders());
  }

  private static StoreException status(int status) {
    return switch (status) {
      case 429, 503 -> StoreException.busy("has too much to do at the moment");
      case 408, 504 -> StoreException.late();
      case 400, 406, 413, 414, 422, 500, 501 -> StoreException.refused(status);
      default -> StoreException.failed("it answers with HTTP status " + status);
    };
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) { // what Jetty's stop throws; there is nothing left to do about it
      throw new IllegalStateException(e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.WebContent;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * Sends queries to endpoints. No redirects, no cookies, no other addresses than checked ones: a
 * name is resolved once, and the address that was checked is the address that is connected to,
 * which the JDK's client cannot promise.
 */
final class Remote implements AutoCloseable {
  /** How soon a query that is cancelled stops waiting. */
  private static final int PATIENCE = 20;

  /** How much longer than its own limit the client may take to say that a call was too long. */
  private static final int SLACK = 500;

  private static final int THREADS = 16;

  /** Wikidata allows five at a time. */
  private static final int CONNECTIONS = 4;

  private static final int LARGEST_HEAD = 32 << 10;

  private static final int MULTIPLE_CHOICES = 300;
  private static final int BAD_REQUEST = 400;
  private static final int OK = 200;

  /** In seconds, how long an endpoint that asks for a pause gets one. */
  private static final long LONGEST = 600;

  private final Map<Service, Instant> resting = new ConcurrentHashMap<>();
  private final HttpClient client = new HttpClient();
  private final Limits limits;

  /**
   * Makes ready to ask.
   *
   * @param agent the {@code User-Agent}
   * @param names looks names up; null for the system's way
   */
  Remote(Limits limits, String agent, SocketAddressResolver names) {
    this.limits = limits;
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("federation");
    threads.setDaemon(true);
    ScheduledExecutorScheduler scheduler = new ScheduledExecutorScheduler("federation-clock", true);
    SocketAddressResolver resolver =
        names == null
            ? new SocketAddressResolver.Async(threads, scheduler, limits.connect().toMillis())
            : names;
    client.setExecutor(threads);
    client.setScheduler(scheduler);
    client.setSocketAddressResolver(
        (host, port, context, promise) ->
            resolver.resolve(host, port, context, checked(host, promise)));
    client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, agent));
    client.setConnectTimeout(limits.connect().toMillis());
    client.setMaxConnectionsPerDestination(CONNECTIONS);
    client.setMaxResponseHeadersSize(LARGEST_HEAD);
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
  }

  /** Lets addresses through to the connection, if the host may have them. */
  private static Promise<List<InetSocketAddress>> checked(
      String host, Promise<List<InetSocketAddress>> promise) {
    return Promise.from(
        addresses -> {
          boolean isAllowed =
              PublicAddresses.isLiteral(host)
                  || addresses.stream().allMatch(a -> PublicAddresses.isPublic(a.getAddress()));
          if (isAllowed) {
            promise.succeeded(addresses);
          } else {
            promise.failed(privateAddress(host));
          }
        },
        promise::failed);
  }

  private static ServiceException privateAddress(String host) {
    return ServiceException.refused(
        "SERVICE at "
            + host
            + " is not followed: the name leads to an address that is not of the public internet."
            + " Who runs the server can allow an endpoint there by its address, as in"
            + " --allow-service http://127.0.0.1:7878/query");
  }

  /**
   * Asks, and waits for the whole answer.
   *
   * @param cancelSignal becomes true when nobody waits any more; may be null
   * @throws ServiceException when there is no answer or it is no result of a SELECT
   */
  ContentResponse ask(Service service, String query, AtomicBoolean cancelSignal) {
    Instant until = resting.get(service);
    if (until != null && Instant.now().isBefore(until)) {
      throw ServiceException.failed(service, "it wants no more requests for the moment.");
    }
    Request request =
        client()
            .POST(service.address())
            .timeout(limits.call().toMillis(), TimeUnit.MILLISECONDS)
            .headers(h -> h.put(HttpHeader.ACCEPT, WebContent.contentTypeResultsJSON))
            .body(
                new StringRequestContent(
                    WebContent.contentTypeHTMLForm,
                    "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
    ContentResponse response = await(service, request, cancelSignal);
    check(service, response);
    return response;
  }

  private ContentResponse await(Service service, Request request, AtomicBoolean cancelSignal) {
    Reception reception = new Reception(request, limits.bytes());
    CompletableFuture<ContentResponse> answer = reception.send();
    long started = System.nanoTime();
    while (true) {
      try {
        ContentResponse response = answer.get(PATIENCE, TimeUnit.MILLISECONDS);
        if (reception.isTooLarge()) {
          throw tooLarge(service);
        }
        return response;
      } catch (TimeoutException e) {
        if (cancelSignal != null && cancelSignal.get()) {
          answer.cancel(true);
          throw new QueryCancelledException();
        }
        // The client has a timeout of its own, but one that it loses must not hold the query.
        if (System.nanoTime() - started > limits.call().plusMillis(SLACK).toNanos()) {
          answer.cancel(true);
          throw explained(service, e);
        }
      } catch (InterruptedException e) {
        answer.cancel(true);
        Thread.currentThread().interrupt();
        throw new QueryCancelledException();
      } catch (ExecutionException e) {
        throw reception.isTooLarge() ? tooLarge(service) : explained(service, e.getCause());
      }
    }
  }

  private ServiceException explained(Service service, Throwable cause) {
    for (Throwable c = cause; c != null; c = c.getCause()) {
      if (c instanceof ServiceException refused) {
        return refused;
      }
      if (c instanceof TimeoutException) {
        return ServiceException.late(
            service, "no whole answer within " + limits.call().toMillis() + " ms.");
      }
      if (c instanceof java.net.SocketTimeoutException) {
        return ServiceException.late(
            service, "no connection within " + limits.connect().toMillis() + " ms.");
      }
      if (c instanceof java.net.ConnectException || c instanceof java.net.UnknownHostException) {
        return ServiceException.failed(service, "it cannot be reached.");
      }
    }
    return ServiceException.failed(service, "its answer breaks off or is no HTTP.");
  }

  private ServiceException tooLarge(Service service) {
    return ServiceException.failed(
        service, "its answer is larger than " + limits.bytes() + " bytes.");
  }

  private void check(Service service, ContentResponse response) {
    int status = response.getStatus();
    if (status >= MULTIPLE_CHOICES && status < BAD_REQUEST) {
      throw ServiceException.failed(
          service, "it redirects (" + status + "), and redirects are not followed.");
    }
    if (status != OK) {
      Instant now = Instant.now();
      long pause = StrangersHeaders.pause(response.getHeaders(), now);
      resting.put(service, now.plusSeconds(Math.min(pause, LONGEST)));
      throw ServiceException.failed(service, "it answers with HTTP status " + status + ".");
    }
    String type = String.valueOf(response.getMediaType());
    if (!type.equals(WebContent.contentTypeResultsJSON) && !type.equals("application/json")) {
      throw ServiceException.failed(service, "its answer is not in SPARQL's JSON.");
    }
  }

  /** Starts at the first call: most servers never ask anybody. */
  private synchronized HttpClient client() {
    try {
      if (!client.isStarted()) {
        client.start();
        // Jetty's reads what breaks off for ever, so nothing is asked for packed.
        client.getContentDecoderFactories().clear();
        client.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
      }
      return client;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

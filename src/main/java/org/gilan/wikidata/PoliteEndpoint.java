// SPDX-License-Identifier: Apache-2.0
package org.gilan.wikidata;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.ResultSetException;
import org.apache.jena.sparql.resultset.ResultsReader;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.FormRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.gilan.federation.StrangersHeaders;

/**
 * Asks a SPARQL endpoint the way public ones want to be asked: one request at a time, a pause
 * between two, saying who asks, waiting as long as told to, and longer after each failure.
 */
final class PoliteEndpoint {
  private static final String RESULTS = "application/sparql-results+json";
  private static final int OK = 200;
  private static final int THREADS = 8;
  private static final int MOST_BYTES = 64 << 20;
  private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(408, 425, 429, 500, 502, 503, 504);
  private static final Duration CONNECT = Duration.ofSeconds(20);

  private final URI address;
  private final Pace pace;
  private final Consumer<String> progress;
  private final HttpClient client = new HttpClient();
  private Instant notBefore = Instant.EPOCH;

  PoliteEndpoint(URI address, String userAgent, Pace pace, Consumer<String> progress) {
    this.address = address;
    this.pace = pace;
    this.progress = progress;
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setDaemon(true);
    client.setExecutor(threads);
    client.setScheduler(new ScheduledExecutorScheduler("fetch-clock", true));
    client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, userAgent));
    client.setConnectTimeout(CONNECT.toMillis());
    client.setFollowRedirects(false);
  }

  /** What one try came to: the triples, or why there are none and how long to wait. */
  private record Attempt(List<Triple> triples, String failure, Duration askedFor) {
    boolean isDone() {
      return triples != null;
    }
  }

  /**
   * {@return the triples that a query gives as rows of s, p and o}
   *
   * @param query selects {@code ?s ?p ?o}
   * @throws FetchException when the endpoint refuses or does not get well again
   * @throws InterruptedException when stopped while waiting
   */
  List<Triple> ask(String query) throws FetchException, InterruptedException {
    for (int tries = 1; ; tries++) {
      sleepUntil(notBefore);
      Attempt attempt = attempt(query);
      notBefore = Instant.now().plus(pace.pause());
      if (attempt.isDone()) {
        return attempt.triples();
      }
      if (tries == pace.tries()) {
        throw new FetchException(
            "%s gave no answer in %d tries; the last time %s"
                .formatted(address, tries, attempt.failure()));
      }
      waitFor(attempt, tries);
    }
  }

  private void waitFor(Attempt attempt, int failures) throws FetchException {
    Duration wait = attempt.askedFor();
    if (wait.compareTo(pace.patience()) > 0) {
      throw new FetchException(
          "%s asks to be left alone for %d seconds".formatted(address, wait.toSeconds()));
    }
    Duration backOff = pace.waitAfter(failures);
    wait = wait.compareTo(backOff) > 0 ? wait : backOff;
    progress.accept("%s; trying again in %d s".formatted(attempt.failure(), wait.toSeconds()));
    Instant until = Instant.now().plus(wait);
    notBefore = until.isAfter(notBefore) ? until : notBefore;
  }

  private static void sleepUntil(Instant time) throws InterruptedException {
    long millis = Duration.between(Instant.now(), time).toMillis();
    if (millis > 0) {
      Thread.sleep(millis);
    }
  }

  private Attempt attempt(String query) throws FetchException, InterruptedException {
    Fields form = new Fields();
    form.put("query", query);
    Request request =
        started()
            .POST(address)
            .timeout(pace.answer().toMillis(), TimeUnit.MILLISECONDS)
            .headers(h -> h.put(HttpHeader.ACCEPT, RESULTS))
            .body(new FormRequestContent(form));
    ContentResponse response;
    try {
      response = new CompletableResponseListener(request, MOST_BYTES).send().get();
    } catch (ExecutionException e) {
      String reason =
          e.getCause() instanceof TimeoutException
              ? "the answer did not arrive in time"
              : "the connection failed (" + e.getCause().getMessage() + ")";
      return new Attempt(null, reason, Duration.ZERO);
    }
    int status = response.getStatus();
    if (status == OK) {
      return read(response.getContent());
    }
    String said = "it said " + status;
    if (!WORTH_ANOTHER_TRY.contains(status)) {
      throw new FetchException(
          "%s refuses the query: %s%s".formatted(address, said, firstLine(response)));
    }
    long seconds = StrangersHeaders.pause(response.getHeaders(), Instant.now());
    return new Attempt(null, said, Duration.ofSeconds(seconds));
  }

  private HttpClient started() {
    try {
      client.start();
      return client;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Attempt read(byte[] body) {
    List<Triple> triples = new ArrayList<>();
    try {
      RowSet rows =
          RowSet.adapt(
              ResultsReader.create()
                  .lang(ResultSetLang.RS_JSON)
                  .build()
                  .read(new ByteArrayInputStream(body)));
      while (rows.hasNext()) {
        triples.add(triple(rows.next()));
      }
      return new Attempt(triples, null, Duration.ZERO);
    } catch (RiotException | ResultSetException | JsonException | IllegalArgumentException e) {
      return new Attempt(null, "the answer was cut short or garbled", Duration.ZERO);
    }
  }

  private static Triple triple(Binding row) {
    Node s = row.get("s");
    Node p = row.get("p");
    Node o = row.get("o");
    if (s == null || !s.isURI() || p == null || !p.isURI() || o == null) {
      throw new IllegalArgumentException("no triple: " + row);
    }
    return Triple.create(s, p, o);
  }

  private static String firstLine(ContentResponse response) {
    String location = response.getHeaders().get(HttpHeader.LOCATION);
    String line = response.getContentAsString().lines().findFirst().orElse("").strip();
    String detail = location == null ? line : "go to " + location;
    return detail.isEmpty() ? "" : ", " + detail.substring(0, Math.min(detail.length(), 200));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.wikidata;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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

/**
 * Asks a SPARQL endpoint the way public ones want to be asked: one request at a time, a pause
 * between two, saying who asks, waiting as long as told to, and longer after each failure.
 */
final class PoliteEndpoint {
  private static final String RESULTS = "application/sparql-results+json";
  private static final int OK = 200;
  private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(408, 425, 429, 500, 502, 503, 504);
  private static final Duration CONNECT = Duration.ofSeconds(20);

  private final URI address;
  private final String userAgent;
  private final Pace pace;
  private final Consumer<String> progress;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private Instant notBefore = Instant.EPOCH;

  PoliteEndpoint(URI address, String userAgent, Pace pace, Consumer<String> progress) {
    this.address = address;
    this.userAgent = userAgent;
    this.pace = pace;
    this.progress = progress;
  }

  /** What one try came to: the triples, or why there are none and how long to wait. */
  private record Attempt(List<Triple> triples, String failure, Optional<Duration> askedFor) {
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
    Duration wait = attempt.askedFor().orElse(Duration.ZERO);
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
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Accept", RESULTS)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("User-Agent", userAgent)
            .POST(
                BodyPublishers.ofString(
                    "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
            .build();
    // A timeout of the request itself would end with the headers, and a body can stall too.
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(request, BodyHandlers.ofByteArray());
    HttpResponse<byte[]> response;
    try {
      response = sent.get(pace.answer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      String reason = "the connection failed (" + e.getCause().getMessage() + ")";
      return new Attempt(null, reason, Optional.empty());
    } catch (TimeoutException e) {
      return new Attempt(null, "the answer did not arrive in time", Optional.empty());
    } finally {
      sent.cancel(true);
    }
    int status = response.statusCode();
    if (status == OK) {
      return read(response.body());
    }
    String said = "it said " + status;
    if (!WORTH_ANOTHER_TRY.contains(status)) {
      throw new FetchException(
          "%s refuses the query: %s%s".formatted(address, said, firstLine(response)));
    }
    return new Attempt(null, said, retryAfter(response));
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
      return new Attempt(triples, null, Optional.empty());
    } catch (RiotException | ResultSetException | JsonException | IllegalArgumentException e) {
      return new Attempt(null, "the answer was cut short or garbled", Optional.empty());
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

  /** RFC 9110, section 10.2.3: seconds or a date; anything else is as if it were not there. */
  private static Optional<Duration> retryAfter(HttpResponse<?> response) {
    Optional<String> value = response.headers().firstValue("Retry-After").map(String::strip);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get().matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value.get())));
    }
    try {
      Instant time =
          ZonedDateTime.parse(value.get(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(Instant.now(), time);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String firstLine(HttpResponse<byte[]> response) {
    String location = response.headers().firstValue("Location").orElse("");
    String line =
        new String(response.body(), StandardCharsets.UTF_8).lines().findFirst().orElse("").strip();
    String detail = location.isEmpty() ? line : "go to " + location;
    return detail.isEmpty() ? "" : ", " + detail.substring(0, Math.min(detail.length(), 200));
  }
}

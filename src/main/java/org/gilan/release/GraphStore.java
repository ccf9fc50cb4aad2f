// SPDX-License-Identifier: Apache-2.0
package org.gilan.release;

import java.io.ByteArrayInputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.StreamRDFCounting;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFLib;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpHeader;
import org.gilan.format.ResultFormat;
import org.gilan.remote.Credentials;
import org.gilan.remote.RemoteStore;

/** Another's store, by the SPARQL 1.1 graph store protocol. No redirects are followed. */
final class GraphStore implements AutoCloseable {
  private static final String TRIPLES = ResultFormat.N_TRIPLES.type();
  private static final long MINUTES = 10;
  private static final long CONNECT_MILLIS = 10_000;
  private static final int LARGEST = 1 << 30;
  private static final int SHOWN = 200;
  private static final int SEVERE = 500;
  private static final int MOST_TRIES = 6;

  private final URI address;
  private final Credentials credentials;
  private final HttpClient client = new HttpClient();

  /** What the store says. */
  record Answer(int status, String words) {
    boolean isGood() {
      return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
      String said = words.strip().replaceAll("\\s+", " ");
      String cut = said.length() > SHOWN ? said.substring(0, SHOWN) + "…" : said;
      return "the store answers " + status + (cut.isEmpty() ? "" : ": " + cut);
    }
  }

  GraphStore(URI address, Credentials credentials) throws UploadException {
    this.address = address;
    this.credentials = credentials;
    client.setFollowRedirects(false);
    client.setConnectTimeout(CONNECT_MILLIS);
    credentials.attach(client, address);
    try {
      client.start();
    } catch (Exception e) { // whatever Jetty's start throws
      throw new UploadException("cannot start asking: " + e.getMessage());
    }
  }

  private URI at(Node graph) {
    String query =
        graph == null
            ? "default"
            : "graph=" + URLEncoder.encode(graph.getURI(), StandardCharsets.UTF_8);
    return URI.create(address + (address.getQuery() == null ? "?" : "&") + query);
  }

  /**
   * {@return what the store says to these triples; a refusal that more tries do not change ends}
   */
  Answer send(String method, Node graph, String triples) throws UploadException {
    return answer(
        () ->
            client
                .newRequest(at(graph))
                .method(method)
                .body(new StringRequestContent(TRIPLES, triples, StandardCharsets.UTF_8)));
  }

  /** {@return what the store says to the removal of a graph; that there is none is fine} */
  Answer delete(Node graph) throws UploadException {
    Answer answer = answer(() -> client.newRequest(at(graph)).method("DELETE"));
    return answer.status() == 404 ? new Answer(204, "") : answer;
  }

  /** {@return how many triples the store gives back; nothing if it does not} */
  OptionalInt count(Node graph) throws UploadException {
    ContentResponse response =
        ask(() -> client.newRequest(at(graph)).headers(h -> h.put(HttpHeader.ACCEPT, TRIPLES)));
    String type = String.valueOf(response.getMediaType());
    if (response.getStatus() != 200 || !type.equals(TRIPLES) && !type.equals("text/plain")) {
      return OptionalInt.empty();
    }
    try {
      StreamRDFCounting count = StreamRDFLib.count();
      RDFParser.source(new ByteArrayInputStream(response.getContent()))
          .lang(Lang.NTRIPLES)
          .errorHandler(ErrorHandlerFactory.errorHandlerNoLogging)
          .parse(count);
      return OptionalInt.of((int) count.countTriples());
    } catch (RiotException e) {
      return OptionalInt.empty();
    }
  }

  private Answer answer(Supplier<Request> made) throws UploadException {
    ContentResponse response = ask(made);
    Request request = response.getRequest();
    int status = response.getStatus();
    Answer answer = new Answer(status, response.getContentAsString());
    switch (status) {
      case 401, 403 ->
          throw new UploadException(
              answer
                  + "; set GILAN_STORE_USER and GILAN_STORE_PASSWORD, or GILAN_STORE_TOKEN, to"
                  + " those who may write");
      case 404, 405 -> {
        if (!request.getMethod().equals("DELETE") && request.getQuery().startsWith("graph=")) {
          throw new UploadException(
              answer + "; name the address of its graph store protocol, which its manual tells");
        }
      }
      default -> {
        if (status > SEVERE) {
          throw new UploadException(answer.toString());
        }
      }
    }
    return answer;
  }

  /**
   * Asks, again where the store breaks off: Virtuoso says 401 to each new nonce without reading
   * what is sent, and the answer is lost. So the next try asks first with nothing to read, which
   * gets the nonce. The same triples twice are the same graph.
   */
  private ContentResponse ask(Supplier<Request> made) throws UploadException {
    for (int tries = 1; ; tries++) {
      try {
        if (tries > 1) {
          ask(client.newRequest(at(RemoteStore.RELEASE)));
        }
        return ask(made.get());
      } catch (BrokenException e) {
        if (tries == MOST_TRIES) {
          throw new UploadException("the store breaks off the connection, " + tries + " times");
        }
      }
    }
  }

  /** A connection that ended before the answer. */
  private static final class BrokenException extends Exception {
    private static final long serialVersionUID = 1;
  }

  private ContentResponse ask(Request request) throws UploadException, BrokenException {
    request.timeout(MINUTES, TimeUnit.MINUTES);
    // Virtuoso would take what it left unread for the next request.
    request.headers(h -> h.put(HttpHeader.CONNECTION, "close"));
    credentials.attach(request);
    try {
      return new CompletableResponseListener(request, LARGEST).send().get();
    } catch (ExecutionException e) {
      throw refusal(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UploadException("interrupted");
    }
  }

  private UploadException refusal(Throwable failure) throws BrokenException {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException
          || cause instanceof java.nio.channels.UnresolvedAddressException) {
        return new UploadException(address.getHost() + " is no known host");
      }
      if (cause instanceof ConnectException || cause instanceof SocketTimeoutException) {
        return new UploadException(
            address.getRawAuthority() + " does not answer; is the store running?");
      }
      if (cause instanceof TimeoutException) {
        return new UploadException("no answer within " + MINUTES + " minutes");
      }
    }
    throw new BrokenException();
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

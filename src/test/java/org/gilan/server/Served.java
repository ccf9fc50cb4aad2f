// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.gilan.federation.AllowedServices;
import org.gilan.federation.Federation;
import org.gilan.federation.Limits;
import org.gilan.page.Site;

/** A real server on a free port, with the few HTTP moves that the tests make. */
final class Served implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final GilanServer server;

  private Served(GilanServer server) {
    this.server = server;
  }

  static Served site(Site site) {
    return site(site, Settings.at("127.0.0.1", 0));
  }

  static Served site(Site site, Settings settings) {
    try {
      return new Served(GilanServer.start(site, settings));
    } catch (CannotListenException e) {
      throw new IllegalStateException(e);
    }
  }

  static Served site(Site site, Settings settings, Federation federation) {
    try {
      return new Served(GilanServer.start(site, settings, federation));
    } catch (CannotListenException e) {
      throw new IllegalStateException(e);
    }
  }

  static Served watched(Site site, Settings settings, Watch watch) {
    try {
      return new Served(
          GilanServer.start(
              site,
              settings,
              new Federation(AllowedServices.none(), Limits.usual(), "gilan"),
              watch));
    } catch (CannotListenException e) {
      throw new IllegalStateException(e);
    }
  }

  void warm() {
    server.warm();
  }

  void follow(Renewal renewal, Duration often) {
    renewal.follow(server, often);
  }

  URI uri(String path) {
    return server.address().resolve(path);
  }

  /** Sends GET; headers are names and values in turn. */
  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  HttpResponse<String> post(String path, String type, String body) {
    return send("POST", path, BodyPublishers.ofString(body), "Content-Type", type);
  }

  /** Asks a query by POST, in the direct form. */
  HttpResponse<String> ask(String query, String accept) {
    return send(
        "POST",
        "/gilan/sparql",
        BodyPublishers.ofString(query),
        "Content-Type",
        "application/sparql-query",
        "Accept",
        accept);
  }

  HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return the path that asks this query by GET} */
  static String query(String sparql) {
    return "/gilan/sparql?query=" + encode(sparql);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String header(HttpResponse<?> response, String name) {
    return String.join(", ", response.headers().allValues(name));
  }

  /** {@return the address in a header, from the root of the host whichever way it is written} */
  static String address(HttpResponse<?> response, String name) {
    return response
        .uri()
        .resolve(header(response, name))
        .toString()
        .replaceFirst("^.*?//[^/]+", "");
  }

  @Override
  public void close() {
    server.close();
  }
}

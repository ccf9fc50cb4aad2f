// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which address is answered by what, with which methods. OPTIONS is answered everywhere, and HEAD
 * wherever GET is.
 */
final class Routes {
  private static final List<String> READ = List.of("GET", "HEAD", "OPTIONS");
  private static final List<String> ASK = List.of("GET", "HEAD", "POST", "OPTIONS");
  private static final List<String> SEND = List.of("POST", "OPTIONS");
  private static final List<String> NONE = List.of("OPTIONS");

  /** The name of what has no route. */
  static final String NOWHERE = "nowhere";

  private record Entry(List<String> methods, Route route) {}

  private record Folder(String path, Entry entry) {}

  private final Map<String, Entry> exact = new HashMap<>();
  private final List<Folder> folders = new ArrayList<>();
  private final List<Runnable> readings = new ArrayList<>();
  private volatile boolean isWarm;
  private volatile boolean isEnding;

  /** Answers GET at these addresses; one that ends in a slash stands for all below it. */
  Routes read(Route route, String... paths) {
    return add(new Entry(READ, route), paths);
  }

  /** Answers GET and POST. */
  Routes ask(Route route, String... paths) {
    return add(new Entry(ASK, route), paths);
  }

  /** Answers POST. */
  Routes send(Route route, String... paths) {
    return add(new Entry(SEND, route), paths);
  }

  /** Answers nothing but OPTIONS. */
  Routes none(String... paths) {
    return add(new Entry(NONE, exchange -> {}), paths);
  }

  /** Notes what {@link #warm} reads. */
  Routes warmedBy(Runnable reading) {
    readings.add(reading);
    return this;
  }

  /** Reads now what the first request for it would have to wait for. */
  void warm() {
    readings.forEach(Runnable::run);
    isWarm = true;
  }

  /** Notes that the server is about to stop. */
  void end() {
    isEnding = true;
  }

  /** {@return whether all of that is read, and the server is not about to stop} */
  boolean isReady() {
    return isWarm && !isEnding;
  }

  private Routes add(Entry entry, String... paths) {
    for (String path : paths) {
      if (path.endsWith("/") && path.length() > 1) {
        folders.add(new Folder(path, entry));
      } else {
        exact.put(path, entry);
      }
    }
    return this;
  }

  /**
   * {@return what answers a request}
   *
   * @throws Problem when nothing does, or not by this method
   */
  Route of(Exchange exchange) {
    Entry entry = entry(exchange.path());
    ReadOnly.check(exchange);
    if (entry.methods().contains(exchange.method())) {
      return exchange.method().equals("OPTIONS") ? options(entry) : entry.route();
    }
    exchange.reply().header("Allow", String.join(", ", entry.methods()));
    throw new Problem(
        405,
        "There is no " + exchange.method() + " here",
        "There is " + String.join(", ", entry.methods()) + ". The graph is read only.");
  }

  private static Route options(Entry entry) {
    return exchange -> {
      exchange.reply().header("Allow", String.join(", ", entry.methods()));
      exchange.reply().empty(204);
    };
  }

  private Entry entry(String path) {
    Entry entry = exact.get(path);
    return entry != null
        ? entry
        : folder(path)
            .map(Folder::entry)
            .orElseThrow(() -> new Problem(404, "There is nothing at " + path, hint(path)));
  }

  private Optional<Folder> folder(String path) {
    return folders.stream().filter(folder -> path.startsWith(folder.path())).findFirst();
  }

  /** {@return the address, or the folder, that answers for a path; there are few of them} */
  String name(String path) {
    return exact.containsKey(path) ? path : folder(path).map(Folder::path).orElse(NOWHERE);
  }

  private static String hint(String path) {
    if (path.startsWith("/$/")) {
      return "This server has no administration; /$/server, /$/ping and /$/stats are all there is.";
    }
    return path.startsWith("/gilan")
        ? "The dataset answers at /gilan/sparql, /gilan/query, /gilan/data and /gilan/shacl."
        : "The first page, /, leads to everything there is.";
  }
}

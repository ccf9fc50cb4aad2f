// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.gilan.check.TheGraph;
import org.gilan.format.ResultFormat;
import org.gilan.page.Addresses;
import org.gilan.page.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every thing, claim, passage, document, question and term of the graph: its page, its form in each
 * RDF format, and whatever the pages lead to, until nothing new comes.
 */
class EveryAddressIT {
  private static final int CONNECTIONS = 4;
  private static final int LARGEST = 200_000;
  private static final int LARGEST_OF_A_THING = 100_000;
  private static final Map<String, Integer> AT_LEAST =
      Map.of("id", 2000, "claim", 7000, "document", 5000, "query", 80, "ontology", 0);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  private static Served served;

  private final Set<String> faults = new ConcurrentSkipListSet<>();
  private final Map<String, Set<String>> fragments = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> ids = new ConcurrentHashMap<>();

  @BeforeAll
  static void start() {
    served = Served.site(new Site(TheGraph.assembly().graph(), TheGraph.documents()));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void isThereInEachForm() {
    Set<String> paths = paths();
    Map<String, Long> kinds =
        paths.stream()
            .collect(Collectors.groupingBy(path -> path.split("/")[1], Collectors.counting()));
    AT_LEAST.forEach((kind, number) -> assertThat(kinds.get(kind)).as(kind).isGreaterThan(number));

    Set<String> seen = ConcurrentHashMap.newKeySet();
    List<String> next =
        paths.stream()
            .flatMap(
                path ->
                    Stream.concat(
                        Stream.of(path),
                        ResultFormat.OF_DESCRIPTIONS.stream().map(f -> path + "." + f.extension())))
            .toList();
    while (!next.isEmpty()) {
      seen.addAll(next);
      next = each(next, this::walk).filter(link -> !seen.contains(link)).toList();
    }
    fragments.keySet().stream().flatMap(this::absent).forEach(faults::add);
    assertThat(faults).isEmpty();
    assertThat(seen).hasSizeGreaterThan(paths.size() * 5 + 1000);
    assertThat(fragments.get("/ontology")).hasSizeGreaterThan(200);
  }

  private Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    TheGraph.assembly().graph().dataset().getDefaultGraph().stream()
        .map(Triple::getSubject)
        .filter(Node::isURI)
        .flatMap(node -> Addresses.path(node.getURI()).stream())
        .forEach(
            path -> {
              String[] parts = path.split("#");
              paths.add(parts[0]);
              if (parts.length > 1) {
                fragment(parts[0], parts[1]);
              }
            });
    return paths;
  }

  private void fragment(String page, String fragment) {
    fragments.computeIfAbsent(page, p -> ConcurrentHashMap.newKeySet()).add(fragment);
  }

  /** {@return where an address leads to, without other hosts and what lies beyond this one} */
  private Stream<String> walk(String path) {
    HttpResponse<byte[]> response = get(path);
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (response.statusCode() != 200 || response.body().length == 0) {
      faults.add(path + " " + response.statusCode() + ", " + response.body().length + " bytes");
    }
    if (!type.startsWith(type(path))) {
      faults.add(path + " " + type);
    }
    boolean isOurs = type.startsWith("text/html") && !response.uri().getPath().startsWith("/ui/");
    return isOurs ? walk(path, response) : Stream.empty();
  }

  private static String type(String path) {
    return ResultFormat.OF_PAGES.stream()
        .filter(format -> path.endsWith("." + format.extension()))
        .map(ResultFormat::type)
        .findFirst()
        .orElse("");
  }

  private Stream<String> walk(String path, HttpResponse<byte[]> response) {
    int size = response.body().length;
    if (size > (path.startsWith("/id/") ? LARGEST_OF_A_THING : LARGEST)) {
      faults.add(path + " has " + size + " bytes");
    }
    WebPage page = new WebPage(response.uri(), html(response));
    faults.addAll(page.faults());
    if (!page.ids().contains("cite") && page.links().stream().noneMatch(EveryAddressIT::cites)) {
      faults.add(path + " does not say how to cite it");
    }
    ids.put(path, page.ids());
    return page.links().stream()
        .filter(link -> served.uri("/").getAuthority().equals(link.getAuthority()))
        .filter(link -> !asksOthers(link) && !isMoreOfTheSame(link))
        .map(this::withoutFragment);
  }

  /** A page that is no thing's own leads to its reference; the page of references has it. */
  private static boolean cites(URI link) {
    String query = link.getRawQuery();
    return link.getPath().endsWith("/cite") && query != null && query.startsWith("of=")
        || link.getPath().endsWith("/cite.bib");
  }

  /** The answers to federated questions are somebody else's. */
  private static boolean asksOthers(URI link) {
    return link.getPath().matches("/query/.*-in-wikidata[.](csv|json)");
  }

  /** Each page has a reference in each form; those of things stand for those of claims. */
  private static boolean isMoreOfTheSame(URI link) {
    return !link.getPath().startsWith("/id/")
        && ResultFormat.OF_REFERENCES.stream()
            .anyMatch(format -> link.getPath().endsWith("." + format.extension()));
  }

  private String withoutFragment(URI link) {
    String query = link.getRawQuery();
    String path = link.getRawPath() + (query == null ? "" : "?" + query);
    if (link.getFragment() != null && !path.startsWith("/ui/")) {
      fragment(path, link.getFragment());
    }
    return path;
  }

  /** {@return the parts of a page that are linked to and are not there} */
  private Stream<String> absent(String path) {
    Set<String> there = ids.getOrDefault(path, Set.of());
    return fragments.get(path).stream()
        .filter(fragment -> !there.contains(fragment))
        .map(fragment -> path + " has no #" + fragment);
  }

  private static String html(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static HttpResponse<byte[]> get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(served.uri(path)).header("Accept", "text/html").build();
    try {
      return CLIENT.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> Stream<T> each(Collection<String> paths, Function<String, Stream<T>> step) {
    ForkJoinPool pool = new ForkJoinPool(CONNECTIONS);
    try {
      return pool
          .submit(() -> paths.parallelStream().flatMap(step).distinct().toList())
          .join()
          .stream();
    } finally {
      pool.shutdown();
    }
  }
}

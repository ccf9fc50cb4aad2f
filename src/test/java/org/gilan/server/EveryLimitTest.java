// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.XSD;
import org.gilan.cli.App;
import org.gilan.page.Fixture;
import org.gilan.query.QueryLimits;
import org.gilan.remote.RemoteStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Every limit of {@link Settings} and {@link QueryLimits} is met here, and told to operators. */
@Timeout(240)
class EveryLimitTest {
  private static final Duration TIME = Duration.ofSeconds(2);
  private static final int ROWS = 5000;
  private static final int BYTES = 200_000;
  private static final int BODY = 300_000;
  private static final int WAITING = 2 << 20;
  private static final String SIX =
      "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r";
  private static final String ENDLESS = "SELECT (COUNT(*) AS ?count) { " + SIX + " }";
  private static final Settings SMALL =
      new Settings("127.0.0.1", 0, TIME, TIME, BODY)
          .limited(
              QueryLimits.usual()
                  .within(TIME.dividedBy(2), TIME)
                  .upTo(ROWS, BYTES, 8 << 20)
                  .sharing(Duration.ofMillis(50), 1, 2));

  /** What says no limit. */
  private static final Set<String> OTHER =
      Set.of("host", "port", "queries", "isBehindProxy", "names", "maxAge");

  /**
   * A limit.
   *
   * @param name in the program
   * @param help what {@code serve --help} says of it
   * @param docs what docs/security.md says of it
   * @param meeting what happens beyond it
   */
  private record Limit(String name, String help, String docs, Meeting meeting) {}

  private interface Meeting {
    void meet() throws Exception;
  }

  private static Served served;

  @BeforeAll
  static void start() {
    served = Served.site(Fixture.site(), SMALL);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static final List<Limit> LIMITS =
      List.of(
          new Limit(
              "first",
              "a sixth of it to the first result",
              "10 s to the first",
              () -> {
                refuses(
                    503,
                    "timed out",
                    "SELECT ?a { " + SIX + " FILTER (CONCAT(STR(?a), STR(?r)) = 'never') }");
              }),
          new Limit("whole", "--time", "60 s", () -> refuses(503, "", ENDLESS)),
          new Limit(
              "rows",
              "an answer of 1000000 rows",
              "1,000,000",
              () -> {
                String rows = "SELECT (1 AS ?x) { " + SIX + " } LIMIT ";
                refuses(422, "more than 5000 rows", rows + (ROWS + 1));
                refuses(200, "1", rows + ROWS);
              }),
          new Limit(
              "bytes",
              "1 GiB",
              "1 GiB",
              () -> {
                String text = "x".repeat(BYTES - "x\r\n\r\n".length());
                refuses(422, "more than 200000 bytes", "SELECT ('x" + text + "' AS ?x) {}");
                refuses(200, text, "SELECT ('" + text + "' AS ?x) {}");
              }),
          new Limit(
              "memory",
              "--memory",
              "a quarter of the heap",
              () ->
                  refuses(
                      503,
                      "memory",
                      "SELECT ?x { "
                          + SIX
                          + " BIND (CONCAT(STR(?a), '"
                          + "x".repeat(10_000)
                          + "') AS ?x) } ORDER BY ?x")),
          new Limit(
              "moment", "longer than a moment", "longer than 0.1 s", EveryLimitTest::meetTurns),
          new Limit("longAtOnce", "--long", "processors less one", EveryLimitTest::meetTurns),
          new Limit("longWaiting", "40 more wait", "40 wait", EveryLimitTest::meetTurns),
          new Limit(
              "TEXT",
              "a text of " + QueryLimits.TEXT + " characters",
              "4 Mi characters",
              () ->
                  isUnbound(
                      "STRLEN(REPLACE('"
                          + "a".repeat(5000)
                          + "', 'a', '"
                          + "b".repeat(1000)
                          + "'))")),
          new Limit(
              "PATTERN",
              "a regular expression of " + QueryLimits.PATTERN,
              "regular expression | 10,000 characters",
              () -> {
                isUnbound("REGEX('a', '" + "a".repeat(QueryLimits.PATTERN + 1) + "')");
                refuses(
                    200,
                    "false",
                    "ASK { FILTER (REGEX('a', '" + "a".repeat(QueryLimits.PATTERN) + "')) }");
              }),
          new Limit(
              "LETTERS",
              "the first " + QueryLimits.LETTERS + " letters",
              "500 letters",
              () -> {
                String anna = "/suggest?q=anna" + "%20".repeat(QueryLimits.LETTERS - 4);
                assertThat(served.get(anna + "zzz").body()).contains("Anna");
                assertThat(served.get(anna.replaceFirst("%20", "") + "z").body())
                    .doesNotContain("Anna");
              }),
          new Limit(
              "DIGITS",
              "a number of " + QueryLimits.DIGITS + " digits",
              "10,000 digits",
              () -> isUnbound(product("1" + "0".repeat(6000)))),
          new Limit(
              "DAYS",
              "a time moved by " + QueryLimits.DAYS + " days",
              "1,000,000 | an error of the row",
              () ->
                  isUnbound(
                      "'2000-01-01'^^<%sdate> - 'P1000001D'^^<%<sduration>".formatted(XSD.NS))),
          new Limit(
              "DEPTH",
              "nested " + QueryLimits.DEPTH + " deep",
              "100; 12; 10,000; 1,000",
              () ->
                  refuses(400, "more than 100 levels", "ASK " + "{".repeat(101) + "}".repeat(101))),
          new Limit(
              "EXISTS",
              QueryLimits.EXISTS + " of them EXISTS",
              "100; 12; 10,000; 1,000",
              () ->
                  refuses(
                      400,
                      "more than 12 levels of EXISTS",
                      "ASK { " + "FILTER EXISTS {".repeat(13) + "}".repeat(14))),
          new Limit(
              "VARIABLES",
              "with " + QueryLimits.VARIABLES + " variables",
              "10,000; 1,000; 10,000; 20,000",
              () ->
                  refuses(
                      400, "more than 10000 variables", "SELECT" + " ?x".repeat(10_001) + " {}")),
          new Limit(
              "NAMES",
              QueryLimits.NAMES + " of them different",
              "10,000; 1,000; 10,000",
              () -> {
                String vars =
                    IntStream.range(0, 1000)
                        .mapToObj(" ?é_%d"::formatted)
                        .collect(Collectors.joining());
                assertThat(served.ask("SELECT" + vars + " {}", "*/*").statusCode()).isEqualTo(200);
                refuses(400, "more than 1000 different variables", "SELECT" + vars + " $x {}");
              }),
          new Limit(
              "GRAPHS",
              QueryLimits.GRAPHS + " FROM",
              "10,000; 1,000; 10,000",
              () -> {
                String from = " FROM named <x:g>from NAMED x:from";
                refuses(400, "more than 10000 FROM", "ASK" + from.repeat(5_001) + " {}");
                for (String name : List.of("default", "named")) {
                  String form = ("&" + name + "-graph-uri=x:g").repeat(10_001) + "&query=ASK{}";
                  HttpResponse<String> response =
                      served.post("/gilan/sparql", "application/x-www-form-urlencoded", form);
                  assertThat(response.statusCode()).isEqualTo(400);
                  assertThat(response.body()).startsWith("More than 10000 graphs");
                }
                String none = "ASK { " + "?from x:from 'FROM'@from . ".repeat(4_000) + "}";
                assertThat(served.ask("PREFIX x: <x:> " + none, "*/*").statusCode())
                    .isNotEqualTo(400);
              }),
          new Limit(
              "DESCRIBED",
              QueryLimits.DESCRIBED + " names after DESCRIBE",
              "names after DESCRIBE; characters of all names in a query or shapes, each with its"
                  + " prefix or base | 1,000; 16 Mi",
              () -> {
                String names = " <x:a> x:b".repeat(500);
                String after = " FROM <x:g> WHERE { VALUES ?x {" + names + names + " } }";
                assertThat(
                        served.ask("PREFIX x: <x:> DESCRIBE" + names + after, "*/*").statusCode())
                    .isEqualTo(200);
                refuses(
                    400,
                    "more than 1000 names after DESCRIBE",
                    "PREFIX x: <x:> DESCRIBE" + names + " <x:c>" + after);
              }),
          new Limit(
              "NAMED",
              QueryLimits.NAMED + " characters of names",
              "names after DESCRIBE; characters of all names in a query or shapes, each with its"
                  + " prefix or base | 1,000; 16 Mi",
              () -> {
                String query = "PREFIX x: <x:%s> SELECT * { VALUES ?x {%s} } LIMIT 1";
                String many = " x:a".repeat(8_000);
                refuses(400, "characters of names", query.formatted("p".repeat(2_200), many));
                assertThat(served.ask(query.formatted("p".repeat(1_000), many), "*/*").statusCode())
                    .isNotEqualTo(400);
              }),
          new Limit(
              "COMMAS",
              QueryLimits.COMMAS + " commas and semicolons",
              "10,000; 1,000; 10,000; 20,000",
              () ->
                  refuses(
                      400,
                      "more than 20000 commas and semicolons",
                      "ASK { FILTER (1 IN (" + "1,".repeat(20_001) + "1)) }")),
          new Limit(
              "GROUPS",
              QueryLimits.GROUPS + " brackets",
              "20,000; 20,000",
              () -> refuses(400, "more than 20000 groups", "ASK { " + "{}".repeat(20_001) + " }")),
          new Limit(
              "STEPS",
              QueryLimits.STEPS + " steps of a path",
              "; 1,000 |",
              () -> {
                refuses(400, "more than 1000 steps", "ASK { ?s <x:p>{1001} ?o }");
                assertThat(served.ask("ASK { ?s <x:p>{100} ?o }", "*/*").statusCode())
                    .isEqualTo(200);
              }),
          new Limit(
              "bodyBytes",
              "a request of 1 MiB",
              "1 MiB",
              () -> refuses(413, "at most 300000 bytes", "#".repeat(BODY + 1))),
          new Limit("perClient", "--per-client", "--per-client", EveryLimitTest::meetShares),
          new Limit(
              "HEAD_BYTES",
              "its address and headers " + (Settings.HEAD_BYTES >> 10) + " KiB",
              "256 KiB",
              () ->
                  assertThat(raw("X: " + "x".repeat(Settings.HEAD_BYTES)))
                      .startsWith("HTTP/1.1 431")
                      .contains("at most " + Settings.HEAD_BYTES + " bytes")),
          new Limit(
              "PATH",
              "a path of " + Settings.PATH + " characters",
              "1,000 characters | 413; 414, 431; 414",
              () -> {
                String path = "/" + "x".repeat(Settings.PATH - 1);
                assertThat(raw(served, path, "")).startsWith("HTTP/1.1 404");
                assertThat(raw(served, path + "x", ""))
                    .startsWith("HTTP/1.1 414")
                    .contains("more than " + Settings.PATH + " characters");
              }),
          new Limit(
              "WAITING",
              "a quarter of --memory each",
              "a quarter of `--memory`, a sixteenth of the heap, each | 503",
              () -> {
                meetBodies();
                meetUnread();
              }),
          new Limit(
              "STREAMS",
              QueryLimits.STREAMS + " long answers at a time",
              "48 at a time",
              EveryLimitTest::meetStreams),
          new Limit(
              "THREADS",
              Settings.THREADS + " requests at a time",
              "96",
              EveryLimitTest::meetThreads),
          new Limit(
              "PAGES",
              Settings.PAGES + " pages made at a time",
              "8 at a time; 40",
              EveryLimitTest::meetPages),
          new Limit(
              "PAGES_WAITING",
              Settings.PAGES_WAITING + " more wait",
              "8 at a time; 40",
              EveryLimitTest::meetPages),
          new Limit(
              "CONNECTIONS",
              "on " + Settings.CONNECTIONS + " connections",
              "1,000 connections",
              EveryLimitTest::meetConnections),
          new Limit(
              "IDLE_WHEN_FULL",
              "idle for " + Settings.IDLE_WHEN_FULL.toSeconds() + " s at most",
              "idle for 2 s when all are taken",
              EveryLimitTest::meetConnections),
          new Limit(
              "HELD_BYTES",
              "after " + (Settings.HELD_BYTES >> 10) + " KiB",
              "512 KiB",
              EveryLimitTest::meetHeld),
          new Limit(
              "PREFIX",
              "prefix in it " + Settings.PREFIX + " characters",
              "200 characters",
              () -> {
                try (Served behind = Served.site(Fixture.site(), SMALL.behindProxy())) {
                  for (String more : List.of("", "x")) {
                    String prefix = "/a".repeat(Settings.PREFIX / 2) + more;
                    HttpResponse<String> response =
                        behind.get("/gilan/sparql", "X-Forwarded-Prefix", prefix);
                    assertThat(response.body().contains("/a/")).isEqualTo(more.isEmpty());
                  }
                }
              }),
          new Limit(
              "WARNING",
              "a warning of " + Settings.WARNING + " characters",
              "1,000 characters",
              () -> {
                String from =
                    IntStream.range(0, 1000)
                        .mapToObj(i -> "FROM <x:" + i + "> ")
                        .collect(Collectors.joining());
                HttpResponse<String> response = served.ask("ASK " + from + "{ ?s ?p ?o }", "*/*");
                assertThat(Served.header(response, "X-Gilan-Warning"))
                    .hasSizeBetween(Settings.WARNING - 1, Settings.WARNING);
              }));

  @Test
  void allAreKnownHere() {
    Set<String> names = new TreeSet<>();
    for (Class<?> type : List.of(Settings.class, QueryLimits.class)) {
      Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).forEach(names::add);
      Arrays.stream(type.getDeclaredFields())
          .filter(field -> Modifier.isStatic(field.getModifiers()))
          .filter(field -> Modifier.isPublic(field.getModifiers()))
          .forEach(field -> names.add(field.getName()));
    }
    names.removeAll(OTHER);
    assertThat(LIMITS.stream().map(Limit::name)).containsExactlyInAnyOrderElementsOf(names);
  }

  @TestFactory
  Stream<DynamicTest> isTold() throws IOException {
    java.io.StringWriter text = new java.io.StringWriter();
    App.commandLine().setOut(new java.io.PrintWriter(text)).execute("serve", "--help");
    String help = text.toString().replaceAll("\\s+", " ");
    String docs = Files.readString(Path.of("docs/security.md"));
    String table =
        docs.substring(docs.indexOf("\n## Limits"), docs.indexOf("\n## Known to be open"));
    return LIMITS.stream()
        .map(
            limit ->
                DynamicTest.dynamicTest(
                    limit.name(),
                    () -> {
                      assertThat(help).contains(limit.help());
                      assertThat(table).contains(limit.docs());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> isKept() {
    return LIMITS.stream()
        .map(limit -> DynamicTest.dynamicTest(limit.name(), () -> limit.meeting().meet()));
  }

  private static void refuses(int status, String words, String query) {
    HttpResponse<String> response = served.ask(query, "text/csv");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.body()).contains(words);
  }

  private static void isUnbound(String expression) {
    String query = "SELECT (BOUND(?x) AS ?is) { BIND (" + expression + " AS ?x) }";
    HttpResponse<String> response = served.ask(query, "text/csv");
    assertThat(response.body()).isEqualTo("is\r\nfalse\r\n");
  }

  private static String product(String number) {
    return number + " * " + number;
  }

  /** One runs, two wait, the others are turned away; a short one goes past all of them. */
  private static void meetTurns() {
    Duration time = Duration.ofSeconds(8);
    Settings settings =
        SMALL.limited(SMALL.queries().within(time, time).sharing(Duration.ofMillis(10), 1, 2));
    try (Served sharing = Served.site(Fixture.site(), settings)) {
      List<HttpResponse<String>> answers = together(sharing, 6, ENDLESS, "ASK {}");
      assertThat(answers.get(6).statusCode()).isEqualTo(200);
      assertThat(answers.subList(0, 6)).allMatch(answer -> answer.statusCode() == 503);
      assertThat(answers.subList(0, 6).stream().filter(a -> a.body().contains("Too many long")))
          .hasSizeBetween(3, 5);
    }
  }

  private static void meetShares() {
    try (Served shared = Served.site(Fixture.site(), SMALL.budgeted(Duration.ofSeconds(1)))) {
      shared.ask(ENDLESS, "*/*");
      assertThat(shared.get("/health").statusCode()).isEqualTo(429);
    }
  }

  /** Nobody reads what is sent; one more is turned away before anything is sent to it. */
  private static void meetStreams() throws Exception {
    String path = Served.query("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
    String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    List<Socket> sockets = new ArrayList<>();
    try (Served patient = Served.site(Fixture.site())) {
      for (int i = 0; i < QueryLimits.STREAMS; i++) {
        Socket socket = new Socket("127.0.0.1", patient.uri("/").getPort());
        sockets.add(socket);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
      }
      HttpResponse<String> response = patient.get(path);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
      assertThat(response.body()).contains("Too many long answers");
      assertThat(Served.header(response, "Retry-After")).isNotEmpty();
      assertThat(patient.get(Served.query("ASK {}")).statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  /** Of each body the last byte is missing; a light query is read all the same. */
  private static void meetBodies() throws Exception {
    String head =
        "POST /gilan/sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1048576\r\n\r\n";
    meetWaiting(
        head + "#".repeat(1_048_575),
        patient -> patient.ask("ASK {} #" + "x".repeat(1_000_000), "*/*"),
        "Too many long requests");
  }

  /** Nobody reads what is more than the system holds for us; short answers are sent the same. */
  private static void meetUnread() throws Exception {
    String text = "REPLACE('" + "a".repeat(700) + "', 'a', '" + "b".repeat(700) + "')";
    String path = Served.query("SELECT (NOW() AS ?now) (" + text + " AS ?long) {}");
    meetWaiting(
        ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").repeat(20),
        patient -> patient.get(path),
        "Too many answers wait");
  }

  private static void meetWaiting(
      String sent, Function<Served, HttpResponse<String>> one, String refusal) throws Exception {
    QueryLimits limits = QueryLimits.usual().upTo(ROWS, 1 << 30, WAITING * Settings.WAITING);
    List<Socket> sockets = new ArrayList<>();
    try (Served patient =
        Served.site(Fixture.site(), Settings.at("127.0.0.1", 0).limited(limits))) {
      for (int i = 0; i < 10; i++) {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", patient.uri("/").getPort()));
        socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
      }
      HttpResponse<String> response = until(503, () -> one.apply(patient));
      assertThat(response.body()).contains(refusal);
      assertThat(Served.header(response, "Retry-After")).isNotEmpty();
      assertThat(patient.ask("ASK {}", "*/*").statusCode()).isEqualTo(200);
      for (Socket socket : sockets) {
        socket.close();
      }
      until(200, () -> one.apply(patient));
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  private static HttpResponse<String> until(int status, Supplier<HttpResponse<String>> one)
      throws InterruptedException {
    HttpResponse<String> response = one.get();
    for (int i = 0; i < 100 && response.statusCode() != status; i++) {
      Thread.sleep(100);
      response = one.get();
    }
    assertThat(response.statusCode()).isEqualTo(status);
    return response;
  }

  /** Twice as many as there are threads: some wait for one, all are answered. */
  private static void meetThreads() {
    List<HttpResponse<String>> answers = together(served, 2 * Settings.THREADS, ENDLESS, "ASK {}");
    assertThat(answers).allMatch(answer -> Set.of(200, 503).contains(answer.statusCode()));
    assertThat(served.get("/health").statusCode()).isEqualTo(200);
  }

  private static List<HttpResponse<String>> together(
      Served served, int many, String query, String light) {
    ExecutorService clients = Executors.newFixedThreadPool(many + 1);
    List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      String text = query + " # " + i;
      asked.add(CompletableFuture.supplyAsync(() -> served.ask(text, "text/csv"), clients));
    }
    asked.add(CompletableFuture.supplyAsync(() -> served.ask(light, "text/csv"), clients));
    List<HttpResponse<String>> answers = asked.stream().map(CompletableFuture::join).toList();
    clients.shutdown();
    return answers;
  }

  /** None of them is made as long as the store says nothing: some wait, others are turned away. */
  private static void meetPages() throws Exception {
    int more = 20;
    try (FailingStore store = new FailingStore();
        RemoteStore opened = opened(store);
        Served full = Served.site(FailingStore.site(opened))) {
      store.fail(FailingStore.manners().get("hangs: at once"));
      List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
      ExecutorService clients = Executors.newCachedThreadPool();
      for (int i = 0; i < Settings.PAGES + Settings.PAGES_WAITING + more; i++) {
        String page = "/id/anna-lodge?x=" + i;
        asked.add(CompletableFuture.supplyAsync(() -> full.get(page), clients));
      }
      FailingStore.await(
          "refusals", () -> asked.stream().filter(CompletableFuture::isDone).count() >= more);
      store.recover();
      List<HttpResponse<String>> answers = asked.stream().map(CompletableFuture::join).toList();
      clients.shutdown();
      assertThat(answers.stream().filter(answer -> answer.body().contains("Too many pages")))
          .hasSize(more)
          .allMatch(answer -> answer.statusCode() == 503)
          .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
      assertThat(answers.stream().filter(answer -> answer.statusCode() == 504))
          .hasSizeLessThanOrEqualTo(Settings.PAGES);
      assertThat(full.get("/id/anna-lodge").statusCode()).isEqualTo(200);
    }
  }

  private static RemoteStore opened(FailingStore store) {
    store.recover();
    return store.opened(Duration.ofSeconds(6));
  }

  private static void meetConnections() throws Exception {
    try (Served full = Served.site(Fixture.site())) {
      List<Socket> idle = new ArrayList<>();
      for (int i = 0; i < Settings.CONNECTIONS; i++) {
        idle.add(new Socket("127.0.0.1", full.uri("/").getPort()));
      }
      CompletableFuture<HttpResponse<String>> next =
          CompletableFuture.supplyAsync(() -> full.get("/health"));
      Thread.sleep(1000);
      assertThat(next).isNotDone();
      // They send nothing: after a while they make room.
      long start = System.nanoTime();
      assertThat(next.get().statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isLessThan(Settings.IDLE_WHEN_FULL.multipliedBy(5));
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  /** What is known before so much is sent is an error; afterwards it is broken off. */
  private static void meetHeld() throws IOException {
    QueryLimits limits = SMALL.queries();
    for (int most : new int[] {Settings.HELD_BYTES - 1, Settings.HELD_BYTES + (64 << 10)}) {
      QueryLimits sized = limits.upTo(1_000_000, most, limits.memory());
      try (Served sender = Served.site(Fixture.site(), SMALL.limited(sized))) {
        String answer = raw(sender, Served.query("SELECT * { " + SIX + " } LIMIT 10000"), "");
        assertThat(answer).startsWith(most < Settings.HELD_BYTES ? "HTTP/1.1 422" : "HTTP/1.1 200");
        assertThat(answer).doesNotEndWith("\r\n0\r\n\r\n");
      }
    }
  }

  private static String raw(String header) throws IOException {
    return raw(served, "/health", header + "\r\n");
  }

  private static String raw(Served served, String path, String headers) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", served.uri("/").getPort())) {
      String request =
          "GET "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + headers
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}

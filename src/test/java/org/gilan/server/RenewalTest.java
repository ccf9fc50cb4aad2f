// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.document.Documents;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.graph.ReleasedSnapshot;
import org.gilan.page.Fixture;
import org.gilan.page.Site;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A running server goes on with another graph. */
@Timeout(120)
class RenewalTest {
  private static final Duration OFTEN = Duration.ofMillis(20);
  private static final Node ANNA = NodeFactory.createURI(Gilan.BASE + "id/anna-lodge");
  private static final Node SAID = NodeFactory.createURI(Gilan.BASE + "ontology#said");
  private static final String SAYINGS_OF_ANNA =
      "SELECT ?o { <" + ANNA.getURI() + "> <" + SAID.getURI() + "> ?o } ORDER BY ?o";
  private static final int SAYINGS = 300;
  private static final int CLIENTS = 8;

  @TempDir Path folder;
  private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

  private Path file() {
    return folder.resolve(ReleasedSnapshot.NAME);
  }

  /** Puts the made-up graph with sayings of Anna's in the place of the file, as mv does. */
  private String ship(String word, int sayings) throws IOException {
    Graph facts = GraphFactory.createDefaultGraph();
    Fixture.dataset().getDefaultGraph().find().forEachRemaining(facts::add);
    for (int i = 0; i < sayings; i++) {
      facts.add(ANNA, SAID, NodeFactory.createLiteralString(word + "-" + i));
    }
    facts.add(SAID, RDFS.label.asNode(), NodeFactory.createLiteralLang("said", "en"));
    DatasetGraph dataset = DatasetGraphFactory.create();
    dataset.addGraph(KnowledgeGraph.FACTS, facts);
    dataset.add(KnowledgeGraph.INFERENCES, ANNA, RDFS.label.asNode(), ANNA); // pages look there
    return ReleasedSnapshot.write(new KnowledgeGraph(dataset, ""), file()).checksum();
  }

  private Renewal renewal() {
    return new Renewal(
        file(), path -> new Site(ReleasedSnapshot.read(path), Documents.none()), notes::add);
  }

  private static Served follow(Renewal renewal, Settings settings) throws IOException {
    Served served = Served.site(renewal.first(), settings);
    served.warm();
    served.follow(renewal, OFTEN);
    return served;
  }

  private static String graph(Served served) {
    return served.get("/ready").body();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) { // the test's own time limit ends this
      Thread.sleep(10);
    }
  }

  /** What one client saw: an answer by address and tag. */
  private static int askUntil(AtomicBoolean isOver, Served served, Map<String, String> bodies) {
    int asked = 0;
    for (; !isOver.get(); asked++) {
      String fresh = Served.query(SAYINGS_OF_ANNA + " # " + asked % 50);
      for (String path :
          List.of(fresh, "/id/anna-lodge.ttl", "/id/anna-lodge", "/gilan/data?default")) {
        HttpResponse<String> answer = served.get(path, "Accept", "*/*");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        String body = answer.body();
        String mine = body.contains("one-") ? "one-" : "two-";
        assertThat(body).as(path).doesNotContain(mine.equals("one-") ? "two-" : "one-");
        assertThat(body.split(mine, -1).length - 1)
            .as(path)
            .isPositive()
            .matches(count -> count == SAYINGS || path.equals("/id/anna-lodge"));
        String tag = path + " " + Served.header(answer, "ETag");
        assertThat(bodies.computeIfAbsent(tag, t -> mine)).as(tag).isEqualTo(mine);
      }
    }
    return asked;
  }

  @Test
  void failsNoRequestAndMixesNoGraphs() throws Exception {
    ship("one", SAYINGS);
    AtomicBoolean isOver = new AtomicBoolean();
    Map<String, String> bodies = new ConcurrentHashMap<>();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try (Renewal renewal = renewal();
        Served served = follow(renewal, Settings.at("127.0.0.1", 0))) {
      List<Future<Integer>> asking = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        asking.add(clients.submit(() -> askUntil(isOver, served, bodies)));
      }
      for (int i = 1; i <= 6; i++) {
        String next = ship(i % 2 == 0 ? "one" : "two", SAYINGS);
        await(() -> graph(served).equals("ok\ngraph " + next + "\n"));
      }
      isOver.set(true);
      int asked = 0;
      for (Future<Integer> client : asking) {
        asked += client.get();
      }
      assertThat(asked).isGreaterThan(CLIENTS);
      assertThat(notes).hasSize(6).allMatch(note -> note.contains("is served now"));
      assertThat(bodies.values()).contains("one-", "two-");
      try (Served replica = Served.site(renewal().first())) {
        for (String path :
            List.of(
                Served.query(SAYINGS_OF_ANNA),
                "/gilan/data?default",
                "/id/anna-lodge",
                "/query/leaders")) {
          assertThat(Served.header(replica.get(path, "Accept", "*/*"), "ETag"))
              .as(path)
              .isEqualTo(Served.header(served.get(path, "Accept", "*/*"), "ETag"));
        }
      }
    } finally {
      isOver.set(true);
      clients.shutdown();
    }
  }

  @Test
  void refusesWhatIsNoGraphOnceAndGoesOn() throws Exception {
    String first = ship("one", SAYINGS);
    byte[] whole = Files.readAllBytes(file());
    int port = freePort();
    try (Renewal renewal = renewal();
        Served served =
            Served.watched(renewal.first(), Settings.at("127.0.0.1", 0), new Watch(port, null))) {
      served.warm();
      served.follow(renewal, OFTEN);
      byte[] flipped = whole.clone();
      flipped[whole.length / 2]++;
      refused(served, port, () -> replace(flipped), "is damaged");
      refused(served, port, () -> replace("no graph at all".getBytes()), "is damaged");
      refused(served, port, () -> Files.delete(file()), "there is no");
      refused(served, port, () -> Files.createDirectory(file()), "cannot be read");
      Files.delete(file());
      Files.write(file(), java.util.Arrays.copyOf(whole, whole.length / 2)); // still being copied
      await(() -> notes.size() == 5);
      Files.write(file(), whole);
      await(() -> metrics(served, port).contains("gilan_snapshot_refused 0"));
      assertThat(graph(served)).contains(first);
      String next = ship("two", SAYINGS);
      await(() -> graph(served).contains(next));
      assertThat(metrics(served, port))
          .contains("gilan_graph{checksum=\"" + next + "\"} 1")
          .doesNotContain(first);
      assertThat(notes).hasSize(6);
    }
  }

  private interface Damage {
    void run() throws IOException;
  }

  private void refused(Served served, int port, Damage damage, String why) throws Exception {
    int before = notes.size();
    String graph = graph(served);
    damage.run();
    await(() -> notes.size() > before);
    Thread.sleep(10 * OFTEN.toMillis()); // it is said once, not each time it looks
    assertThat(notes).hasSize(before + 1);
    assertThat(notes.get(before)).contains(why, file().toString(), "goes on");
    assertThat(graph(served)).isEqualTo(graph);
    assertThat(served.get(Served.query(SAYINGS_OF_ANNA)).body()).contains("one-0");
    assertThat(metrics(served, port)).contains("gilan_snapshot_refused 1");
  }

  private void replace(byte[] bytes) throws IOException {
    Path fresh = Files.write(folder.resolve("fresh"), bytes);
    Files.move(fresh, file(), StandardCopyOption.REPLACE_EXISTING);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String metrics(Served served, int port) {
    return served.get("http://127.0.0.1:" + port + "/metrics").body();
  }

  /** Twelve graphs of some 4 MB each: a server that kept one of them would be seen. */
  @Test
  void letsGoOfTheGraphBefore() throws Exception {
    int large = 6000;
    ship("first", large);
    try (Renewal renewal = renewal()) {
      Site site = renewal.first();
      WeakReference<DatasetGraph> first = new WeakReference<>(site.graph().dataset());
      try (Served served = Served.site(site)) {
        site = null;
        served.warm();
        served.follow(renewal, OFTEN);
        long before = 0;
        for (int i = 0; i < 11; i++) {
          String next = ship("word " + i, large);
          await(() -> graph(served).contains(next));
          assertThat(served.get(Served.query(SAYINGS_OF_ANNA + " LIMIT 1")).body())
              .contains("word " + i);
          served.get("/id/anna-lodge");
          before = i == 0 ? used() : before;
        }
        await(() -> used() > 0 && first.get() == null);
        assertThat(used() - before).isLessThan(8 << 20); // eleven of them would be over 30 MB
      }
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}

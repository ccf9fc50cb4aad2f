// SPDX-License-Identifier: Apache-2.0
package org.gilan.wikidata;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.gilan.graph.KnowledgeGraph;

/**
 * Fetches what Wikidata says of the things that the graph links to it, into one dated file, by a
 * few requests: one that is stopped leaves what was there and begins anew the next time.
 */
public final class WikidataSnapshot {
  private static final int BATCH = 25;

  private final URI endpoint;
  private final PoliteEndpoint polite;
  private final Consumer<String> progress;

  /**
   * Prepares a fetch.
   *
   * @param endpoint the address of a SPARQL endpoint that holds Wikidata
   * @param userAgent says who asks, with a way to get in touch
   * @param pace how gently to ask
   * @param progress is told a line at a time
   */
  public WikidataSnapshot(URI endpoint, String userAgent, Pace pace, Consumer<String> progress) {
    this.endpoint = endpoint;
    this.polite = new PoliteEndpoint(endpoint, userAgent, pace, progress);
    this.progress = progress;
  }

  /**
   * What was fetched.
   *
   * @param items how many items were asked about
   * @param statements how many statements there are about them
   */
  public record Summary(int items, int statements) {}

  /**
   * Fetches and writes the file, in place of one that is there.
   *
   * @param graph says which items it links to
   * @param file where to
   * @return what was fetched
   * @throws FetchException when the endpoint gives no answer; a file that is there stays
   * @throws IOException when the file cannot be written
   * @throws InterruptedException when stopped; a file that is there stays
   */
  public Summary fetch(KnowledgeGraph graph, Path file)
      throws FetchException, IOException, InterruptedException {
    SortedSet<String> items = Wikidata.linkedItems(graph);
    List<String> queries = queries(List.copyOf(items));
    if (file.toAbsolutePath().getParent() != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    List<Triple> fetched = new ArrayList<>();
    for (int batch = 0; batch < queries.size(); batch++) {
      fetched.addAll(polite.ask(queries.get(batch)));
      progress.accept("batch " + (batch + 1) + " of " + queries.size());
    }
    SnapshotGraph snapshot = SnapshotGraph.of(fetched, started, items, endpoint);
    if (snapshot.statements() == 0 && !items.isEmpty()) {
      throw new FetchException(endpoint + " knows nothing of the linked items; is it Wikidata?");
    }
    write(file, snapshot, items);
    return new Summary(items.size(), snapshot.statements());
  }

  private static List<String> queries(List<String> items) {
    List<String> queries = new ArrayList<>();
    for (int from = 0; from < items.size(); from += BATCH) {
      queries.add(ItemQuery.of(items.subList(from, Math.min(from + BATCH, items.size()))));
    }
    return queries;
  }

  /** Writes beside the file first, and reads that back: what is in place is whole. */
  private static void write(Path file, SnapshotGraph snapshot, SortedSet<String> items)
      throws IOException {
    String text = SnapshotText.of(snapshot.graph(), SnapshotGraph.PROVENANCE, items);
    Graph read = GraphFactory.createDefaultGraph();
    RDFParser.create().source(new StringReader(text)).lang(Lang.TURTLE).checking(false).parse(read);
    if (!read.isIsomorphicWith(snapshot.graph())) {
      throw new IllegalStateException("the snapshot does not read back as what was fetched");
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.gilan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.gilan.document.Documents;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.graph.Snapshot;
import org.gilan.page.Site;
import org.gilan.server.GilanServer;
import org.gilan.server.Settings;

/** Serves a file of N-Triples by our server, in the graph that the program uses: FILE PORT. */
public final class Ours {
  private Ours() {}

  /** Starts and serves until it is killed. */
  public static void main(String[] words) throws Exception {
    Path file = Path.of(words[0]);
    KnowledgeGraph graph = sorted(read(file), Long.toString(Files.size(file)));
    GilanServer.start(
        new Site(graph, Documents.none()),
        Settings.at("127.0.0.1", Integer.parseInt(words[1])));
    System.out.println("ready");
  }

  /** The way through a snapshot is how a start of the program comes by its graph. */
  private static KnowledgeGraph sorted(Graph graph, String checksum) throws IOException {
    DatasetGraph dataset = new DatasetGraphMapLink(graph);
    dataset.addGraph(KnowledgeGraph.FACTS, graph);
    Path folder = Files.createTempDirectory("gilan");
    try {
      return new Snapshot(folder, System.err::println).save(new KnowledgeGraph(dataset, checksum));
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path one : files.toList()) {
          Files.delete(one);
        }
      }
      Files.delete(folder);
    }
  }

  static Graph read(Path file) {
    Graph graph = new GraphMem2Fast();
    RDFDataMgr.read(graph, file.toUri().toString());
    return graph;
  }
}
